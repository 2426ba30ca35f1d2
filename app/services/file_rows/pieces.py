"""Long work over rows goes piece by piece, so that a person who changes their mind is heard between two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

Progress = Callable[[int], None]
"""Is handed the number of rows done; an error it raises stops the work."""

ROWS_AT_ONCE = 2_000
"""So many are compared or written in well under half a second."""

_T = TypeVar("_T")


def in_pieces(rows: Iterable[_T], progress: Progress) -> Iterator[list[_T]]:
    """Yield the rows in pieces of at most 2,000, and tell before each how many were given out so far."""
    done, remaining = 0, iter(rows)
    while piece := list(islice(remaining, ROWS_AT_ONCE)):
        progress(done)
        yield piece
        done += len(piece)
