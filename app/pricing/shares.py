"""What of the document discount, the net and the tax falls on each line (domain.md sections 2 and 13).

Made when somebody asks: the invoice, a credit note, tax rounding by line. The totals stand without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.company.policies import TaxRounding
from app.kernel.money import NothingToShareBy
from app.kernel.percent import NO_PERCENT, Percent
from app.pricing.result import PricedDocument, PricedLine, TaxGroup
from app.taxes.calculation import net_of_gross, tax_on_net


class LineShare(NamedTuple):
    """A line's part of the document, in the currency's smallest unit; zeros for a line outside the total.

    Attributes:
        discount: Of the document discount, in the document's basis.
        net: Without tax, after the document discount.
        tax: Its part of its group's tax; over a group the parts sum to it exactly.
    """

    discount: int
    net: int
    tax: int


NO_SHARE = LineShare(0, 0, 0)


def line_shares(document: PricedDocument) -> tuple[LineShare, ...]:
    """Return the share of every line, in the document's order."""
    rounding = document.request.policies.tax_rounding
    shares = [NO_SHARE] * len(document.lines)
    for group in document.tax_groups:
        positions = [
            position for position, line in enumerate(document.lines) if line.in_total and is_of(group, line)
        ]
        amounts = [document.lines[position].amount for position in positions]
        split = split_group(group, amounts, is_gross=document.gross, rounding=rounding)
        for position, share in zip(positions, split, strict=True):
            shares[position] = share
    return tuple(shares)


def is_of(group: TaxGroup, line: PricedLine) -> bool:
    """Test whether a line belongs to a tax group."""
    return line.tax is not None and (line.tax.category, line.tax.rate) == (group.category, group.rate)


def split_group(
    group: TaxGroup, amounts: Sequence[int], *, is_gross: bool, rounding: TaxRounding
) -> list[LineShare]:
    """Split a group over its lines: the discount first, then what the tax rounding leaves to split."""
    rests = less_discount(amounts, group.discount)
    discounts = [amount - rest for amount, rest in zip(amounts, rests, strict=True)]
    if rounding is TaxRounding.LINE:
        pairs = [line_tax(rest, group.rate, is_gross=is_gross) for rest in rests]
    elif is_gross:
        nets = share_out(group.net, rests)
        pairs = [(net, rest - net) for net, rest in zip(nets, rests, strict=True)]
    else:
        pairs = list(zip(rests, share_out(group.tax, rests), strict=True))
    return [LineShare(discount, net, tax) for discount, (net, tax) in zip(discounts, pairs, strict=True)]


def less_discount(amounts: Sequence[int], discount: int) -> list[int]:
    """Return what is left of each line after its share of a discount; one below zero gets no share."""
    shares = share_out(discount, [max(0, amount) for amount in amounts])
    return [amount - share for amount, share in zip(amounts, shares, strict=True)]


def line_tax(amount: int, rate: Percent, *, is_gross: bool) -> tuple[int, int]:
    """Return net and tax of one amount in the document's basis: a line's, or a whole group's."""
    if rate == NO_PERCENT:
        return amount, 0
    if is_gross:
        net = net_of_gross(amount, rate)
        return net, amount - net
    return amount, tax_on_net(amount, rate)


def share_out(units: int, weights: Sequence[int]) -> list[int]:
    """Split whole units by weight: largest remainder, earlier parts first; the parts sum to `units`.

    The kernel's `allocate` for integers, and for weights of both signs, whose parts then have both too: a
    returned good carries its own tax back.

    Raises:
        NothingToShareBy: There is something to share and the weights sum to nothing.
    """
    if not units:
        return [0] * len(weights)
    if units < 0:
        return [-part for part in share_out(-units, weights)]
    whole = sum(weights)
    if not whole:
        raise NothingToShareBy(total=str(units), parts=len(weights))
    if whole < 0:
        whole, weights = -whole, [-weight for weight in weights]
    quotients = [divmod(units * weight, whole) for weight in weights]
    parts = [part for part, _rest in quotients]
    missing = units - sum(parts)
    if missing:
        for position in sorted(range(len(parts)), key=lambda at: -quotients[at][1])[:missing]:
            parts[position] += 1
    return parts
