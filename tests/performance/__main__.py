"""``python -m tests.performance``: every figure of the product beside its goal, measured in one run."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Iterable
from decimal import Decimal

from tests.performance.row import Row
from tests.performance.timing import REFERENCE_MILLISECONDS, calibration

ROOMS = (
    *("pricing", "price_rules", "configurator", "search", "deal"),
    *("lists", "documents", "imports", "window", "invoices"),
)
"""Modules beside this one; each has `rows(quick=, scale=)`."""

SLOW_ROOMS = frozenset({"price_rules", "invoices"})
"""Left out of a quick run unless they are named: they alone take half of its 40 seconds."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and say with the exit code whether the run came to its end."""
    parser = argparse.ArgumentParser(prog="python -m tests.performance")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and smaller data, within 40 s")
    parser.add_argument("--json", action="store_true", help="print a list of name, value, unit, goal, ok")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"only these: {', '.join(ROOMS)}")
    asked = parser.parse_args(arguments)
    loop = calibration()
    scale = REFERENCE_MILLISECONDS / loop
    note(f"calibration loop {loop} ms; a millisecond here counts {scale.quantize(Decimal('0.01'))}")
    rooms = asked.rooms or [room for room in ROOMS if not (asked.quick and room in SLOW_ROOMS)]
    found = list(measured(rooms, quick=asked.quick, scale=scale))
    print(json.dumps([as_facts(row) for row in found], indent=1) if asked.json else as_table(found))
    return 0


def measured(rooms: Iterable[str], *, quick: bool, scale: Decimal) -> Iterable[Row]:
    """Yield the rows of each room, and say on the error stream how long it took."""
    for room in rooms:
        start = time.perf_counter()
        yield from importlib.import_module(f"tests.performance.{room}").rows(quick=quick, scale=scale)
        note(f"{room}: {time.perf_counter() - start:.1f} s")


def as_facts(row: Row) -> dict[str, object]:
    """Return a row for other programs; figures are numbers there."""
    return {
        "name": row.name,
        "value": float(row.value),
        "unit": row.unit,
        "goal": float(row.goal),
        "ok": row.ok,
    }


def as_table(rows: Iterable[Row]) -> str:
    """Return the table for people."""
    return "\n".join(
        f"{'ok ' if row.ok else 'NOT'}  {row.value:>10.2f} {row.unit:<3} of {row.goal:>6}  {row.name}"
        for row in rows
    )


def note(text: str) -> None:
    """Print beside the result."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
