"""Payment terms are said in the recipient's language before there is a total or a date."""

from __future__ import annotations

import pytest

from app.company.terms_text import terms_of
from app.documents.speech import speech
from app.documents.wording_terms import said_terms
from app.i18n.translations import languages
from app.kernel.money import Currency


def said(text, language="en"):
    return list(said_terms(terms_of(text), Currency.of("EUR"), speech(language)))


class TestSaidTerms:
    def test_thirty_days(self):
        assert said("30 days") == ["Payment term: 30 days"]
        assert said("30 days", "de") == ["Zahlungsziel: 30 Tage"]

    def test_at_once(self):
        assert said("0 days") == ["Payment term: on receipt of the invoice"]

    def test_to_the_end_of_a_month_and_to_a_day_of_it(self):
        assert said("30 days end of month", "de") == ["Zahlungsziel: 30 Tage, dann bis zum Monatsende"]
        assert said("10 days day 15") == ["Payment term: 10 days, then to day 15 of a month"]

    def test_every_instalment_and_every_early_discount_has_its_sentence(self):
        assert said("2% discount 10 days, 40% 0 days, 60% 30 days") == [
            "Payment of 40%: on receipt of the invoice",
            "Payment of 60%: 30 days",
            "2% discount if paid within 10 days",
        ]
        assert said("500 0 days, rest 30 days") == [
            "Payment of 500.00 EUR: on receipt of the invoice",
            "Payment of the rest: 30 days",
        ]

    @pytest.mark.parametrize("language", [code for code in languages() if code != "en"])
    def test_no_language_leaves_them_in_english(self, language):
        english = said("3% discount 10 days, 500 0 days, rest 30 days end of month")

        assert not set(english) & set(
            said("3% discount 10 days, 500 0 days, rest 30 days end of month", language)
        )
