"""An open quote in the real window: what tests of the quote's screens ask and do."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.kernel.changes import Ref
from app.quotes.quote import Quote
from app.store.store import Store


def open_quote(window, quote: Quote, qtbot):
    """Open a quote's page and wait until it is read; returns its editor."""
    window.open(Ref("quote", quote.id))
    return opened_editor(window, qtbot)


def opened_editor(window, qtbot):
    """Wait until the page in front has read its quote; returns its editor."""
    qtbot.wait_until(lambda: getattr(window.page, "editor", None) is not None, timeout=10_000)
    editor = window.page.editor
    settled(editor, qtbot)
    return editor


def settled(editor, qtbot) -> None:
    """Wait until every price is known."""
    qtbot.wait_until(lambda: not editor.presenter.shown.pending, timeout=10_000)


def saved(editor, qtbot) -> None:
    """Wait until everything is in the file."""
    qtbot.wait_until(lambda: editor.presenter.saving.is_clean, timeout=10_000)


def stored(store: Store, quote_id: UUID) -> Quote:
    """Return the quote as the file has it."""
    with store.reading() as unit:
        return unit.quotes.get(quote_id)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(focused(), key, modifier)


def type_text(text: str) -> None:
    """Type wherever the focus is."""
    QTest.keyClicks(focused(), text)


def focused() -> QWidget:
    """Return the widget with the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def cell(editor, line: int, column: str) -> str:
    """Return what a cell of the grid shows."""
    model = editor.lines.grid.grid_model
    return model.text(line, model.column(column))


def type_into_cell(editor, line: int, column: str, text: str) -> None:
    """Open a cell, replace its text and press Return."""
    grid = editor.lines.grid
    grid.go_to(grid.grid_model.key(line), column)
    press(Qt.Key.Key_F2)
    focused().selectAll()
    type_text(text)
    press(Qt.Key.Key_Return)
