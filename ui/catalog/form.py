"""The form of a product: what it is, how it is charged and taxed, and a new price from today."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.catalog.product import ChargeType, TaxClass
from app.i18n.translations import gettext as _
from ui.catalog.typed import TypedProduct
from ui.kit.tokens import Space
from ui.shell.record_page import RecordForm
from ui.widgets.amount_edit import AmountEdit, NumberFormat, Range

if TYPE_CHECKING:
    from decimal import Decimal

    from app.i18n.formats import Formats

_LINES = 4
PRICE_DECIMALS = 6


class ProductForm(RecordForm[TypedProduct]):
    """The boxes."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = TypedProduct()
        self.sku, self.name, self.category, self.unit = (QLineEdit() for _n in range(4))
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(self.description.fontMetrics().height() * _LINES + Space.L)
        self.charge, self.tax = QComboBox(), QComboBox()
        _fill(self.charge, _charges())
        _fill(self.tax, _taxes())
        form = NumberFormat(
            formats.decimal_sign,
            formats.group_sign,
            lambda number: formats.number(number, high=PRICE_DECIMALS),
            formats.typed,
        )
        self.price = AmountEdit(form, Range(PRICE_DECIMALS))
        self._lay_out()

    def show_typed(self, typed: TypedProduct) -> None:
        """Put a product's facts into the boxes."""
        self._shown = typed
        self.blockSignals(True)
        for box, text in ((self.sku, typed.sku), (self.name, typed.name), (self.category, typed.category)):
            box.setText(text)
        self.unit.setText(typed.unit)
        self.description.setPlainText(typed.description)
        self.charge.setCurrentIndex(self.charge.findData(typed.charge.value))
        self.tax.setCurrentIndex(self.tax.findData(typed.tax_class.value))
        self.price.show_amount(typed.price)
        self.blockSignals(False)

    def typed(self) -> TypedProduct:
        """Return what stands in the boxes."""
        price: Decimal | None = self.price.amount
        return replace(
            self._shown,
            sku=self.sku.text(),
            name=self.name.text(),
            description=self.description.toPlainText(),
            category=self.category.text(),
            unit=self.unit.text(),
            charge=ChargeType(self.charge.currentData()),
            tax_class=TaxClass(self.tax.currentData()),
            price=price,
        )

    def focus_first(self) -> None:
        """Put the cursor into the SKU."""
        self.sku.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("SKU"), self.sku),
            (_("Name"), self.name),
            (_("Description"), self.description),
            (_("Category"), self.category),
            (_("Unit"), self.unit),
            (_("Charged"), self.charge),
            (_("Tax"), self.tax),
            (_("New price from today"), self.price),
        )
        for label, box in rows:
            box.setAccessibleName(label)
            form.addRow(label, box)
        for line in (self.sku, self.name, self.category, self.unit, self.price):
            line.textEdited.connect(self.edited)
        self.description.textChanged.connect(self.edited)
        self.charge.activated.connect(self.edited)
        self.tax.activated.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)


def _fill(box: QComboBox, choices: dict[StrEnum, str]) -> None:
    for value, text in choices.items():
        box.addItem(text, value.value)


def _charges() -> dict[StrEnum, str]:
    return {ChargeType.ONE_TIME: _("Once"), ChargeType.RECURRING: _("Recurring, billed monthly in advance")}


def _taxes() -> dict[StrEnum, str]:
    return {
        TaxClass.STANDARD: _("Standard rate"),
        TaxClass.REDUCED: _("Reduced rate"),
        TaxClass.SECOND_REDUCED: _("Second reduced rate"),
        TaxClass.SUPER_REDUCED: _("Super-reduced rate"),
        TaxClass.ZERO: _("Zero rate"),
        TaxClass.EXEMPT: _("Exempt"),
    }
