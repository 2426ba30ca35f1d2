"""Discount and margin figures, exact so that a limit can be tested without a rounding's help or harm.

The discount is measured against list x multiplier, never against the unprorated list (domain.md section 4);
margin is (net - cost) / net, markup (net - cost) / cost (section 6).
"""

from __future__ import annotations

from math import lcm

from app.kernel.ratio import Ratio
from app.pricing.exact import ONE, Exact
from app.pricing.reasons import StepKind
from app.pricing.result import Part, PricedDocument, PricedLine


def line_discount(line: PricedLine) -> Ratio | None:
    """Return 1 - net / (list x multiplier) of a line; None without a price or with a list price of 0."""
    net, listed = _sums([line])
    return _given_away(net, listed)


def average_discount(document: PricedDocument) -> Ratio | None:
    """Return the discount over all lines in the total, the document discount included.

    None where the list prices sum to nothing.
    """
    net, listed = _sums([line for line in document.lines if line.in_total])
    lump = Ratio(document.totals.discount, 10**document.request.currency.exponent)
    return _given_away(net - lump, listed)


def margin(net: int, cost: int) -> Ratio | None:
    """Return the share of the net that is left after cost; None for a net of nothing."""
    return Ratio(net - cost, net) if net else None


def markup(net: int, cost: int) -> Ratio | None:
    """Return what was put on the cost, as a share of it; None where it costs nothing."""
    return Ratio(net - cost, cost) if cost else None


def list_price(part: Part) -> Exact:
    """Return the list price of a part, for the line's base quantity."""
    return part.moves[0].value


def multiplier(part: Part) -> Exact:
    """Return the multiplier of step 4; 1 for a one-time line."""
    for move in part.moves:
        if move.kind is StepKind.PRORATION:
            return move.value
    return ONE


def _given_away(net: Ratio, listed: Ratio) -> Ratio | None:
    return Ratio(1) - net / listed if listed.numerator > 0 else None


def _sums(lines: list[PricedLine]) -> tuple[Ratio, Ratio]:
    """Return exact net and prorated list, each summed over few denominators before it is divided."""
    nets: dict[int, int] = {}
    lists: dict[int, int] = {}
    for line in lines:
        base = line.base_quantity
        for part in line.parts:
            _add(nets, part.net, part.quantity, base)
            times = multiplier(part)
            price = list_price(part)
            _add(lists, (price[0] * times[0], price[1] * times[1]), part.quantity, base)
    return _total(nets), _total(lists)


def _add(sums: dict[int, int], price: Exact, quantity: Exact, base: Exact) -> None:
    denominator = price[1] * quantity[1] * base[0]
    sums[denominator] = sums.get(denominator, 0) + price[0] * quantity[0] * base[1]


def _total(sums: dict[int, int]) -> Ratio:
    common = lcm(*sums) if sums else 1
    return Ratio(sum(value * (common // denominator) for denominator, value in sums.items()), common)
