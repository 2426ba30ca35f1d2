"""Dated prices and costs in files: ``sku,price,currency[,price_book,valid_from,valid_to,unit,cost]``."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.catalog.validity import Validity
from app.exchange.records import kinds
from app.exchange.records.fields import Field, Noun, Refuse
from app.exchange.records.products import PER, PRICE, SKU, TERM
from app.kernel.errors import AppError, RuleViolation

CODE_LENGTH = 40


class PriceMissing(RuleViolation):
    """A row of a price list has neither a price nor a cost."""

    code = "exchange.price_missing"


class PriceRow(NamedTuple):
    """The price of a product while it is valid, what it costs us then, or both.

    Attributes:
        line: Where it stands in the file; 0 for one that comes from the store.
        price: For `per` units, up to 6 decimals; None where the row is about the cost alone.
        price_book: Code of the price book; '' is the standing one of the currency.
        valid_from: First day; None: always before `valid_to`.
        valid_to: Last day, inclusive; None: until further notice.
        unit: UN/ECE Rec 20 code; '' is the product's.
        per: How many units the price is for.
        term: Months a recurring price is for.
        cost: Of one unit, in `currency`.
    """

    line: int
    sku: str
    price: Decimal | None
    currency: str
    price_book: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    unit: str = ""
    per: Decimal = Decimal(1)
    term: int = 1
    cost: Decimal | None = None


def _settled(row: PriceRow, refuse: Refuse) -> PriceRow:
    if row.price is None and row.cost is None:
        refuse("price", PriceMissing(sku=row.sku))
    try:
        Validity(row.valid_from, row.valid_to)
    except AppError as error:
        refuse("valid_to", error)
    return row


def _key(row: PriceRow) -> Hashable:
    return row.sku, row.price_book, row.currency, row.valid_from


PRICES: Noun[PriceRow] = Noun(
    name="prices",
    row=PriceRow,
    fields=(
        Field("sku", SKU),
        Field("price", PRICE, None),
        Field("currency", kinds.CURRENCY),
        Field("price_book", kinds.name("price_book", CODE_LENGTH), ""),
        Field("valid_from", kinds.DAY, None),
        Field("valid_to", kinds.DAY, None),
        Field("unit", kinds.UNIT, ""),
        Field("per", PER, Decimal(1)),
        Field("term", TERM, 1),
        Field("cost", PRICE, None),
    ),
    key=_key,
    settle=_settled,
    together=frozenset({"price", "cost", "valid_from", "valid_to"}),
    either=("price", "cost"),
)
