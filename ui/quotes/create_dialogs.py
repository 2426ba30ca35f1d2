"""Make a customer or a product without leaving the quote (U3): what is needed now, the rest can follow."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n.formats import Formats
from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.address import Address
from app.kernel.countries import COUNTRIES
from app.kernel.errors import AppError
from app.kernel.money import Currency
from app.kernel.quantity import PIECE
from app.kernel.text import clean_name
from ui.kit.tokens import Space
from ui.quotes.cells import number_typed
from ui.quotes.dialogs import FormDialog
from ui.quotes.forms import Choice, ChoiceField, TextField, labelled
from ui.quotes.units import unit_label, unit_of

_LONGEST_SKU = 80


class NewCustomer(NamedTuple):
    """What was typed of a new customer."""

    name: str
    email: str
    address: Address


class NewProduct(NamedTuple):
    """What was typed of a new product; no price where none was typed."""

    sku: str
    name: str
    unit: str
    price: Decimal | None


class CustomerDialog(FormDialog):
    """Asks for a new customer's name and address.

    Signals:
        create_wanted: A `NewCustomer`.
    """

    create_wanted = Signal(object)

    def __init__(self, name: str, country: str, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(_("New customer"), _("Create customer"), parent)
        self.name, self.email, self.street = TextField(), TextField(), TextField()
        self.postcode, self.city = TextField(20), TextField()
        self.country = ChoiceField()
        named = sorted((Choice(code, formats.country(code)) for code in COUNTRIES), key=lambda one: one.text)
        self.country.show_choices(named, country)
        self.name.setText(name)
        grid = _grid()
        grid.addWidget(labelled(lambda: _("Name"), self.name), 0, 0, 1, 3)
        grid.addWidget(labelled(lambda: _("E-mail"), self.email), 1, 0, 1, 3)
        grid.addWidget(labelled(lambda: _("Street"), self.street), 2, 0, 1, 3)
        grid.addWidget(labelled(lambda: _("Postcode"), self.postcode), 3, 0)
        grid.addWidget(labelled(lambda: _("City"), self.city), 3, 1)
        grid.addWidget(labelled(lambda: _("Country"), self.country), 3, 2)
        for column, share in enumerate((2, 3, 3)):
            grid.setColumnStretch(column, share)
        self.body.addLayout(grid)
        self.name.setFocus()
        self.name.selectAll()

    def submit(self) -> None:
        """Hand over what was typed."""
        street = tuple(filter(None, [self.street.text().strip()]))
        address = Address(
            lines=street,
            postcode=self.postcode.text().strip(),
            city=self.city.text().strip(),
            country=self.country.value,
        )
        self.wait()
        self.create_wanted.emit(NewCustomer(self.name.text().strip(), self.email.text().strip(), address))


class ProductDialog(FormDialog):
    """Asks for a new product's name, SKU, unit and list price.

    Signals:
        create_wanted: A `NewProduct`.
    """

    create_wanted = Signal(object)

    def __init__(
        self, name: str, currency: Currency, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("New product"), _("Create product"), parent)
        self._formats = formats
        self.name, self.sku = TextField(), TextField(_LONGEST_SKU)
        self.unit, self.price = TextField(40), TextField(40)
        self.name.setText(name)
        self.sku.setText(name[:_LONGEST_SKU])
        self.unit.setText(unit_label(PIECE.code))
        grid = _grid()
        grid.addWidget(labelled(lambda: _("Name"), self.name), 0, 0, 1, 3)
        grid.addWidget(labelled(lambda: _("SKU"), self.sku), 1, 0)
        grid.addWidget(labelled(lambda: _("Unit"), self.unit), 1, 1)
        grid.addWidget(
            labelled(lambda: _("List price ({currency})").format(currency=currency.code), self.price), 1, 2
        )
        for column, share in enumerate((3, 2, 3)):
            grid.setColumnStretch(column, share)
        self.body.addLayout(grid)
        self.name.setFocus()
        self.name.selectAll()

    def submit(self) -> None:
        """Hand over what was typed, or say which of it cannot be taken."""
        try:
            typed = self._typed()
        except AppError as refusal:
            self.say(sentence(refusal))
            return
        self.wait()
        self.create_wanted.emit(typed)

    def _typed(self) -> NewProduct:
        price = self.price.text().strip()
        return NewProduct(
            sku=clean_name(self.sku.text(), field="product.sku", longest=_LONGEST_SKU, required=True),
            name=clean_name(self.name.text(), field="product.name", required=True),
            unit=unit_of(self.unit.text()).code,
            price=number_typed(price, self._formats) if price else None,
        )


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.M)
    return grid
