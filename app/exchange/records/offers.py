"""Offers in files: ``code,name,percent,valid_from,valid_to,min_quantity,max_quantity,skus`` and for whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from app.catalog.validity import Validity
from app.exchange.records import kinds
from app.exchange.records.fields import Field, Noun, Refuse
from app.exchange.records.prices import CODE_LENGTH
from app.exchange.records.products import PRICE
from app.kernel.errors import AppError, RuleViolation
from app.kernel.money import Currency

ALL_PRODUCTS = "*"
"""Stands among the categories of an offer that is meant for every product."""

_ZERO = Decimal(0)
_LAST_PLACE = 1_000_000
_REDUCTION = ("percent", "amounts")


class ReductionUnclear(RuleViolation):
    """An offer takes off neither a percentage nor an amount, or both."""

    code = "exchange.reduction_unclear"


class QuantitiesReversed(RuleViolation):
    """The largest quantity of an offer lies below its smallest."""

    code = "exchange.quantities_reversed"


class AmountWithoutCurrency(RuleViolation):
    """An offer takes off an amount and does not say of which currency."""

    code = "exchange.amount_without_currency"


class OfferForNothing(RuleViolation):
    """An offer names neither products nor categories, nor does it say that every product is meant."""

    code = "exchange.offer_for_nothing"


class OfferRow(NamedTuple):
    """One offer of a file; empty sets set no condition.

    Attributes:
        line: Where it stands in the file; 0 for one that comes from the store.
        code: Unique name; of two offers with the same outcome the lower code wins.
        name: In the language of the company; the code where the file has none.
        percent: Percent points off, 0 to 100; None where amounts are taken off.
        amounts: Pairs of currency and amount off one unit.
        valid_from: First day; None: always before `valid_to`.
        valid_to: Last day, inclusive; None: until further notice.
        min_quantity: Smallest quantity of a line, inclusive.
        max_quantity: Largest, inclusive; None: no limit.
        skus: Products; together with `categories` either one suffices.
        categories: Category paths; `ALL_PRODUCTS` where every product is meant, then `skus` are empty.
        order: Place among offers that stack.
        names: Pairs of language tag and name, in other languages.
        amount: Only while the row is read: an amount of `currency`.
        currency: Only while the row is read.
    """

    line: int
    code: str
    name: str = ""
    percent: Decimal | None = None
    amounts: tuple[tuple[str, Decimal], ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    min_quantity: Decimal = _ZERO
    max_quantity: Decimal | None = None
    skus: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    price_books: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    order: int = 0
    names: tuple[tuple[str, str], ...] = ()
    amount: Decimal | None = None
    currency: str = ""


def _settled(row: OfferRow, refuse: Refuse) -> OfferRow:
    amounts = _amounts(row, refuse)
    if (row.percent is None) == (not amounts):
        refuse("percent", ReductionUnclear(code=row.code))
    if row.max_quantity is not None and row.max_quantity < row.min_quantity:
        refuse("max_quantity", QuantitiesReversed(low=row.min_quantity, high=row.max_quantity))
    try:
        Validity(row.valid_from, row.valid_to)
    except AppError as error:
        refuse("valid_to", error)
    is_for_all = ALL_PRODUCTS in row.categories
    return row._replace(
        name=row.name or row.code,
        amounts=tuple(sorted(amounts.items())),
        amount=None,
        currency="",
        skus=() if is_for_all else tuple(sorted(row.skus)),
        categories=(ALL_PRODUCTS,) if is_for_all else tuple(sorted(row.categories)),
        price_books=tuple(sorted(row.price_books)),
        customers=tuple(sorted(row.customers)),
    )


def _amounts(row: OfferRow, refuse: Refuse) -> dict[str, Decimal]:
    amounts = {}
    for code, amount in row.amounts:
        try:
            amounts[Currency.of(code.upper()).code] = amount
        except AppError as error:
            refuse(f"amount[{code}]", error)
    if row.amount is not None and not row.currency:
        refuse("currency", AmountWithoutCurrency(code=row.code))
    elif row.amount is not None:
        amounts[row.currency] = row.amount
    return amounts


OFFERS: Noun[OfferRow] = Noun(
    name="offers",
    row=OfferRow,
    fields=(
        Field("code", kinds.name("code", CODE_LENGTH)),
        Field("name", kinds.name("name"), ""),
        Field("percent", kinds.percent(), None, decides=_REDUCTION),
        Field("amount", PRICE, None, indexed=True, part="amounts", decides=_REDUCTION),
        Field("valid_from", kinds.DAY, None),
        Field("valid_to", kinds.DAY, None),
        Field("min_quantity", kinds.number(low=_ZERO), _ZERO),
        Field("max_quantity", kinds.number(low=_ZERO), None),
        Field("skus", kinds.CODES, ()),
        Field("categories", kinds.CODES, ()),
        Field("price_books", kinds.CODES, ()),
        Field("customers", kinds.CODES, ()),
        Field("order", kinds.whole(low=0, high=_LAST_PLACE), 0),
        Field("name", kinds.name("name"), "", indexed=True, part="names"),
        Field("amount", PRICE, None, decides=_REDUCTION, is_passing=True),
        Field("currency", kinds.CURRENCY, "", is_passing=True),
    ),
    key=attrgetter("code"),
    settle=_settled,
    together=frozenset({"code"}),
    either=("percent", "amount"),
)
