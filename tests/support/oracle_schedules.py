"""Which tier of a discount schedule a count reaches and which bands it fills, again for the oracle."""

from __future__ import annotations

from fractions import Fraction

ZERO = Fraction(0)


def reached_tier(schedule, counted):
    found = [tier for tier in schedule.tiers if Fraction(tier.lower) <= counted]
    return found[-1] if found else None


def slab_bands(schedule, start, end):
    """Return (tier, units) of each band that units start..end touch; it ends a step below the next bound."""
    tiers = [None, *schedule.tiers]
    tops = [Fraction(tier.lower) - Fraction(schedule.step) for tier in schedule.tiers] + [max(end, start)]
    found, below = [], ZERO
    for tier, top in zip(tiers, tops, strict=True):
        inside = min(top, end) - max(below, start)
        if inside > 0:
            found.append((tier, inside))
        below = max(below, top)
    return found
