"""A field for a date that reads what people type (U8)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n.messages import sentence
from ui.kit.fonts import Type, set_type
from ui.kit.tool_tips import plain_tip
from ui.widgets.typed_dates import DateUnreadable, Order, read_date


class DateEdit(QLineEdit):
    """Shows a date; what is typed is read when the focus leaves or Return is pressed.

    Signals:
        date_changed: The new `date`, `None` when the field was emptied.
        problem_changed: Why the typed text is no date; empty when the field shows a date again.
    """

    date_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(
        self,
        write: Callable[[date], str],
        base: Callable[[], date],
        order: Order = Order.DAY_FIRST,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field.

        Args:
            write: Writes a date in the user's format.
            base: Returns the date that ``+30`` counts from: today, or the document's date.
            order: Whether the user types day or month first.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._write = write
        self._base = base
        self._order = order
        self._date: date | None = None
        self._typed = False
        set_type(self, Type.NUMBER)
        self.textEdited.connect(self._begin)
        self.editingFinished.connect(self._read)

    @property
    def chosen(self) -> date | None:
        """Return the last good date, `None` for an empty field."""
        return self._date

    def show_date(self, shown: date | None) -> None:
        """Show a date, without a signal."""
        self._date = shown
        self._typed = False
        self.setText("" if shown is None else self._write(shown))
        self._say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc restore the date, and the arrow keys go a day on or back."""
        if event.key() == Qt.Key.Key_Escape and self._typed:
            self.show_date(self._date)
            self.selectAll()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self._typed:
            self._take(read_date("+1" if event.key() == Qt.Key.Key_Up else "-1", self._date or self._base()))
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self._typed = True

    def _read(self) -> None:
        if not self._typed:
            return
        text = self.text().strip()
        try:
            self._take(read_date(text, self._base(), self._order) if text else None)
        except DateUnreadable as refusal:
            self._say(sentence(refusal))

    def _take(self, chosen: date | None) -> None:
        changed = chosen != self._date
        self.show_date(chosen)
        if changed:
            self.date_changed.emit(chosen)

    def _say(self, problem: str) -> None:
        self.setProperty("invalid", "true" if problem else "false")
        self.setToolTip(plain_tip(problem))
        changed = problem != self.accessibleDescription()
        self.setAccessibleDescription(problem)
        self.style().unpolish(self)
        self.style().polish(self)
        if changed:
            self.problem_changed.emit(problem)
