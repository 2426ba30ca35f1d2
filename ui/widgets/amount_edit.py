"""A field for an amount, a quantity or a percentage, which takes sums in the user's number format (U8)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n.messages import sentence
from app.kernel.errors import AppError
from app.kernel.numbers import parse_number
from ui.kit.fonts import Type, set_type
from ui.kit.tool_tips import plain_tip
from ui.widgets.sums import calculate


class NumberFormat(NamedTuple):
    """How numbers are typed and written.

    Attributes:
        decimal_sign: Before the decimals.
        group_sign: Between groups of digits.
        write: Returns the text of a number.
        typed: Brings other spaces and minus signs of keyboards and spreadsheets into this form.
    """

    decimal_sign: str
    group_sign: str
    write: Callable[[Decimal], str]
    typed: Callable[[str], str] = str


class Range(NamedTuple):
    """What the field takes: decimals, smallest and largest value."""

    scale: int = 2
    low: Decimal | None = None
    high: Decimal | None = None


def read_number(text: str, form: NumberFormat, span: Range) -> Decimal:
    """Return the number or the sum typed, checked against the range.

    Raises:
        AppError: It is no number, no sum, or outside the range.
    """

    def read(part: str) -> Decimal:
        return parse_number(form.typed(part), decimal_sign=form.decimal_sign, group_sign=form.group_sign)

    value = calculate(text, read, span.scale)
    bounds = {name: bound for name, bound in (("low", span.low), ("high", span.high)) if bound is not None}
    return parse_number(f"{value:f}", scale=span.scale, group_sign="", **bounds)  # type: ignore[arg-type]  # two of the keys of Bounds


class AmountEdit(QLineEdit):
    """Shows a number; what is typed is read when the focus leaves or Return is pressed.

    Signals:
        amount_changed: The new `Decimal`, `None` when the field was emptied.
    """

    amount_changed = Signal(object)

    def __init__(self, form: NumberFormat, span: Range = Range(), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._span = span
        self._amount: Decimal | None = None
        self._typed = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_type(self, Type.NUMBER)
        self.textEdited.connect(self._begin)
        self.editingFinished.connect(self._read)

    @property
    def amount(self) -> Decimal | None:
        """Return the last good number, `None` for an empty field."""
        return self._amount

    @property
    def problem(self) -> str:
        """Return why what is typed cannot be taken, empty when it can."""
        return str(self.property("problem") or "")

    def show_amount(self, amount: Decimal | None) -> None:
        """Show a number, without a signal."""
        self._amount = amount
        self._typed = False
        self.setText("" if amount is None else self._form.write(amount))
        self._say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc restore the number."""
        if event.key() == Qt.Key.Key_Escape and self._typed:
            self.show_amount(self._amount)
            self.selectAll()
            return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        self._typed = True

    def _read(self) -> None:
        if not self._typed:
            return
        text = self.text().strip()
        try:
            amount = read_number(text, self._form, self._span) if text else None
        except AppError as refusal:
            self._say(sentence(refusal))
            return
        changed = amount != self._amount
        self.show_amount(amount)
        if changed:
            self.amount_changed.emit(amount)

    def _say(self, problem: str) -> None:
        self.setProperty("problem", problem)
        self.setProperty("invalid", "true" if problem else "false")
        self.setToolTip(plain_tip(problem))
        self.setAccessibleDescription(problem)
        self.style().unpolish(self)
        self.style().polish(self)
