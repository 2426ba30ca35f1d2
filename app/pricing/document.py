"""Price a whole document, or again after one of its lines changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.pricing.adding import Added, add_change
from app.pricing.compiled import Ladder
from app.pricing.context import Context
from app.pricing.covering import covered, share_of
from app.pricing.exact import ZERO, Exact, difference, total
from app.pricing.lines import NOTHING_COUNTED, Counted, price_line
from app.pricing.order import look_at_the_order, looks_at_the_order
from app.pricing.plan import Plans
from app.pricing.request import PricingRequest
from app.pricing.result import PricedDocument, PricedLine
from app.pricing.rules import PriceRules
from app.pricing.schedules import own_quantity, scope_key, tier_of
from app.pricing.totals import conclude, sum_up
from app.pricing.work import Work, prepare


def price(request: PricingRequest, rules: PriceRules) -> PricedDocument:
    """Return the document with every line priced and explained.

    What cannot be priced is a finding on its line, which then counts nothing; the rest is priced.

    Args:
        request: The whole document; the keys of its lines are unique.
        rules: The index of everything that may change a price.

    Raises:
        ValueError: Two lines have the same key (a caller's bug).
    """
    if len({line.key for line in request.lines}) != len(request.lines):
        raise ValueError("the keys of a request's lines are unique")
    context = Context(request, rules)
    plans = Plans(context)
    if rules.wide_offers and looks_at_the_order(context):
        look_at_the_order(context, [prepare(context, plans, line) for line in request.lines])
    alone: dict[str, PricedLine] = {}
    together: dict[str, Work] = {}
    shares: dict[str, Work] = {}
    for line in request.lines:
        work = prepare(context, plans, line)
        if share_of(work) is not None:
            shares[line.key] = work  # its price waits for the lines it covers
        elif scope_key(work.plan.volume.ladder, line) is None:
            alone[line.key] = price_line(work, NOTHING_COUNTED)
        else:
            together[line.key] = work  # its tier waits for what the others bring
    counted = _count([*together.values(), *shares.values()])
    priced = alone | {key: price_line(work, counted) for key, work in together.items()}
    if shares:
        priced |= _shares(context, shares.values(), priced, counted)
    return _document(context, tuple([priced[line.key] for line in request.lines]), counted)


def reprice(
    previous: PricedDocument, request: PricingRequest, changed: str, rules: PriceRules
) -> PricedDocument:
    """Return what `price` returns, making only the changed line again where that is enough.

    It is not enough when anything but the one line differs, when the line's quantity moves a schedule of
    wider scope to another tier, or when a promotion looks at the whole order; then the whole document is
    priced.

    Args:
        previous: The result for the request before the change, made with the same rules.
        request: The request after it.
        changed: Key of the line that changed.
        rules: The same rules.
    """
    position = _only_change(previous.request, request, changed)
    if position is None:
        return price(request, rules)
    context = Context(request, rules)
    if rules.wide_offers and looks_at_the_order(context):
        return price(request, rules)
    plans = Plans(context)
    before = prepare(context, plans, previous.request.lines[position])
    after = prepare(context, plans, request.lines[position])
    counted = _recount(previous.counted, before, after)
    if counted is None:
        return price(request, rules)
    again = {position: after}
    if counted != previous.counted or rules.has_shares:
        again = _followers(previous, context, plans, moved=counted != previous.counted) | again
    lines = _priced_again(context, previous.lines, again, counted)
    added = None
    if len(again) == 1:
        added = add_change(previous, previous.lines[position], lines[position])
    return _document(context, lines, counted, added)


def _followers(previous: PricedDocument, context: Context, plans: Plans, *, moved: bool) -> dict[int, Work]:
    """Return the lines another one's change may move: shares, and unchosen options where the count moved.

    An unchosen option is priced as if added to what the others count.
    """
    is_share, lines = context.rules.is_share, previous.lines
    return {
        at: prepare(context, plans, line)
        for at, line in enumerate(context.request.lines)
        if is_share(line.sku) or (moved and not lines[at].in_total)
    }


def _priced_again(
    context: Context, lines: tuple[PricedLine, ...], again: Mapping[int, Work], counted: Counted
) -> tuple[PricedLine, ...]:
    new, shares = list(lines), {}
    for at, work in again.items():
        if share_of(work) is None:
            new[at] = price_line(work, counted)
        else:
            shares[work.line.key] = work
    if shares:
        priced = {line.key: line for line in new if line.key not in shares}
        priced |= _shares(context, shares.values(), priced, counted)
        new = [priced[line.key] for line in new]
    return tuple(new)


def _shares(
    context: Context, shares: Iterable[Work], priced: Mapping[str, PricedLine], counted: Counted
) -> dict[str, PricedLine]:
    """Price the lines that are a share of the others."""
    others = [(line, priced[line.key]) for line in context.request.lines if line.key in priced]
    found = {}
    for work in shares:
        share = share_of(work)
        if share is not None:
            found[work.line.key] = price_line(covered(work, share, others, context.rules), counted)
    return found


def _only_change(before: PricingRequest, after: PricingRequest, changed: str) -> int | None:
    """Return where the changed line stands; None where something else differs too."""
    old, new = before.lines, after.lines
    if len(old) != len(new) or replace(before, lines=()) != replace(after, lines=()):
        return None
    position = next((at for at, line in enumerate(new) if line.key == changed), None)
    if position is None or old[position].key != changed:
        return None
    same = old[:position] == new[:position] and old[position + 1 :] == new[position + 1 :]
    return position if same else None


def _document(
    context: Context, lines: tuple[PricedLine, ...], counted: Counted, added: Added | None = None
) -> PricedDocument:
    sums = sum_up(context, lines) if added is None else conclude(context, added)
    return PricedDocument(
        request=context.request,
        lines=lines,
        tax_groups=sums.tax_groups,
        groups=sums.groups,
        totals=sums.totals,
        gross=context.is_gross,
        price_scale=context.price_scale,
        counted=counted,
        findings=(*context.findings, *sums.findings),
    )


def _count(work: Iterable[Work]) -> Counted:
    """Return the quantity counted together per schedule of a wider scope and group."""
    counted: Counted = {}
    for one in work:
        key = scope_key(one.plan.volume.ladder, one.line)
        if key is not None and one.is_counted:
            own = own_quantity(one)
            known = counted.get(key)
            counted[key] = own if known is None else total(known, own)
    return counted


def _recount(counted: Mapping[tuple[str, str], Exact], before: Work, after: Work) -> Counted | None:
    """Return the counted quantities after the change; None where other lines then get another tier."""
    new = dict(counted)
    for key, own in _count([before]).items():
        new[key] = difference(new[key], own)
    for key, own in _count([after]).items():
        new[key] = total(new.get(key, ZERO), own)
    for ladder in (before.plan.volume.ladder, after.plan.volume.ladder):
        if ladder is not None and _other_lines_move(ladder, counted, new):
            return None
    if new != counted and after.context.request.allow_returns:
        return None  # goods taken back are priced beside what is counted, like unchosen options
    return {key: together for key, together in new.items() if together[0]}


def _other_lines_move(ladder: Ladder, old: Mapping[tuple[str, str], Exact], new: Counted) -> bool:
    return any(
        key[0] == ladder.code and key in old and tier_of(ladder, old[key]) != tier_of(ladder, together)
        for key, together in new.items()
        if together[0]
    )
