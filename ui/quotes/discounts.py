"""What is taken off the whole quote: discount, lump sum, partner's and distributor's percent."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.money import Money
from app.kernel.percent import NO_PERCENT, Percent
from app.quotes.quote import Quote
from ui.kit.tokens import Space
from ui.quotes.edits import with_header
from ui.quotes.forms import is_typed_in, labelled
from ui.quotes.presenter import QuotePresenter
from ui.widgets.amount_edit import AmountEdit, NumberFormat, Range

_HUNDRED = Decimal(100)
_LARGEST = Decimal(10**12)
_ACROSS = 4
_WIDE = 520


class DiscountsView(QWidget):
    """Four fields; an empty one takes nothing."""

    def __init__(self, presenter: QuotePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._across = 0
        form = number_format(presenter.session.formats)
        percent = Range(6, Decimal(0), _HUNDRED)
        self.discount, self.partner, self.distributor = (AmountEdit(form, percent) for _n in range(3))
        scale = presenter.quote.currency.exponent
        self.lump_sum = AmountEdit(form, Range(scale, Decimal(0), _LARGEST))
        self.discount.amount_changed.connect(self._discount)
        self.lump_sum.amount_changed.connect(self._lump_sum)
        self.partner.amount_changed.connect(self._partner)
        self.distributor.amount_changed.connect(self._distributor)
        self._bodies = [
            labelled(lambda: _("Quote discount, %"), self.discount),
            labelled(lambda: _("Lump sum off the total"), self.lump_sum),
            labelled(lambda: _("Partner, %"), self.partner),
            labelled(lambda: _("Distributor, %"), self.distributor),
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, Space.S, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._arrange(_ACROSS)
        self.show_quote()
        presenter.head_changed.connect(self.show_quote)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields into two rows where one is too narrow."""
        super().resizeEvent(event)
        self._arrange(_ACROSS if self.width() >= _WIDE else _ACROSS // 2)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, body in enumerate(self._bodies):
            self._grid.addWidget(body, at // across, at % across)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._grid.setRowStretch(2, 1)

    def show_quote(self) -> None:
        """Show what is taken off now; what is being typed is left alone."""
        quote = self._presenter.quote
        lump = quote.document_discount
        shown = (
            (self.discount, quote.discount.points if quote.discount is not None else None),
            (self.lump_sum, lump.amount if lump is not None else None),
            (self.partner, quote.partner.points or None),
            (self.distributor, quote.distributor.points or None),
        )
        for field, amount in shown:
            if not is_typed_in(field):
                field.show_amount(amount)

    def _discount(self, points: Decimal | None) -> None:
        percent = None if points is None else Percent.of_points(points)
        self._edit(_("Change quote discount"), lambda quote: with_header(quote, discount=percent))

    def _lump_sum(self, amount: Decimal | None) -> None:
        def edit(quote: Quote) -> Quote:
            taken = Money(amount, quote.currency).rounded() if amount else None
            return with_header(quote, document_discount=taken)

        self._edit(_("Change lump sum"), edit)

    def _partner(self, points: Decimal | None) -> None:
        percent = NO_PERCENT if points is None else Percent.of_points(points)
        self._edit(_("Change partner discount"), lambda quote: with_header(quote, partner=percent))

    def _distributor(self, points: Decimal | None) -> None:
        percent = NO_PERCENT if points is None else Percent.of_points(points)
        self._edit(_("Change distributor discount"), lambda quote: with_header(quote, distributor=percent))

    def _edit(self, text: str, edit: Callable[[Quote], Quote]) -> None:
        self._presenter.attempt(text, edit)
        self._presenter.seal()


def number_format(formats: Formats) -> NumberFormat:
    """Return how number fields read and write, from the reader's formats."""
    return NumberFormat(
        formats.decimal_sign, formats.group_sign, lambda value: formats.number(value), formats.typed
    )
