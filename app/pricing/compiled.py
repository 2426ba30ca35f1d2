"""Rules of the catalog as the pricing loop reads them: integers, open ends filled, amounts by currency.

Slotted classes and no NamedTuples: the interpreter reads a slot several times faster. Values that thousands
of rules have in common (1, 5 %, "from 10 on") are one object, so that a document finds them in the cache.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from app.catalog.contracted_price import ContractedPrice, FixedPrice
from app.catalog.discount_schedule import DiscountSchedule, Scope, TierKind
from app.catalog.price_book import PriceEntry
from app.catalog.product import Product
from app.catalog.promotion import Promotion, folded
from app.catalog.reduction import PercentOff, Reduction
from app.catalog.selector import Names
from app.catalog.validity import Validity
from app.kernel.numbers import DEFAULT_SCALE, LARGEST_SCALED, to_scaled
from app.pricing.compiled_methods import Method, method_of
from app.pricing.exact import ZERO, Exact, exact

NO_LIMIT = LARGEST_SCALED
"""Stands for a largest quantity nobody set."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """What a reduction does to a price.

    Attributes:
        share: Part of the price taken off; 0 where an amount is.
        amounts: By currency code, off each unit; None for a share.
    """

    share: Exact
    amounts: Mapping[str, Exact] | None


@dataclass(frozen=True, slots=True, eq=False)
class ListPrice:
    """A price of a book: `price` for `base` units of `unit` (empty: the product's), per `term` months.

    Attributes:
        method: How a quantity becomes a price; None: by multiplying.
        minimum: Price units charged at least; free: those that cost nothing.
    """

    code: str
    version: int
    first: date
    last: date
    price: Exact
    base: Exact
    term: int
    unit: str
    method: Method | None = None
    minimum: Exact = ZERO
    free: Exact = ZERO


@dataclass(frozen=True, slots=True, eq=False)
class Agreed:
    """A contracted price: `fixed` with its currency, or a `cut` of the list price."""

    code: str
    version: int
    first: date
    last: date
    fixed: ListPrice | None
    currency: str
    cut: Cut | None
    for_category: bool


@dataclass(frozen=True, slots=True, eq=False)
class Gift:
    """So many price units are free for every so many bought; `sku` empty: of the bought line itself."""

    every: Exact
    free: Exact
    sku: str


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """A promotion; quantities in millionths of the price's unit.

    Attributes:
        is_limited: Whether book, currency or coupon may speak against it; most rules are asked for the date
            only.
        currencies: The only ones its amounts exist in; None: any.
        coupon: What the customer must name, folded; empty: nothing.
        over: By currency code, what the selected lines must reach at list; None: nothing.
    """

    code: str
    version: int
    first: date
    last: date
    is_limited: bool
    books: Names
    currencies: Names | None
    minimum: int
    maximum: int
    order: int
    cut: Cut
    coupon: str
    is_used_up: bool
    over: Mapping[str, Exact] | None
    gift: Gift | None


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """A discount schedule; bounds and step in millionths of `unit` (empty: the price's).

    Attributes:
        is_limited: Whether book, currency or unit may speak against it.
        currencies: The only ones its amounts exist in; None: any.
        facts: Per tier, what the trace says about it.
    """

    code: str
    version: int
    first: date
    last: date
    is_limited: bool
    books: Names
    currencies: Names | None
    is_slab: bool
    scope: Scope
    counts_owned: bool
    unit: str
    step: int
    bounds: tuple[int, ...]
    facts: tuple[tuple[tuple[str, Exact], ...], ...]
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DatedCost:
    """What one product unit costs in one currency while it is valid."""

    first: date
    last: date
    currency: str
    amount: Exact


def costs_of(product: Product) -> tuple[DatedCost, ...]:
    """Return the product's costs, the newest first; of the same day the one written first."""
    rows = [
        DatedCost(*_days(cost.validity), cost.currency.code, exact(cost.amount)) for cost in product.costs
    ]
    return tuple(sorted(rows, key=_newest_cost))


def _newest_cost(cost: DatedCost) -> int:
    return -cost.first.toordinal()


SHARED = 10_000
"""Different values of one kind that are remembered while rules are compiled."""

_exact = lru_cache(maxsize=SHARED)(exact)


@lru_cache(maxsize=SHARED)
def percent_cut(fraction: Decimal) -> Cut:
    """Return the cut by a share of the price, 0 to 1."""
    return Cut(_exact(fraction), None)


def is_in(currency: str, reduction: Reduction) -> bool:
    """Test whether a reduction says something in a currency: a percent in any."""
    return isinstance(reduction, PercentOff) or currency in dict(reduction.amounts)


def cut_of(reduction: Reduction) -> Cut:
    """Return the cut a reduction makes."""
    if isinstance(reduction, PercentOff):
        return percent_cut(reduction.percent.fraction)
    return Cut(ZERO, {currency: exact(amount) for currency, amount in reduction.amounts})


def list_price(entry: PriceEntry) -> ListPrice:
    """Return the entry's price under the code of its book."""
    return ListPrice(
        entry.book,
        entry.version,
        *_days(entry.validity),
        _exact(entry.price),
        _exact(entry.base_quantity),
        entry.term_months,
        entry.unit.code if entry.unit else "",
        None if entry.method is None else method_of(entry.method),
        _exact(entry.minimum_quantity),
        _exact(entry.free_quantity),
    )


def agreed(contracted: ContractedPrice) -> Agreed:
    """Return the contracted price, fixed or as a cut."""
    code, version, terms = contracted.code, contracted.version, contracted.terms
    first, last = _days(contracted.validity)
    if not isinstance(terms, FixedPrice):
        return Agreed(code, version, first, last, None, "", cut_of(terms), bool(contracted.category))
    unit = terms.unit.code if terms.unit else ""
    price, base = _exact(terms.price), _exact(terms.base_quantity)
    fixed = ListPrice(code, version, first, last, price, base, terms.term_months, unit)
    return Agreed(code, version, first, last, fixed, terms.currency.code, None, bool(contracted.category))


def offer(promotion: Promotion) -> Offer:
    """Return the promotion with its limits in millionths."""
    cut, goods = cut_of(promotion.reduction), promotion.free_goods
    over = {currency: exact(amount) for currency, amount in promotion.order_over} or None
    books, currencies = promotion.selector.books, _currencies((cut,), over)
    return Offer(
        promotion.code,
        promotion.version,
        *_days(promotion.validity),
        bool(books) or currencies is not None or bool(promotion.coupon),
        books,
        currencies,
        _millionths(promotion.minimum),
        NO_LIMIT if promotion.maximum is None else _millionths(promotion.maximum),
        promotion.order,
        cut,
        folded(promotion.coupon),
        promotion.is_used_up,
        over,
        None if goods is None else Gift(exact(goods.every), exact(goods.free), goods.sku),
    )


def ladder(schedule: DiscountSchedule) -> Ladder:
    """Return the schedule with its bounds in millionths."""
    cuts = tuple(cut_of(tier.reduction) for tier in schedule.tiers)
    books, currencies = schedule.selector.books, _currencies(cuts)
    return Ladder(
        schedule.code,
        schedule.version,
        *_days(schedule.validity),
        bool(books) or currencies is not None or schedule.unit is not None,
        books,
        currencies,
        schedule.kind is TierKind.SLAB,
        schedule.scope,
        schedule.counts_owned,
        schedule.unit.code if schedule.unit else "",
        _millionths(schedule.step),
        *_bounds(tuple(tier.lower for tier in schedule.tiers)),
        cuts,
    )


def newest_first(rule: ListPrice | Agreed | Offer | Ladder) -> tuple[int, str]:
    """Order rules by their first day, the latest in front; of the same day the lower code."""
    return (-rule.first.toordinal(), rule.code)


Facts = tuple[tuple[tuple[str, Exact], ...], ...]


@lru_cache(maxsize=SHARED)
def _bounds(lowers: tuple[Decimal, ...]) -> tuple[tuple[int, ...], Facts]:
    """Return the bounds in millionths, and per tier what the trace says about it."""
    return tuple(map(_millionths, lowers)), tuple([(("lower", _exact(lower)),) for lower in lowers])


@lru_cache(maxsize=SHARED)
def _days(validity: Validity) -> tuple[date, date]:
    return validity.first or date.min, validity.last or date.max


def _millionths(value: Decimal) -> int:
    return to_scaled(value, DEFAULT_SCALE)


def _currencies(cuts: tuple[Cut, ...], over: Mapping[str, Exact] | None = None) -> Names | None:
    sets = [frozenset(cut.amounts) for cut in cuts if cut.amounts is not None]
    if over is not None:
        sets.append(frozenset(over))
    return frozenset.intersection(*sets) if sets else None
