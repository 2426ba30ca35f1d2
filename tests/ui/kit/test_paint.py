import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.kit.paint import focus_ring, line_of_text, pill, text_width
from ui.kit.theme import tokens


@pytest.fixture
def picture(qapp) -> QPixmap:
    picture = QPixmap(100, 30)
    picture.fill(Qt.GlobalColor.white)
    return picture


def test_text_that_is_too_long_stays_inside_its_place(picture):
    painter = QPainter(picture)
    line_of_text(painter, QRect(0, 0, 40, 30), "much too long for this", QColor("#000000"))
    painter.end()

    right_half = picture.copy(41, 0, 59, 30).toImage()
    assert {right_half.pixelColor(x, y).name() for x in range(59) for y in range(30)} == {"#ffffff"}


def test_the_focus_ring_has_the_accent(picture):
    painter = QPainter(picture)
    focus_ring(painter, QRect(0, 0, 100, 30))
    painter.end()

    assert picture.toImage().pixelColor(50, 1).name() == tokens().accent


def test_a_pill_is_filled_in_the_middle_and_round_at_the_ends(picture):
    painter = QPainter(picture)
    pill(painter, QRect(0, 0, 100, 30), QColor("#ff0000"))
    painter.end()

    image = picture.toImage()
    assert image.pixelColor(50, 15).name() == "#ff0000"
    assert image.pixelColor(0, 0).name() == "#ffffff"


def test_a_longer_text_is_wider(qapp):
    font = qapp.font()
    assert text_width(font, "long text") > text_width(font, "text")
