"""What a search costs among a million products, in wall time: that is what the person waits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from app.store.search_index import Scope
from app.store.store import Store
from tests.performance import popup
from tests.performance.row import Row
from tests.support.big_catalog import filled
from tests.support.deals import stocked
from tests.support.stores import a_store

NASTY = {
    "all-hit prefix": ("p", "pr", "prd", "prd-0", "PRD-000"),
    "commonest word": ("steel", "hardware", "black"),
    "two common words that never meet": ("black white", "white steel black"),
    "no hit": ("zzzzzz", "xqz steel"),
    "substring": ("crew", "rench", "amme", "river white"),
    "one typo": ("screwdrver", "wrecnh", "haxdware", "hammre blac"),
    "code": ("PRD-0000500", "0000500", "prd-00005", "4711"),
    "long words": ("screwdriver black 12mm", "drillkit industrial m12 white"),
}
"""What hurts a full-text index, by kind."""

GOAL = Decimal(16)


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the goals of search.

    Args:
        quick: Among 100,000 products instead of a million.
        scale: What a millisecond of this machine counts, by the calibration loop.
    """
    count = 100_000 if quick else 1_000_000
    with TemporaryDirectory() as folder, a_store(Path(folder)) as store:
        filled(stocked(store), count)
        popup.sell(store, count)
        found = _searches(store, count, 3 if quick else 10, scale)
        return [*found, *popup.rows(store, count, Path(folder), rounds=1 if quick else 5, scale=scale)]


def _searches(store: Store, count: int, rounds: int, scale: Decimal) -> list[Row]:
    for typed_words in NASTY.values():
        _microseconds(store, typed_words[0])  # the first of each kind reads its pages from the disk
    spent = {
        kind: [_microseconds(store, typed) for typed in typed_words for _ in range(rounds)]
        for kind, typed_words in NASTY.items()
    }
    every = [one for kind in spent.values() for one in kind]
    found = [_row(f"search {count:,} products: {kind}, p95", values, scale) for kind, values in spent.items()]
    return [*found, _row(f"search {count:,} products: the whole nasty set, p95", every, scale)]


def _row(name: str, spent: Sequence[int], scale: Decimal) -> Row:
    value = Decimal(round(quantiles(spent, n=20)[-1])) / 1_000 * scale
    return Row(name, round(value, 2), "ms", GOAL, value <= GOAL)


def _microseconds(store: Store, typed: str) -> int:
    """Return the time from the question to its answer."""
    start = time.perf_counter_ns()
    with store.reading() as reading:
        reading.search.find(typed, [Scope.PRODUCT])
    return (time.perf_counter_ns() - start) // 1_000
