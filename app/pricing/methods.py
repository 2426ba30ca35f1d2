"""Where a line starts whose price is known only with its quantity or its cost (domain.md section 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.kernel.findings import Finding, Severity
from app.pricing.compiled import ListPrice
from app.pricing.compiled_methods import Boxes, Markup, Package, Tiers
from app.pricing.context import Context
from app.pricing.exact import MILLION, ONE, ZERO, Exact, as_text, difference, lowest, product, quotient, total
from app.pricing.opening import Article, Because, Opening, open_with
from app.pricing.reasons import Operation, Reason, Refused, StepKind
from app.pricing.trace import Move, Refusal, facts_of


@dataclass(slots=True, eq=False)
class Late:
    """An article whose plan cannot say its price; `listed` has a method, a minimum or free units."""

    article: Article
    listed: ListPrice
    ties: tuple[Refusal, ...]

    @property
    def is_by_quantity(self) -> bool:
        """Test whether the quantity makes the price, so that nothing else may split it."""
        return not isinstance(self.listed.method, Markup)

    @property
    def price_units(self) -> Exact:
        """Return the units of the price in one line unit."""
        return self.article.units_per_line_unit(self.listed.unit) or ONE


def is_late(listed: ListPrice) -> bool:
    """Test whether a list price waits for the quantity, the cost or the other lines."""
    return listed.method is not None or bool(listed.minimum[0]) or bool(listed.free[0])


def open_late(context: Context, late: Late, quantity: Exact, cost: Exact | None) -> Opening | Finding:
    """Return steps 0 and 1 for a quantity of line units, or what forbids a price.

    A block or package is one price for the whole quantity, which is then the base quantity, so that nothing
    is divided. Graduated tiers start at the first one (`graduated` gives them all), a share of other lines at
    nothing (see `covering`).

    Args:
        context: The document.
        late: The article.
        quantity: Of the line, not 0.
        cost: Per line unit; None where nobody knows it.
    """
    method = late.listed.method
    sold = abs(quantity[0]), quantity[1]
    if isinstance(method, Boxes):
        return _boxed(context, late, method, sold)
    if isinstance(method, Package):
        return _packed(context, late, method, sold)
    if isinstance(method, Tiers):
        tier = 0 if method.is_graduated else method.tier_of(_begun_millionths(late, sold))
        return _in_tier(context, late, method, tier)
    if isinstance(method, Markup):
        return _marked_up(context, late, method, cost)
    return open_with(context, late.article, late.listed, Because(Reason.PRICE_BOOK, (), late.ties))


def graduated(context: Context, late: Late, quantity: Exact) -> list[tuple[Opening, Exact]]:
    """Return each tier a quantity fills with its share in line units; nothing for other methods."""
    method = late.listed.method
    if not isinstance(method, Tiers) or not method.is_graduated:
        return []
    units, sign = late.price_units, -1 if quantity[0] < 0 else 1
    end = abs(quantity[0]) * units[0] * MILLION
    scale = quantity[1] * units[1]  # millionths of a price unit, times this, are whole numbers
    found = []
    tops = [bound * scale for bound in method.bounds[1:]]
    for tier, (bottom, top) in enumerate(zip([0, *tops], [*tops, end], strict=True)):
        share = min(end, top) - bottom
        if share > 0:
            filled = lowest(sign * share * units[1], scale * MILLION * units[0])
            found.append((_in_tier(context, late, method, tier), filled))
    return found


def _boxed(context: Context, late: Late, boxes: Boxes, sold: Exact) -> Opening | Finding:
    quantity = _millionths(late, sold)
    box = boxes.box_of(quantity)
    is_beyond = boxes.ends_below(_begun_millionths(late, sold))
    if box < 0 or is_beyond:
        return _outside(late, boxes, quantity, is_beyond=is_beyond)
    price, bound = boxes.prices[box], lowest(boxes.bounds[box], MILLION)
    facts = facts_of(lower=bound, box=price)
    if boxes.overage is not None and box == len(boxes.bounds) - 1:
        beyond = difference(product(sold, late.price_units), bound)
        facts = facts_of(lower=bound, box=price, beyond=beyond, each=boxes.overage)
        price = total(price, product(beyond, boxes.overage))
    return _for_all(context, late, price, sold, Because(Reason.BLOCK, facts, late.ties))


def _outside(late: Late, boxes: Boxes, quantity: int, *, is_beyond: bool) -> Finding:
    asked, first = as_text(lowest(quantity, MILLION)), as_text(lowest(boxes.bounds[0], MILLION))
    facts = {"sku": late.article.shelf.product.sku, "quantity": asked, "first": first}
    if boxes.last is None or not is_beyond:
        return Finding("pricing.below_first_box", Severity.BLOCKER, "quantity", facts)
    facts["last"] = as_text(lowest(boxes.last, MILLION))
    return Finding("pricing.beyond_last_box", Severity.BLOCKER, "quantity", facts)


def _packed(context: Context, late: Late, package: Package, sold: Exact) -> Opening:
    begun = quotient(product(sold, late.price_units), package.size)
    packages = -(-begun[0] // begun[1])
    facts = facts_of(size=package.size, packages=(packages, 1))
    price = product(late.listed.price, (packages, 1))
    return _for_all(context, late, price, sold, Because(Reason.PACKAGES, facts, late.ties))


def _for_all(context: Context, late: Late, price: Exact, sold: Exact, because: Because) -> Opening:
    """Return the opening whose price is for the whole quantity."""
    listed = replace(late.listed, price=quotient(price, late.price_units), base=sold)
    return open_with(context, late.article, listed, because)


def _in_tier(context: Context, late: Late, tiers: Tiers, tier: int) -> Opening:
    facts = facts_of(above=lowest(tiers.bounds[tier], MILLION))
    listed = replace(late.listed, price=tiers.prices[tier])
    return open_with(context, late.article, listed, Because(Reason.USAGE_TIER, facts, late.ties))


def _marked_up(context: Context, late: Late, markup: Markup, cost: Exact | None) -> Opening | Finding:
    """Cost and markup stand in place of the list price; a contracted price is nearer and beats them."""
    listed = late.listed
    start = open_with(context, late.article, listed, Because(Reason.PRICE_BOOK, (), late.ties))
    last = start.moves[-1]
    if last.kind is StepKind.SPECIAL and last.operation is not Operation.KEEP:
        beaten = Refusal(listed.code, listed.version, Refused.LESS_SPECIFIC, last.rule)
        move = last._replace(refused=(*last.refused, beaten))
        return replace(start, moves=(*start.moves[:-1], move))
    if cost is None:
        missing = {"sku": late.article.shelf.product.sku, "on": context.on.isoformat()}
        return Finding("pricing.cost_missing", Severity.BLOCKER, "sku", missing)
    price = product(markup.of(cost, start.factor), start.base)
    refused = last.refused if last.kind is StepKind.SPECIAL else ()
    share, amount = difference(markup.factor, ONE), product(markup.amount, start.factor)
    facts = facts_of(cost=cost, share=share, markup=amount)
    kind, set_to = StepKind.SPECIAL, Operation.SET
    move = Move(kind, set_to, price, listed.code, listed.version, Reason.COST_PLUS, facts, refused)
    return replace(start, price=price, moves=(start.moves[0], move))


def unit_list_price(start: Opening) -> Opening:
    """Return the list price of one line unit alone: what a typed price, which is per unit, stands beside."""
    price = quotient(start.list_price, start.base)
    first = start.moves[0]._replace(value=price)
    return replace(start, list_price=price, price=price, base=ONE, moves=(first, *start.moves[1:]))


def free_units(late: Late, sold: Exact) -> tuple[Exact, Exact]:
    """Return how many of the line units sold are free, and how many a minimum charges beyond them."""
    units = late.price_units
    free = quotient(late.listed.free, units)
    least = quotient(late.listed.minimum, units)
    beyond = difference(least, sold)
    return (sold if difference(free, sold)[0] > 0 else free), (beyond if beyond[0] > 0 else ZERO)


def _millionths(late: Late, sold: Exact) -> int:
    """Return the quantity in millionths of the price's unit; a fraction of one does not reach a bound."""
    units = late.price_units
    return sold[0] * units[0] * MILLION // (sold[1] * units[1])


def _begun_millionths(late: Late, sold: Exact) -> int:
    """Return the same where a bound belongs to what lies below it: a fraction of one lies above it."""
    units = late.price_units
    return -(-sold[0] * units[0] * MILLION // (sold[1] * units[1]))
