"""The brand's colour is used where it can be seen, and never where it cannot."""

from __future__ import annotations

import pytest

from app.documents.pdf.colour import BLACK_INK, accent, contrast_percent, ink
from app.documents.pdf.look import FAINT, GREY, INK


def test_a_colour_becomes_the_operator_of_the_page():
    assert ink("#ff0080") == "1.000 0.000 0.502 rg"


@pytest.mark.parametrize(("colour", "percent"), [("#000000", 2100), ("#ffffff", 100), ("#767676", 454)])
def test_contrast_is_counted_as_the_guideline_does(colour, percent):
    assert contrast_percent(colour) == percent


class TestAccent:
    def test_keeps_a_colour_that_shows_on_white(self):
        assert accent("#0F5C4D") == "#0f5c4d"

    @pytest.mark.parametrize("colour", ["#ffee00", "#ffffff", "green", "", "#12345"])
    def test_falls_back_to_ink(self, colour):
        assert accent(colour) == BLACK_INK


def test_text_can_be_read_by_everyone():
    assert ink(BLACK_INK) == INK
    assert contrast_percent(BLACK_INK) >= 450
    assert ink("#5b6470") == GREY
    assert contrast_percent("#5b6470") >= 450
    assert contrast_percent(FAINT) < 200, "a hairline is no text"
