"""The pseudo-language that shows what was never translated."""

from __future__ import annotations

from app.i18n.pseudo import PseudoTranslations, disguise


class TestDisguise:
    def test_brackets_accents_and_lengthens_by_two_fifths(self):
        shown = disguise("Payment terms")
        assert shown.startswith("«")
        assert shown.endswith("»")
        assert len(shown) >= len("Payment terms") * 1.4
        assert "Payment" not in shown

    def test_keeps_the_fields_a_sentence_fills(self):
        assert disguise("Due {date}, %(count)s lines").format(date="x").count("%(count)s") == 1

    def test_keeps_the_letter_a_mnemonic_points_at(self):
        assert "&F" in disguise("&File")

    def test_leaves_an_empty_text_alone(self):
        assert disguise(" ") == " "


class TestPseudoTranslations:
    def test_chooses_singular_and_plural(self):
        catalog = PseudoTranslations()
        assert catalog.ngettext("line", "lines", 1) == disguise("line")
        assert catalog.ngettext("line", "lines", 3) == disguise("lines")
        assert catalog.pgettext("noun", "Order") == disguise("Order")
