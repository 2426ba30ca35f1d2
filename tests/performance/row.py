"""One line of the benchmark's table."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Row(NamedTuple):
    """What was measured: a value with its unit, the goal, and whether it holds."""

    name: str
    value: Decimal
    unit: str
    goal: Decimal
    ok: bool
