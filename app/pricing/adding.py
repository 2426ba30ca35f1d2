"""Add up priced lines: all of them, or the difference one changed line makes."""

from __future__ import annotations

from decimal import Decimal
from itertools import compress
from typing import NamedTuple

from app.company.policies import TaxRounding
from app.kernel.percent import Percent
from app.pricing.request import PricingRequest
from app.pricing.result import GroupTotal, PricedDocument, PricedLine
from app.taxes.category import TaxCategory
from app.taxes.determination import LineTax

TaxOfGroup = tuple[TaxCategory, Percent]


class Taxed(NamedTuple):
    """What the lines of one category and rate sum to, in the document's basis.

    Attributes:
        amounts: Of each line, in their order; empty where only their sum is known.
    """

    category: TaxCategory
    rate: Percent
    amount: int
    reasons: tuple[str, ...]
    exemptions: tuple[str, ...]
    amounts: tuple[int, ...]


class Added(NamedTuple):
    """Plain sums over the lines, before anything is rounded, taxed or taken off; see `Totals`.

    Attributes:
        taxed: The highest rate first, then by category.
        groups: In the request's order, then sections only a line names.
    """

    lines: int
    list_amount: int
    cost: int
    cost_is_complete: bool
    optional: int
    taxed: tuple[Taxed, ...]
    groups: tuple[GroupTotal, ...]


class Columns:
    """The lines turned on their side: columns add up at once."""

    __slots__ = ("amounts", "costs", "groups", "in_total", "list_amounts", "taxes")

    def __init__(self, lines: tuple[PricedLine, ...]) -> None:
        columns = dict(zip(PricedLine._fields, zip(*lines, strict=True), strict=True)) if lines else {}
        self.amounts: tuple[int, ...] = columns.get("amount", ())
        self.list_amounts: tuple[int, ...] = columns.get("list_amount", ())
        self.costs: tuple[int | None, ...] = columns.get("cost", ())
        self.taxes: tuple[LineTax | None, ...] = columns.get("tax", ())
        self.groups: tuple[str, ...] = columns.get("group", ())
        self.in_total: tuple[bool, ...] = columns.get("in_total", ())


def add_up(request: PricingRequest, lines: tuple[PricedLine, ...]) -> Added:
    """Return the sums of the lines in the total, and the optional sum of the others."""
    columns = Columns(lines)
    amount = sum(compress(columns.amounts, columns.in_total))
    costs = list(compress(columns.costs, columns.in_total))
    return Added(
        amount,
        sum(compress(columns.list_amounts, columns.in_total)),
        sum(filter(None, costs)),
        None not in costs,
        sum(columns.amounts) - amount,
        _taxed(columns),
        _groups(request, columns),
    )


def add_change(previous: PricedDocument, before: PricedLine, after: PricedLine) -> Added | None:
    """Return what `add_up` returns after one line changed, made from the sums before.

    None where the sums do not tell: the line moved to another tax, section or side of the total, its cost
    became known or unknown, tax is rounded by line, or the document was too large to be summed up.
    """
    by_line = previous.request.policies.tax_rounding is TaxRounding.LINE
    was_summed = bool(previous.tax_groups) or not previous.findings
    if by_line or not was_summed or _place(before) != _place(after):
        return None
    totals, more = previous.totals, after.amount - before.amount
    listed = after.list_amount - before.list_amount
    if not after.in_total:
        groups = _changed(previous.groups, after.group, (0, 0, more))
        return _added(previous, groups)._replace(optional=totals.optional + more)
    added = _added(previous, _changed(previous.groups, after.group, (more, listed, 0)))
    tax = after.tax
    return added._replace(
        lines=totals.lines + more,
        list_amount=totals.list_amount + listed,
        cost=totals.cost + (after.cost or 0) - (before.cost or 0),
        taxed=tuple(
            [
                group._replace(amount=group.amount + more)
                if tax is not None and (group.category, group.rate) == (tax.category, tax.rate)
                else group
                for group in added.taxed
            ]
        ),
    )


def _place(line: PricedLine) -> tuple[bool, str, LineTax | None, bool]:
    return line.in_total, line.group, line.tax, line.cost is None


def _added(previous: PricedDocument, groups: tuple[GroupTotal, ...]) -> Added:
    """Return the sums a document was concluded from."""
    totals = previous.totals
    taxed = tuple(
        [
            Taxed(group.category, group.rate, group.amount, group.reasons, group.exemptions, ())
            for group in previous.tax_groups
        ]
    )
    return Added(
        totals.lines,
        totals.list_amount,
        totals.cost,
        totals.cost_is_complete,
        totals.optional,
        taxed,
        groups,
    )


def _changed(groups: tuple[GroupTotal, ...], key: str, more: tuple[int, int, int]) -> tuple[GroupTotal, ...]:
    return tuple(
        [
            GroupTotal(key, group.amount + more[0], group.list_amount + more[1], group.optional + more[2])
            if group.key == key
            else group
            for group in groups
        ]
    )


def _taxed(columns: Columns) -> tuple[Taxed, ...]:
    """Lines of one document mostly share their tax value, so each value is compared once."""
    amounts: dict[TaxOfGroup, list[int]] = {}
    taxes: dict[TaxOfGroup, list[LineTax]] = {}
    known: dict[int, list[int]] = {}
    for tax, amount, in_total in zip(columns.taxes, columns.amounts, columns.in_total, strict=True):
        if not in_total or tax is None:  # a line whose tax nobody knows has a blocker and is not summed
            continue
        own = known.get(id(tax))
        if own is None:
            key = (tax.category, tax.rate)
            taxes.setdefault(key, []).append(tax)
            own = known[id(tax)] = amounts.setdefault(key, [])
        own.append(amount)
    return tuple([_group_of(key, taxes[key], amounts[key]) for key in sorted(amounts, key=_printed_order)])


def _group_of(key: TaxOfGroup, taxes: list[LineTax], amounts: list[int]) -> Taxed:
    reasons = tuple(sorted({tax.reason for tax in taxes}))
    exemptions = tuple(sorted({tax.exemption for tax in taxes} - {""}))
    return Taxed(*key, sum(amounts), reasons, exemptions, tuple(amounts))


def _printed_order(key: TaxOfGroup) -> tuple[Decimal, str]:
    category, rate = key
    return -rate.fraction, category.value


def _groups(request: PricingRequest, columns: Columns) -> tuple[GroupTotal, ...]:
    sums = {group.key: [0, 0, 0] for group in request.groups}
    if not sums and not any(columns.groups):
        return ()
    rows = zip(columns.groups, columns.amounts, columns.list_amounts, columns.in_total, strict=True)
    for key, amount, list_amount, in_total in rows:
        own = sums.get(key)
        if own is None:
            if not key:
                continue
            own = sums[key] = [0, 0, 0]
        if in_total:
            own[0] += amount
            own[1] += list_amount
        else:
            own[2] += amount
    return tuple([GroupTotal(key, *own) for key, own in sums.items()])
