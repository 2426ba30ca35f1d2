"""Prices that are none per unit, and ramps, a second time for the oracle (domain.md section 6)."""

from __future__ import annotations

from copy import copy
from fractions import Fraction

from app.catalog.price_method import (
    Basis,
    BlockPrice,
    CostPlus,
    PackagePrice,
    PercentOfTotal,
    UsageModel,
    UsageTiers,
)
from app.catalog.product import ChargeType
from app.kernel.period import Period

ZERO = Fraction(0)


def makes_a_price(line, entry):
    """Whether an entry says a price for a line at all."""
    if isinstance(entry.method, BlockPrice):
        return _box_of(entry.method, line.quantity * line.per_line_unit(entry.unit)) is not None
    has_cost = bool(line.product.costs) or line.agreement() is not None
    return not isinstance(entry.method, CostPlus) or has_cost


def may_be_ramped(line, entry):
    """Whether the line may be cut into dated segments."""
    if line.product.charge is not ChargeType.RECURRING:
        return False
    if entry is None:
        return True
    counts = entry.minimum_quantity or entry.free_quantity
    return not counts and (entry.method is None or isinstance(entry.method, CostPlus))


def is_share(line, entry):
    """Whether the line is priced by what the others come to."""
    return (
        entry is not None
        and line.line.manual_price is None
        and isinstance(getattr(entry, "method", None), PercentOfTotal)
    )


def listed(line, entry, everyone):
    """Return the list price, and the quantity in line units it is for."""
    method = getattr(entry, "method", None)
    units = line.quantity * line.factor
    if isinstance(method, BlockPrice):
        box = _box_of(method, units)
        price = Fraction(box.price)
        if method.overage is not None and box is method.boxes[-1]:
            price += (units - Fraction(box.lower)) * Fraction(method.overage)
        return price, line.quantity
    if isinstance(method, PackagePrice):
        return -(-units // Fraction(method.size)) * Fraction(entry.price), line.quantity
    if isinstance(method, UsageTiers):
        reached = [tier for tier in method.tiers if Fraction(tier.lower) < units]
        tier = reached[-1] if method.model is UsageModel.VOLUME else method.tiers[0]
        return Fraction(tier.price) * line.factor, Fraction(entry.base_quantity)
    if isinstance(method, PercentOfTotal) and line.line.manual_price is None:
        return _share(line, method, everyone), Fraction(1)
    return Fraction(entry.price) * line.factor, Fraction(entry.base_quantity)


def _box_of(method, units):
    if method.last is not None and units > Fraction(method.last):
        return None
    reached = [box for box in method.boxes if Fraction(box.lower) <= units]
    return reached[-1] if reached else None


def _share(line, method, everyone):
    """The limits hold for the line's whole span."""
    base = ZERO
    for other in everyone:
        if not is_share(other, other.entry()) and _covers(method.covers, other):
            priced = other.price(everyone)
            base += priced.worth[method.basis] if priced.counts else ZERO
    times = line.multiplier() if method.basis is Basis.LIST else Fraction(1)
    line.is_prorated = method.basis is Basis.LIST
    price = max(base, ZERO) * Fraction(method.percent.fraction) * times
    if not times:  # a span without a day to pay for: no limit is reached before it
        return max(base, ZERO) * Fraction(method.percent.fraction)
    if method.minimum is not None:
        price = max(price, Fraction(method.minimum))
    if method.maximum is not None:
        price = min(price, Fraction(method.maximum))
    return price / times


def _covers(selector, other):
    if not selector.skus and not selector.categories:
        return True
    if other.product is None:
        return False
    return other.product.sku in selector.skus or any(name in selector.categories for name in other.categories)


def marked_up(line, entry):
    """Return cost plus markup for the list price's quantity; None where the entry has no markup."""
    method = getattr(entry, "method", None)
    if not isinstance(method, CostPlus):
        return None
    cost = Fraction(line.product.costs[0].amount) * line.per_line_unit(None)
    return (cost * (1 + Fraction(method.share)) + Fraction(method.amount) * line.factor) * line.base


def refuses_slabs(line, entry):
    """Whether the quantity makes the price, so that no schedule may cut it into bands."""
    method = getattr(entry, "method", None)
    return (method is not None and not isinstance(method, CostPlus)) or _has_counts(entry)


def _has_counts(entry):
    return bool(getattr(entry, "minimum_quantity", 0) or getattr(entry, "free_quantity", 0))


def pieces_of(line, entry):
    """Return the sub-lines of an opened line, each a copy of it with a quantity and a price of its own."""
    if line.line.segments:
        return _segments(line)
    if line.line.manual_price is not None or entry is None:
        return [line]
    method = getattr(entry, "method", None)
    if isinstance(method, UsageTiers) and method.model is UsageModel.GRADUATED:
        return _tiers(line, method)
    return _free_and_minimum(line, entry) if _has_counts(entry) else [line]


def _copy(line, /, **changes):
    piece = copy(line)
    for name, value in changes.items():
        setattr(piece, name, value)
    return piece


def _tiers(line, method):
    units = line.quantity * line.factor
    pieces = []
    tops = [Fraction(tier.lower) for tier in method.tiers[1:]] + [units]
    for tier, top in zip(method.tiers, tops, strict=True):
        inside = min(top, units) - Fraction(tier.lower)
        if inside > 0:
            price = Fraction(tier.price) * line.factor
            pieces.append(_copy(line, share=inside / line.factor, list_price=price))
    for piece in pieces:
        piece.opening = piece.special()
    return pieces


def _free_and_minimum(line, entry):
    least = Fraction(entry.minimum_quantity) / line.factor
    free = min(Fraction(entry.free_quantity) / line.factor, line.quantity)
    pieces = [
        _copy(line, share=line.quantity - free),
        _copy(line, share=free, opening=ZERO, is_given=True),
        _copy(line, share=least - line.quantity),
    ]
    return [piece for piece in pieces if piece.share > 0]


def _segments(line):
    request_line, raised, opening = line.line, Fraction(1), line.opening
    segments, pieces = request_line.segments, []
    whole = Period(segments[0].period.start, segments[-1].period.end)
    for segment in segments:
        if segment.price is not None:
            request_line = request_line._replace(manual_price=segment.price)
            raised, opening = Fraction(1), Fraction(segment.price)
        raised *= 1 + Fraction(segment.uplift)
        quantity = Fraction(request_line.quantity if segment.quantity is None else segment.quantity)
        piece = _copy(line, line=request_line._replace(segments=()), quantity=quantity, share=quantity)
        if line.has_no_list and segment.price is not None:
            piece.list_price = opening
        pieces.append(_copy(piece, opening=opening * raised, charged_span=segment.period, span=whole))
        line = _copy(line, list_price=piece.list_price)
    return pieces


def beside_gifts(line, free):
    """Return what is paid, which promotions reduce only where they stack, and what is free."""
    paid = _copy(line, share=line.quantity - sum(free), has_gifts=True)
    given = [_copy(line, share=share, opening=ZERO, is_given=True) for share in free]
    return [paid, *given] if paid.share else given
