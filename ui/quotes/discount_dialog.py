"""The discount of a whole section: a percentage, or an amount off each unit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from app.quotes.lines import QuoteLine
from ui.quotes.cells import Writing, discount_text, discount_typed
from ui.quotes.dialogs import FormDialog, words
from ui.quotes.forms import TextField, labelled


class DiscountDialog(FormDialog):
    """Asks for one discount.

    Signals:
        discount_taken: A `Reduction`, `None` for no discount of its own.
    """

    discount_taken = Signal(object)

    def __init__(self, section: QuoteLine, writing: Writing, parent: QWidget | None = None) -> None:
        super().__init__(_("Discount on {section}").format(section=section.name), _("Set discount"), parent)
        self._writing = writing
        self.field = TextField(40)
        self.field.setText(discount_text(section.discount, writing))
        self.body.addWidget(labelled(lambda: _("Discount"), self.field))
        code = writing.currency.code
        hint = _(
            "“5 %” takes a share off, “3 {currency}” that much off each unit. Lines keep their own discount."
        )
        self.body.addWidget(words(hint.format(currency=code), tone="soft"))
        self.field.setFocus()
        self.field.selectAll()

    def submit(self) -> None:
        """Hand the discount over, or say why it cannot be taken."""
        try:
            taken = discount_typed(self.field.text().strip(), self._writing)
        except AppError as refusal:
            self.refuse(refusal)
            return
        self.discount_taken.emit(taken)
        self.accept()
