"""One language for the window, any language for a document."""

from __future__ import annotations

import pytest

from app.i18n import translations as t


@pytest.fixture(autouse=True)
def english_again():
    yield
    t.set_language("en")


class TestWindowLanguage:
    def test_is_english_at_first(self):
        assert t.gettext("Quote") == "Quote"
        assert t.ngettext("{n} line", "{n} lines", 2) == "{n} lines"
        assert t.pgettext("noun", "Order") == "Order"

    def test_switches_while_running(self):
        t.set_language("xx")
        assert t.gettext("Quote") != "Quote"
        assert t.current_language() == "xx"
        t.set_language("en")
        assert t.gettext("Quote") == "Quote"

    def test_of_an_unknown_code_is_english(self):
        t.set_language("tlh")
        assert t.gettext("Quote") == "Quote"


class TestDocumentLanguage:
    def test_does_not_follow_the_window(self):
        t.set_language("xx")
        assert t.translator("en").gettext("Invoice") == "Invoice"

    def test_a_regional_code_reads_its_parents_catalog(self):
        assert t.translator("de_AT").gettext("Invoice") == t.translator("de").gettext("Invoice")

    def test_english_is_always_there(self):
        assert t.languages()[0] == "en"
