import pytest

from ui.kit.tokens import DARK, LIGHT, PAPER, PAPER_INK, Tokens, Tone, contrast_percent

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("canvas", "sidebar", "surface", "sunken", "hover", "selected")


class TestContrast:
    def test_black_on_white_is_21_to_1(self):
        assert contrast_percent("#000000", "#ffffff") == 2100

    def test_does_not_depend_on_the_order(self):
        assert contrast_percent("#777777", "#ffffff") == contrast_percent("#ffffff", "#777777")


@BOTH
class TestU39EveryTextIsReadable:
    @pytest.mark.parametrize("ground", GROUNDS)
    @pytest.mark.parametrize("text", ["text", "text_soft", "text_faint", "accent_text"])
    def test_text_on_every_ground(self, tokens: Tokens, ground: str, text: str):
        assert contrast_percent(getattr(tokens, text), getattr(tokens, ground)) >= 450

    @pytest.mark.parametrize("tone", list(Tone))
    def test_each_tone_on_its_fill_and_on_the_page(self, tokens: Tokens, tone: Tone):
        text, fill = tokens.tone(tone)

        assert contrast_percent(text, fill) >= 450
        assert contrast_percent(text, tokens.canvas) >= 450
        assert contrast_percent(text, tokens.selected) >= 450

    def test_the_primary_button(self, tokens: Tokens):
        assert contrast_percent(tokens.on_accent, tokens.accent) >= 450
        assert contrast_percent(tokens.on_accent, tokens.accent_hover) >= 450

    @pytest.mark.parametrize("ground", ["canvas", "sidebar", "surface"])
    def test_the_focus_ring_stands_out_3_to_1(self, tokens: Tokens, ground: str):
        assert contrast_percent(tokens.accent, getattr(tokens, ground)) >= 300


def test_paper_stays_white_with_dark_ink():
    assert contrast_percent(PAPER_INK, PAPER) >= 1500
