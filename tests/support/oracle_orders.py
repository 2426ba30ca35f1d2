"""What an order is large enough for, and what it makes free, a second time for the oracle."""

from __future__ import annotations

from copy import copy
from fractions import Fraction

from app.company.policies import PromotionMode
from tests.support.oracle_methods import is_share, pieces_of


def is_reached(offer, line, everyone):
    """Whether the selected lines come to what the promotion asks for, at prorated list prices."""
    if not offer.order_over:
        return True
    wanted = dict(offer.order_over).get(line.currency)
    return wanted is not None and _listed(offer, everyone) >= Fraction(wanted)


def _listed(offer, everyone):
    cents = 0
    for other in everyone:
        if other.is_counted and other.is_offered(offer) and not is_share(other, other.entry()):
            fresh = copy(other)
            entry = fresh.open(everyone)
            cents += sum(piece.list_amount() for piece in pieces_of(fresh, entry))
    return Fraction(cents, everyone[0].cents)


def fits(offer, line, everyone):
    """Whether an open promotion takes the line as it is."""
    units = line.quantity * line.factor
    return (
        line.is_offered(offer)
        and is_reached(offer, line, everyone)
        and units >= Fraction(offer.minimum)
        and (offer.maximum is None or units <= Fraction(offer.maximum))
    )


def free_units(everyone):
    """Return per key of a line the quantities free on it, one for each promotion that counts."""
    offers = sorted((one for one in everyone[0].rules.promotions if is_gift(one)), key=_place)
    lines = []
    for line in everyone:
        if offers and line.is_counted and not is_share(line, line.entry()):
            lines.append(copy(line))
            lines[-1].open(everyone)
    given = {}
    for offer in offers:
        goods = offer.free_goods
        bought = sum(
            line.quantity * line.factor
            for line in lines
            if line.product.sku != goods.sku and fits(offer, line, everyone)
        )
        given[offer.code] = bought // Fraction(goods.every) * Fraction(goods.free)
    return {line.line.key: _of_line(line, offers, given, everyone) for line in lines if _is_plain(line)}


def _place(offer):
    return offer.order, offer.code


def _is_plain(line):
    return line.line.manual_price is None and not line.line.segments and not line.refuses_slabs()


def _could(line, offer, given, everyone):
    goods, units = offer.free_goods, line.quantity * line.factor
    if goods.sku == line.product.sku:
        return min(given[offer.code], units)
    if goods.sku or not fits(offer, line, everyone):
        return Fraction(0)
    cycle = Fraction(goods.every) + Fraction(goods.free)
    return units // cycle * Fraction(goods.free) + max(units % cycle - Fraction(goods.every), 0)


def _of_line(line, offers, given, everyone):
    could = [(offer, _could(line, offer, given, everyone) / line.factor) for offer in offers]
    free = [(offer, units) for offer, units in could if units > 0]
    if not free:
        return []
    if line.request.policies.promotions is PromotionMode.STACKED:
        left, chosen = line.quantity, []
        for offer, most in free:
            chosen.append(min(most, left))
            left -= chosen[-1]
            given[offer.code] -= chosen[-1] * line.factor
        return [quantity for quantity in chosen if quantity]
    offer, most = min(free, key=lambda one: (-one[1], one[0].code))
    rivals = [
        (line.take(line.opening, one.reduction, line.factor), one.code)
        for one in line.rules.promotions
        if not is_gift(one) and fits(one, line, everyone)
    ]
    if rivals and min(rivals) < (line.opening * (1 - most / line.quantity), offer.code):
        return []
    given[offer.code] -= most * line.factor
    return [most]


def is_gift(offer):
    """Whether a promotion makes units free and takes nothing off."""
    return offer.free_goods is not None
