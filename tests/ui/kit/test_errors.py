import logging
import sys
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app.kernel.errors import RuleViolation
from ui.kit.errors import (
    MessageDialog,
    catch_stray_bugs,
    message_of,
    message_of_bug,
    show_bug,
    show_refusal,
    split_sentence,
    trace_of,
)


class TooCheap(RuleViolation):
    code = "tests.too_cheap"


def a_bug() -> Exception:
    try:
        raise ValueError("Acme AG paid 1,234.56")
    except ValueError as bug:
        return bug


class TestU36Messages:
    def test_a_refusal_names_its_code_only_in_the_details(self, qapp):
        message = message_of(TooCheap(price=Decimal("1.5")))

        assert message.what
        assert message.details == "tests.too_cheap"

    def test_what_happened_comes_first_the_rest_after_it(self):
        assert split_sentence("It failed. Try 1.5 again. Or not.") == ("It failed.", "Try 1.5 again. Or not.")
        assert split_sentence("It failed") == ("It failed", "")

    def test_no_traceback_stands_in_the_text_of_a_bug(self, qapp):
        message = message_of_bug(a_bug())

        assert "ValueError" not in message.what + message.why_and_what_to_do
        assert "ValueError" in message.details

    def test_neither_prices_nor_names_reach_details_or_log(self, qapp, qtbot, caplog):
        with caplog.at_level(logging.ERROR):
            qtbot.addWidget(show_bug(None, a_bug()))

        for text in (trace_of(a_bug()), caplog.text):
            assert "ValueError" in text
            assert "Acme" not in text
            assert "1,234" not in text


class TestDialog:
    def test_copies_the_details(self, qtbot):
        dialog = show_bug(None, a_bug())
        qtbot.addWidget(dialog)

        qtbot.mouseClick(dialog._copy, Qt.MouseButton.LeftButton)

        assert "test_errors.py" in QGuiApplication.clipboard().text()

    def test_shows_plain_text_only(self, qtbot):
        dialog = show_refusal(None, TooCheap(name="<img src='file:///etc/hostname'>"))
        qtbot.addWidget(dialog)

        labels = [label for label in dialog.findChildren(QLabel) if label.text()]
        assert labels
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}

    def test_return_closes_it(self, qtbot):
        dialog = show_refusal(None, TooCheap())
        qtbot.addWidget(dialog)

        with qtbot.waitSignal(dialog.accepted):
            qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_an_exception_that_reaches_the_event_loop_is_shown(qtbot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_stray_bugs(lambda: None)

    sys.excepthook(ValueError, a_bug(), None)

    dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MessageDialog)]
    assert dialogs
    for dialog in dialogs:
        qtbot.addWidget(dialog)
