"""Whether an order is large enough for a promotion, a second time for the oracle."""

from __future__ import annotations

from copy import copy
from fractions import Fraction

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
