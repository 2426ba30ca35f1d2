"""Configure a bundle beside the quote: the dialog over it, its prices, and the lines that come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from app.quotes.editing import insert_lines
from app.quotes.quote import Quote
from app.services.bundles import Configurable, configurable, lines_of
from ui.kit.queries import Latest
from ui.quotes.presenter import QuotePresenter

if TYPE_CHECKING:
    from app.configurator.parts import Part
    from app.quotes.lines import QuoteLine
    from ui.configurator.dialog import ConfigureDialog
    from ui.configurator.presenter import Priced
    from ui.quotes.edits import NewId


class Configuring(QObject):
    """Opens the dialog on the bundle of a line and puts what was chosen behind that line.

    Signals:
        said: A sentence about what was put in.

    Attributes:
        dialog: The dialog that is open or was open last.
    """

    said = Signal(str)

    def __init__(self, presenter: QuotePresenter, new_id: NewId, window: QWidget) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._new_id = new_id
        self._window = window
        self._line: UUID | None = None
        self.dialog: ConfigureDialog | None = None
        self._asking = Latest(self)
        self._asking.arrived.connect(self._open)
        self._asking.refused.connect(presenter.refused)
        self._asking.crashed.connect(presenter.crashed)

    def ask(self, line: QuoteLine) -> None:
        """Read how the line's product may be configured; the dialog opens when the answer is here."""
        self._line = line.id
        quote, sku = self._presenter.quote, line.sku
        question = self._presenter.session.question
        self._asking.ask(question(lambda unit: configurable(unit, quote, sku=sku)))

    def _open(self, found: Configurable) -> None:
        from ui.configurator.dialog import ConfigureDialog
        from ui.configurator.presenter import Sold

        line = next((one for one in self._presenter.quote.lines if one.id == self._line), None)
        if line is None:
            return
        language = self._presenter.quote.language
        names = {sku: product.names.in_language(language) for sku, product in found.products.items()}
        names[line.sku] = line.name or line.sku
        formats = self._presenter.session.formats
        dialog = ConfigureDialog(found.model, None, self._pricing(found), formats, self._window)
        dialog.sell(Sold(line.quantity, names))
        dialog.crashed.connect(self._presenter.crashed)
        dialog.taken.connect(lambda _configuration: self._take(found, dialog))
        self.dialog = dialog
        dialog.open()

    def _pricing(self, found: Configurable) -> Callable[[tuple[Part, ...]], Priced]:
        """Return what prices the chosen options as lines of this quote, with the bundle itself."""
        from ui.configurator.presenter import Priced

        formats = self._presenter.session.formats

        def price_of(parts: tuple[Part, ...]) -> Priced:
            quote = self._presenter.quote
            own = [one for one in quote.lines if one.id == self._line]
            lines = [*own, *lines_of(quote, parts, found.products, self._new_id)]
            priced = found.pricer.price(replace(quote, lines=tuple(lines)))
            amounts = {line.key: formats.amount(priced.money(line.amount)) for line in priced.lines}
            shown = tuple((line.name or line.sku, amounts.get(str(line.id), "")) for line in lines)
            return Priced(shown, formats.money(priced.money(priced.totals.net)))

        return price_of

    def _take(self, found: Configurable, dialog: ConfigureDialog) -> None:
        quote = self._presenter.quote
        lines = lines_of(quote, dialog.presenter.parts, found.products, self._new_id)
        self._presenter.attempt(_("Configure"), lambda current: _behind(current, self._line, lines))
        self._presenter.seal()
        text = ngettext("{n} option was added.", "{n} options were added.", len(lines))
        self.said.emit(text.format(n=len(lines)))


def _behind(quote: Quote, line_id: UUID | None, lines: list[QuoteLine]) -> Quote:
    at = next((at + 1 for at, line in enumerate(quote.lines) if line.id == line_id), len(quote.lines))
    return insert_lines(quote, lines, position=at)
