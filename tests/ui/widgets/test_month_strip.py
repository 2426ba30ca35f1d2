import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.kit.theme import tokens
from ui.kit.tokens import Tone
from ui.widgets.month_strip import Month, MonthStrip

MONTHS = tuple(
    Month(f"{n + 1}/2026", "100.00", Tone.GOOD if n < 2 else Tone.NEUTRAL, "Billed" if n < 2 else "Planned")
    for n in range(18)
)


@pytest.fixture
def strip(qtbot) -> MonthStrip:
    strip = MonthStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 200)
    strip.show_months(MONTHS)
    strip.show()
    strip.setFocus()
    return strip


class TestMonthStrip:
    def test_arrow_keys_walk_and_return_chooses(self, qtbot, strip):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
            QTest.keyClick(strip, key)
        with qtbot.waitSignal(strip.chosen) as chosen:
            QTest.keyClick(strip, Qt.Key.Key_Return)

        assert chosen.args == [1 + strip._columns()]

    def test_the_ends_hold(self, strip):
        QTest.keyClick(strip, Qt.Key.Key_Left)
        assert strip.current == 0
        for _ in range(40):
            QTest.keyClick(strip, Qt.Key.Key_Right)
        assert strip.current == 17

    def test_a_click_chooses(self, qtbot, strip):
        with qtbot.waitSignal(strip.chosen) as chosen:
            QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip._place(3).center())

        assert chosen.args == [3]

    def test_a_narrower_strip_takes_more_rows(self, strip):
        assert strip.heightForWidth(300) > strip.heightForWidth(900)

    def test_the_state_has_a_word_and_a_colour(self, strip):
        image = strip.grab(strip._place(1)).toImage()

        assert tokens().good in {image.pixelColor(x, image.height() - 2).name() for x in range(image.width())}

    def test_u38_the_month_under_the_keyboard_is_read_aloud(self, strip):
        QTest.keyClick(strip, Qt.Key.Key_Right)

        assert strip.accessibleDescription() == "2/2026 100.00 Billed"

    def test_fewer_months_keep_the_cursor_inside(self, strip):
        QTest.keyClick(strip, Qt.Key.Key_Down)
        strip.show_months(MONTHS[:1])

        assert strip.current == 0
        strip.show_months(())
        QTest.keyClick(strip, Qt.Key.Key_Return)
