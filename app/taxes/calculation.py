"""Tax of an amount: on a net base, or out of a gross one; halves away from zero, to the smallest unit.

Amounts are integers in the currency's smallest unit. The rule of domain.md section 13: a gross group is
split as net = round(gross / (1 + rate)), tax = gross - net.
"""

from __future__ import annotations

from app.kernel.percent import Percent
from app.kernel.ratio import divide_half_away


def tax_on_net(net: int, rate: Percent) -> int:
    """Return the tax on a net amount."""
    numerator, denominator = rate.fraction.as_integer_ratio()
    return divide_half_away(net * numerator, denominator)


def net_of_gross(gross: int, rate: Percent) -> int:
    """Return the net amount inside a gross one; what is left is the tax."""
    numerator, denominator = rate.fraction.as_integer_ratio()
    return divide_half_away(gross * denominator, denominator + numerator)
