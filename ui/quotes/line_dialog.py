"""What a line says beyond its cells: its longer text, and how long a subscription runs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.catalog.product import ChargeType
from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from app.kernel.text import DESCRIPTION_LENGTH, clean_text
from app.quotes.lines import QuoteLine
from ui.kit.tokens import Space
from ui.quotes.cells import number_typed
from ui.quotes.dialogs import FormDialog
from ui.quotes.forms import TextField, labelled

_LONGEST = 10_000
_MOST_MONTHS = Decimal(1200)
_TEXT_HEIGHT = 120


class LineDialog(FormDialog):
    """Shows one line; an empty term is the quote's.

    Signals:
        line_taken: The `QuoteLine` as it shall be.
    """

    line_taken = Signal(object)

    def __init__(self, line: QuoteLine, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(line.sku or _("Line"), _("Change line"), parent)
        self._line, self._formats = line, formats
        self.name = TextField(_LONGEST)
        self.name.setText(line.name)
        self.detail = QPlainTextEdit()
        self.detail.setPlainText(line.detail)
        self.detail.setTabChangesFocus(True)
        self.detail.setFixedHeight(_TEXT_HEIGHT)
        self.term = TextField(10)
        self.term.setText("" if line.term_months is None else formats.number(line.term_months))
        self.term.setPlaceholderText(_("As the quote"))
        self.body.setSpacing(Space.M)
        self.body.addWidget(labelled(lambda: _("Description"), self.name))
        self.body.addWidget(labelled(lambda: _("Longer text under it"), self.detail))
        self._recurs = line.charge is ChargeType.RECURRING
        if self._recurs:
            self.body.addWidget(labelled(lambda: _("Term in months"), self.term))
        (self.detail if line.name else self.name).setFocus()

    def submit(self) -> None:
        """Hand the line over, or say what of it cannot be taken."""
        try:
            changed = replace(
                self._line,
                name=_words(self.name.text()),
                detail=_words(self.detail.toPlainText()),
                term_months=self._months() if self._recurs else self._line.term_months,
            )
        except AppError as refusal:
            self.refuse(refusal)
            return
        self.line_taken.emit(changed)
        self.accept()

    def _months(self) -> int | None:
        text = self.term.text().strip()
        if not text:
            return None
        return int(number_typed(text, self._formats, scale=0, low=Decimal(1), high=_MOST_MONTHS))


def _words(typed: str) -> str:
    return clean_text(typed.strip(), field="quote.line", longest=DESCRIPTION_LENGTH)
