"""A paper speaks one language: words, units, numbers and dates."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal

import pytest

from app.documents.speech import speech
from app.documents.words import UNITS, WORDS
from app.i18n.translations import languages, translator
from app.kernel.money import Money
from app.kernel.period import Period
from tests.support.documents import EUR

WHOLE = [code for code in languages() if "_" not in code and code != "en"]


class TestWord:
    def test_is_said_in_the_recipients_language(self):
        assert speech("de_DE").word("invoice") == "Rechnung"
        assert speech("en").word("invoice") == "Invoice"

    def test_a_region_overrides_its_language(self):
        assert speech("de_CH").word("vat") == "MWST"
        assert speech("de_CH").word("invoice") == "Rechnung"

    def test_an_unknown_language_speaks_english(self):
        assert speech("tlh").word("page", page="1", pages="2") == "Page 1 of 2"

    def test_a_text_that_is_no_key_is_printed_as_it_is(self):
        assert speech("de").word("Kostenstelle {x}") == "Kostenstelle {x}"


class TestUnit:
    @pytest.mark.parametrize(
        ("quantity", "written"), [("1", "month"), ("12", "months"), ("1.5", "months"), ("0", "months")]
    )
    def test_agrees_with_its_quantity(self, quantity, written):
        assert speech("en").unit("MON", Decimal(quantity)) == written

    def test_a_sign_is_the_same_everywhere(self):
        assert speech("fr").unit("KGM", Decimal(2)) == "kg"

    def test_an_unknown_code_stays(self):
        assert speech("en").unit("QQ9", Decimal(2)) == "QQ9"


class TestValue:
    def test_is_written_the_recipients_way(self):
        says = speech("de")
        assert says.value(date(2026, 3, 16)) == "16. März 2026"
        assert says.value(Money(Decimal("1234.5"), EUR)) == "1.234,50\u00a0€"
        assert says.value(Decimal("1.5")) == "1,5"
        assert says.value(Period(date(2026, 1, 1), date(2027, 1, 1))) == "01.01.2026 – 31.12.2026"
        assert says.value("PO-7") == "PO-7"


class TestCatalogs:
    @pytest.mark.parametrize("language", WHOLE)
    def test_know_every_word_of_a_paper(self, language):
        catalog = translator(language)
        singular = {one for one, _ in UNITS.values()}
        known = getattr(catalog, "_catalog", {})
        missing = [word for word in WORDS.values() if word not in known]
        assert not missing
        assert not [word for word in singular if (word, 0) not in known]

    @pytest.mark.parametrize("language", WHOLE)
    def test_keep_the_fields_of_every_word(self, language):
        catalog = translator(language)
        for word in WORDS.values():
            fields = {name for _, name, _, _ in string.Formatter().parse(word) if name}
            said = {name for _, name, _, _ in string.Formatter().parse(catalog.gettext(word)) if name}
            assert fields == said, word
