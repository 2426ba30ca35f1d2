"""Steps 0 and 1 of the waterfall: the list price, and the agreed price in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from app.pricing.compiled import Agreed, ListPrice
from app.pricing.context import Context
from app.pricing.exact import ONE, Exact, difference, lowest, product, quotient
from app.pricing.reasons import Operation, Reason, Refused, StepKind
from app.pricing.rules import Shelf
from app.pricing.selection import choose
from app.pricing.trace import Facts, Move, Refusal, kept, make
from app.pricing.units import factor

_LIST, _SET, _PRICE_BOOK = StepKind.LIST, Operation.SET, Reason.PRICE_BOOK


class Because(NamedTuple):
    """Why a price is the list price, what the reason speaks of, and the other prices of the same day."""

    reason: Reason
    facts: Facts
    ties: tuple[Refusal, ...]


@dataclass(slots=True, eq=False)
class Opening:
    """Where a line's waterfall starts.

    Attributes:
        list_price: For `base` line units.
        price: After step 1, for `base` line units.
        term: Months a recurring price is for.
        factor: Price units in one line unit; amounts of rules are off each price unit.
        moves: List, and special where the customer has agreements.
        listed: The price book's; None where an agreed price stands without one.
        is_final: No step follows: units that are given away cost nothing, and the cents a target leaves over
            are those cents, whatever else is taken off.
    """

    list_price: Exact
    price: Exact
    base: Exact
    term: int
    factor: Exact
    moves: tuple[Move, ...]
    listed: ListPrice | None = None
    is_final: bool = False

    def per_base(self, per_unit: Exact) -> Exact:
        """Return an amount off each price unit for the base quantity in line units."""
        return product(product(per_unit, self.factor), self.base)


@dataclass(slots=True, eq=False)
class Article:
    """What a line is about: the product with its rules, and the unit of the line."""

    shelf: Shelf
    unit: str

    def units_per_line_unit(self, unit: str) -> Exact | None:
        """Return how many of a price's units (empty: the product's) one line unit is; None: unknown."""
        wanted = unit or self.shelf.unit
        return ONE if wanted == self.unit else factor(self.unit, wanted, self.shelf.product)


def opening(context: Context, article: Article) -> Opening | None:
    """Return steps 0 and 1; None where the product has no price for this book, currency, date and unit."""
    listed, ties = _listed(context, article)
    if listed is not None:
        return open_with(context, article, listed, Because(_PRICE_BOOK, (), ties))
    return _without_list(article, *_agreed(context, article)) if context.agreements else None


def open_with(
    context: Context,
    article: Article,
    listed: ListPrice,
    because: Because,
) -> Opening:
    """Return steps 0 and 1 of a list price.

    Args:
        context: The document.
        article: What is sold, in which unit.
        listed: Its list price; the unit is convertible.
        because: What the trace says about it.
    """
    agreed, refused = _agreed(context, article) if context.agreements else (None, ())
    in_price_units = article.units_per_line_unit(listed.unit) or ONE
    price = listed.price if in_price_units is ONE else product(listed.price, in_price_units)
    first = make(Move, (_LIST, _SET, price, listed.code, listed.version, *because))
    start = Opening(price, price, listed.base, listed.term, in_price_units, (first,), listed)
    if agreed is not None:
        return _special(context, article, start, agreed, refused)
    return replace(start, moves=(first, kept(StepKind.SPECIAL, refused))) if refused else start


def _listed(context: Context, article: Article) -> tuple[ListPrice | None, tuple[Refusal, ...]]:
    """Return the newest valid list price; only a tie is traced, the history of a price is no rule."""
    if context.book is None:
        return None, ()
    on, book = context.on, context.book.code
    prices: list[ListPrice] = []
    for price in article.shelf.prices:
        is_valid = price.code == book and price.first <= on <= price.last
        if is_valid and article.units_per_line_unit(price.unit) is not None:
            prices.append(price)
    if not prices:
        return None, ()
    newest = prices[0]
    if len(prices) == 1:
        return newest, ()
    return newest, tuple(
        [
            Refusal(price.code, price.version, Refused.TIED_HIGHER_CODE, price.code)
            for price in prices[1:]
            if price.first == newest.first
        ]
    )


def _agreed(context: Context, article: Article) -> tuple[Agreed | None, tuple[Refusal, ...]]:
    own = context.agreements
    levels = [own[place] for place in article.shelf.places if place in own]
    if not levels:
        return None, ()
    usable: list[tuple[int, Agreed]] = []
    refused: list[Refusal] = []
    for rank, level in enumerate(levels):
        for agreed in level:
            reason = _why_not(agreed, context, article)
            if reason is None:
                usable.append((rank, agreed))
            else:
                refused.append(Refusal(agreed.code, agreed.version, reason))
    return choose(usable, refused)


def _why_not(agreed: Agreed, context: Context, article: Article) -> Refused | None:
    if not agreed.first <= context.on <= agreed.last:
        return Refused.NOT_VALID_ON_DATE
    if agreed.cut is not None:
        amounts = agreed.cut.amounts
        return None if amounts is None or context.currency in amounts else Refused.OTHER_CURRENCY
    if agreed.currency != context.currency:
        return Refused.OTHER_CURRENCY
    known = agreed.fixed is None or article.units_per_line_unit(agreed.fixed.unit) is not None
    return None if known else Refused.UNIT_NOT_CONVERTIBLE


def _without_list(article: Article, agreed: Agreed | None, refused: tuple[Refusal, ...]) -> Opening | None:
    """An agreed price can stand without a list price, which it then is; an agreed discount cannot."""
    if agreed is None or agreed.fixed is None:
        return None
    fixed = agreed.fixed
    in_price_units = article.units_per_line_unit(fixed.unit) or ONE
    price = product(fixed.price, in_price_units)
    reason = Reason.LIST_IS_CONTRACTED
    first = Move(_LIST, _SET, price, agreed.code, agreed.version, reason, (), refused)
    return Opening(price, price, fixed.base, fixed.term, in_price_units, (first,))


def _special(
    context: Context, article: Article, start: Opening, agreed: Agreed, refused: tuple[Refusal, ...]
) -> Opening:
    operation, value, after = _agreed_price(context, article, start, agreed)
    reason = Reason.CONTRACTED_FOR_CATEGORY if agreed.for_category else Reason.CONTRACTED_FOR_PRODUCT
    move = Move(StepKind.SPECIAL, operation, value, agreed.code, agreed.version, reason, (), refused)
    return replace(start, price=after, moves=(*start.moves, move))


def _agreed_price(
    context: Context, article: Article, start: Opening, agreed: Agreed
) -> tuple[Operation, Exact, Exact]:
    """Return what the agreement does, with which value, and the price behind it."""
    cut = agreed.cut
    if cut is None:
        price = _restated(agreed.fixed, start, article) if agreed.fixed else start.price
        return Operation.SET, price, price
    if cut.amounts is None:
        above, below = cut.share
        return Operation.PERCENT, cut.share, product(start.price, (below - above, below))
    taken = start.per_base(cut.amounts[context.currency])
    return Operation.AMOUNT, taken, difference(start.price, taken)


def _restated(fixed: ListPrice, start: Opening, article: Article) -> Exact:
    """Return an agreed price for the list price's base quantity and term, and the line's unit."""
    units = article.units_per_line_unit(fixed.unit) or ONE
    per_base = quotient(product(product(fixed.price, units), start.base), fixed.base)
    return lowest(per_base[0] * start.term, per_base[1] * fixed.term)
