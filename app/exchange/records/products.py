"""Products in files: ``sku,name,price,currency,tax[,unit,cost,category]`` and what else a product has."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from app.catalog.product import CATEGORY_SEPARATOR, ChargeType, SupplyKind
from app.catalog.validity import Validity
from app.exchange.records import kinds
from app.exchange.records.fields import Field, Noun, Refuse
from app.exchange.values.conversions import read_conversion, written_conversion
from app.exchange.values.taxes import STANDARD_TAX, TaxMark
from app.kernel.errors import AppError
from app.kernel.numbers import DEFAULT_SCALE
from app.kernel.quantity import PIECE
from app.kernel.text import DESCRIPTION_LENGTH, clean_name

SKU_LENGTH = 80
_ZERO = Decimal(0)
_LONGEST_TERM = 1200

SKU = kinds.name("sku", SKU_LENGTH)
PRICE = kinds.number(low=_ZERO)
SMALLEST = Decimal(1).scaleb(-DEFAULT_SCALE)
"""The smallest quantity there is."""
PER = kinds.number(low=SMALLEST)
TERM = kinds.whole(low=1, high=_LONGEST_TERM)


class ProductRow(NamedTuple):
    """One product of a file.

    Attributes:
        line: Where it stands in the file; 0 for one that comes from the store.
        sku: Our code for it, unique.
        name: In the language of the company.
        price: List price of `per` units in `currency`, up to 6 decimals; of `term` months if it recurs;
            None where there is none, which leaves a price that is there as it is.
        tax: A percentage, a class of rates, or both.
        unit: UN/ECE Rec 20 code.
        cost: What one unit costs us, in `currency`.
        category: Path from the top: ``Bikes/Mountain Bikes``.
        description: In the language of the company.
        names: Pairs of language tag and name, in other languages.
        descriptions: Pairs of language tag and description, in other languages.
        charge: Once or again and again.
        term: Months a recurring price is for.
        conversions: Other units it is sold in, in the spelling of `written_conversion`.
        exemption: Reason code where its sale is exempt.
        sell_from: First day it may be sold.
        sell_to: Last day, inclusive.
    """

    line: int
    sku: str
    name: str
    price: Decimal | None
    currency: str
    tax: TaxMark = STANDARD_TAX
    unit: str = PIECE.code
    per: Decimal = Decimal(1)
    cost: Decimal | None = None
    category: str = ""
    description: str = ""
    names: tuple[tuple[str, str], ...] = ()
    descriptions: tuple[tuple[str, str], ...] = ()
    supply: SupplyKind = SupplyKind.GOODS
    charge: ChargeType = ChargeType.ONE_TIME
    term: int = 1
    conversions: tuple[str, ...] = ()
    exemption: str = ""
    sell_from: date | None = None
    sell_to: date | None = None


def _category(text: str) -> str:
    levels = clean_name(text, field="category").split(CATEGORY_SEPARATOR)
    return CATEGORY_SEPARATOR.join(level.strip() for level in levels if level.strip())


def _conversion(text: str) -> str:
    return written_conversion(read_conversion(text))


def _settled(row: ProductRow, refuse: Refuse) -> ProductRow:
    if row.sell_from and row.sell_to:
        try:
            Validity(row.sell_from, row.sell_to)
        except AppError as error:
            refuse("sell_to", error)
    return row


_SUPPLIES = {
    "good": SupplyKind.GOODS,
    "ware": SupplyKind.GOODS,
    "lieferung": SupplyKind.GOODS,
    "bien": SupplyKind.GOODS,
    "services": SupplyKind.SERVICE,
    "leistung": SupplyKind.SERVICE,
    "dienstleistung": SupplyKind.SERVICE,
    "servicio": SupplyKind.SERVICE,
}
_CHARGES = {
    "once": ChargeType.ONE_TIME,
    "one-time": ChargeType.ONE_TIME,
    "einmalig": ChargeType.ONE_TIME,
    "unique": ChargeType.ONE_TIME,
    "subscription": ChargeType.RECURRING,
    "wiederkehrend": ChargeType.RECURRING,
    "abo": ChargeType.RECURRING,
    "récurrent": ChargeType.RECURRING,
    "recurrente": ChargeType.RECURRING,
}

_DESCRIPTION = kinds.text("description", DESCRIPTION_LENGTH)

PRODUCTS: Noun[ProductRow] = Noun(
    name="products",
    row=ProductRow,
    fields=(
        Field("sku", SKU),
        Field("name", kinds.name("name")),
        Field("price", PRICE, None),
        Field("currency", kinds.CURRENCY),
        Field("tax", kinds.TAX, STANDARD_TAX),
        Field("unit", kinds.UNIT, PIECE.code),
        Field("per", PER, Decimal(1)),
        Field("cost", PRICE, None),
        Field("category", kinds.cleaned(_category), ""),
        Field("description", _DESCRIPTION, ""),
        Field("name", kinds.name("name"), "", indexed=True, part="names"),
        Field("description", _DESCRIPTION, "", indexed=True, part="descriptions"),
        Field("supply", kinds.choice(SupplyKind, _SUPPLIES), SupplyKind.GOODS),
        Field("charge", kinds.choice(ChargeType, _CHARGES), ChargeType.ONE_TIME),
        Field("term", TERM, 1),
        Field("conversions", kinds.listed(_conversion), ()),
        Field("exemption", kinds.name("exemption", 40), ""),
        Field("sell_from", kinds.DAY, None),
        Field("sell_to", kinds.DAY, None),
    ),
    key=attrgetter("sku"),
    settle=_settled,
    together=frozenset({"sell_from", "sell_to"}),
    either=("price",),
)
