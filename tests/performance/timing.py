"""How time is taken: processor and wall medians over several rounds, with the collector out of the way."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from decimal import Decimal
from statistics import median
from typing import NamedTuple

CALIBRATION_STEPS = 200_000
REFERENCE_MILLISECONDS = Decimal("16.5")
"""What the calibration loop takes where the goals were set; goals in ms are scaled by the ratio."""


class Spent(NamedTuple):
    """Medians in milliseconds."""

    cpu: Decimal
    wall: Decimal


def spent_on(act: Callable[[], object], *, rounds: int) -> Spent:
    """Return the medians of an act after one round that warms up."""
    act()
    cpu, wall = [], []
    for _ in range(rounds):
        gc.collect()
        cpu_start, wall_start = time.process_time_ns(), time.perf_counter_ns()
        act()
        cpu.append(time.process_time_ns() - cpu_start)
        wall.append(time.perf_counter_ns() - wall_start)
    return Spent(milliseconds(median(cpu)), milliseconds(median(wall)))


def milliseconds(nanoseconds: float) -> Decimal:
    """Return nanoseconds as milliseconds with two decimals."""
    return (Decimal(nanoseconds) / 1_000_000).quantize(Decimal("0.001"))


def calibration() -> Decimal:
    """Return the milliseconds the calibration loop takes on this machine now: the best of nine."""
    best = min(_loop() for _ in range(9))
    return milliseconds(best)


def _loop() -> int:
    start = time.process_time_ns()
    found: dict[int, int] = {}
    for number in range(CALIBRATION_STEPS):
        found[number & 1023] = (number * 31 + found.get(number & 511, 0)) % 1_000_003
    return time.process_time_ns() - start
