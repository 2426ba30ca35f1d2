"""What a price list says about tax: a percentage, a class of rates, or both."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from app.catalog.product import TaxClass
from app.exchange.tables.cells import Cell, OutCell, Percentage
from app.exchange.values.number_form import NumberForm
from app.exchange.values.percents import read_percent, written_percent
from app.kernel.errors import RuleViolation
from app.kernel.exact import plain

_SHOWN = 40
_MARK = re.compile(r"(?P<word>[^0-9%.,+-]*)(?P<points>[+-]?[0-9.,]+)?\s*(?P<sign>%?)")

# The letters are categories of EN 16931; reverse charge and export follow from the customer.
_WORDS = {
    "standard": "standard s normal voll regelsatz std taxable general estándar",
    "reduced": "reduced r aa ermäßigt réduit reducido low",
    "second_reduced": "second_reduced",
    "super_reduced": "super_reduced superreducido",
    "zero": "zero z null zéro cero",
    "exempt": "exempt e befreit steuerfrei exonéré exento none",
}
_CLASSES = {word.casefold(): TaxClass(name) for name, words in _WORDS.items() for word in words.split()}


class UnknownTax(RuleViolation):
    """The text is neither a percentage nor a class of rates."""

    code = "exchange.unknown_tax"


class TaxMark(NamedTuple):
    """What a product's row says about its tax.

    Attributes:
        tax_class: Class of rates where the row names one.
        percent: Percent points where the row names them, 0 to 100.
    """

    tax_class: TaxClass | None = None
    percent: Decimal | None = None


STANDARD_TAX = TaxMark(TaxClass.STANDARD)


def read_tax(cell: Cell, form: NumberForm) -> TaxMark:
    """Return what ``19``, ``19 %``, ``reduced``, ``S`` or ``reduced 7`` says.

    Raises:
        UnknownTax: Neither a percentage nor a class of rates.
        PercentUnclear: A bare number strictly between 0 and 1.
        RuleViolation: A number that is none, or outside 0 to 100.
    """
    if isinstance(cell, Decimal | Percentage):
        return TaxMark(None, read_percent(cell, form))
    if not isinstance(cell, str):
        raise UnknownTax(text=cell.isoformat())
    found = _MARK.fullmatch(cell.strip())
    tax_class = _CLASSES.get(found["word"].strip().casefold()) if found else None
    if found is None or (found["word"] and tax_class is None):
        raise UnknownTax(text=cell.strip()[:_SHOWN])
    points = read_percent(found["points"] + found["sign"], form) if found["points"] else None
    return TaxMark(tax_class, points)


def written_tax(mark: TaxMark) -> OutCell:
    """Return the cell that `read_tax` reads back."""
    if mark.percent is None:
        return mark.tax_class.value if mark.tax_class else ""
    points = written_percent(mark.percent)
    if mark.tax_class is None:
        return points
    return f"{mark.tax_class.value} {plain(points) if isinstance(points, Decimal) else points}"
