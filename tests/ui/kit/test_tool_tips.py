import pytest
from PySide6.QtGui import Qt, QTextDocument

from ui.kit.tool_tips import plain_tip


def shown(tip: str) -> str:
    """Return the words a tool tip paints."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


class TestPlainTip:
    @pytest.mark.parametrize("text", ["Acme AG", "5 < 6", "a & b", "first\nsecond"])
    def test_leaves_ordinary_text_alone(self, text):
        assert plain_tip(text) == text

    @pytest.mark.parametrize("text", ['<img src="file:///secret">', "Acme <b>AG</b>", "<p>x"])
    def test_shows_markup_as_it_is_written(self, qapp, text):
        assert shown(plain_tip(text)) == text
        assert "<img" not in plain_tip(text)
