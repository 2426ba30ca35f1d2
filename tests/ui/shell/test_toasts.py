import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from ui.shell.toasts import STAYS_MS, Toasts


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    return window


class TestToasts:
    def test_what_is_too_long_for_a_line_wraps(self, window):
        toasts = Toasts(window)
        toasts.show("Two rows are left out. " * 8, lambda: None)

        label = toasts.frame.findChild(QLabel)
        assert toasts.frame.width() <= window.width()
        assert label.height() >= label.heightForWidth(label.width())
        assert label.height() > 2 * label.fontMetrics().height()

        toasts.show("Saved")
        assert toasts.frame.height() < 3 * label.fontMetrics().height()

    def test_goes_away_by_itself(self, window):
        toasts = Toasts(window)
        toasts.show("Saved")
        assert toasts.text == "Saved"
        assert toasts._timer.interval() == STAYS_MS

        toasts._timer.timeout.emit()
        assert toasts.text == ""

    def test_u24_undo_runs_once(self, window):
        undone = []
        toasts = Toasts(window)
        toasts.show("Deleted", lambda: undone.append(1))

        QTest.mouseClick(toasts.undo_button, Qt.MouseButton.LeftButton)
        assert undone == [1]
        assert toasts.text == ""

    def test_offers_no_undo_where_there_is_none(self, window):
        toasts = Toasts(window)
        toasts.show("Sent")

        assert not toasts.undo_button.isVisible()

    def test_a_newer_one_takes_its_place(self, window):
        undone = []
        toasts = Toasts(window)
        toasts.show("First", lambda: undone.append(1))
        toasts.show("Second", lambda: undone.append(2))

        QTest.mouseClick(toasts.undo_button, Qt.MouseButton.LeftButton)
        assert undone == [2]

    def test_stays_in_the_middle_when_the_window_changes_its_size(self, window):
        toasts = Toasts(window)
        toasts.show("Saved")
        window.resize(1000, 500)

        frame = toasts.frame.geometry()
        assert abs(frame.center().x() - 500) <= 1
        assert frame.bottom() < 500
