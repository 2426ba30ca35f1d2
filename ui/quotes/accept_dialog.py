"""The customer's yes: who gave it, how, under which number of theirs, and which options go with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from app.kernel.text import clean_name
from app.pricing.options import with_options
from app.pricing.result import PricedDocument
from app.quotes.lines import LineRole, QuoteLine
from app.quotes.quote import Quote
from ui.kit.fonts import Type
from ui.kit.tokens import Space
from ui.quotes.dialogs import FormDialog, words
from ui.quotes.forms import Choice, ChoiceField, TextField, labelled

_MOST_HEIGHT = 190


class Yes(NamedTuple):
    """What was typed; `how` is ``signature``, ``e-mail`` or ``purchase order``."""

    by: str
    how: str
    reference: str
    options: frozenset[UUID]


class AcceptDialog(FormDialog):
    """Asks for the acceptance and shows the total that is accepted.

    Signals:
        accept_wanted: A `Yes`.
    """

    accept_wanted = Signal(object)

    def __init__(
        self, quote: Quote, priced: PricedDocument, formats: Formats, parent: QWidget | None = None
    ) -> None:
        title = _("{number} was accepted").format(number=quote.number)
        super().__init__(title, _("Accept and make the contract"), parent)
        self._priced, self._formats = priced, formats
        self.by, self.reference = TextField(), TextField()
        self.how = ChoiceField()
        self.how.show_choices(ways(), "e-mail")
        self.options: dict[UUID, QCheckBox] = {}
        self.total = words("", Type.STRONG)
        form = QGridLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.M)
        form.addWidget(labelled(lambda: _("Accepted by"), self.by), 0, 0)
        form.addWidget(labelled(lambda: _("How"), self.how), 0, 1)
        form.addWidget(labelled(lambda: _("Their order number or reference"), self.reference), 1, 0, 1, 2)
        form.setColumnStretch(0, 1)
        form.setColumnStretch(1, 1)
        self.body.addLayout(form)
        offered = [line for line in quote.product_lines if line.role is not LineRole.STANDARD]
        if offered:
            self.body.addWidget(words(_("Options that were chosen"), tone="soft"))
            self.body.addWidget(self._offered(offered))
        self.body.addWidget(self.total)
        self._say_total()
        self.by.setFocus()

    def submit(self) -> None:
        """Hand the acceptance over; a name is needed, for it stands in the contract's history."""
        try:
            by = clean_name(self.by.text(), field="quote.accepted_by", required=True)
            reference = clean_name(self.reference.text(), field="quote.reference")
        except AppError as refusal:
            self.refuse(refusal)
            return
        self.wait()
        self.accept_wanted.emit(Yes(by, self.how.value, reference, self.chosen))

    @property
    def chosen(self) -> frozenset[UUID]:
        """Return the options that are ticked."""
        return frozenset(line for line, box in self.options.items() if box.isChecked())

    def _offered(self, lines: Sequence[QuoteLine]) -> QWidget:
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for line in lines:
            amount = self._formats.money(self._priced.money(self._priced.line(str(line.id)).amount))
            box = QCheckBox(f"{line.name or line.sku}   {amount}".replace("&", "&&"))
            box.toggled.connect(self._say_total)
            self.options[line.id] = box
            column.addWidget(box)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(body)
        area.setFixedHeight(min(_MOST_HEIGHT, body.sizeHint().height() + Space.XS))
        return area

    def _say_total(self) -> None:
        accepted = with_options(self._priced, frozenset(map(str, self.chosen)))
        total = self._formats.money(accepted.money(accepted.totals.payable))
        self.total.setText(_("Total accepted: {total}").format(total=total))


def ways() -> tuple[Choice, ...]:
    """Return the ways a customer says yes."""
    return (
        Choice("e-mail", _("By e-mail")),
        Choice("signature", _("By signature")),
        Choice("purchase order", _("By purchase order")),
    )
