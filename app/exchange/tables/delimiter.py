"""Which sign parts the fields of a text file: the one under which the rows agree with the header."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

CANDIDATES = (",", ";", "\t", "|")
SAMPLE_ROWS = 200
_DECLARED = "sep="


@dataclass(frozen=True, slots=True)
class Delimiter:
    """The sign between fields.

    Attributes:
        sign: The character; a comma where the file has a single column.
        certain: No other sign parts the rows as well.
        declared: The file's first line says it (``sep=;``), so that line is no row.
    """

    sign: str
    certain: bool = True
    declared: bool = False


@dataclass(frozen=True, slots=True)
class _Score:
    agreeing: int
    columns: int


def detect_delimiter(lines: Iterable[str]) -> Delimiter:
    """Return the delimiter of a text file from its first lines.

    A sign is judged by how many of the first 200 rows have as many fields as the header under it; of two
    that agree equally, the one that makes more columns.

    Args:
        lines: The file's lines with their line ends; only as many as needed are taken.
    """
    sample = list(islice(lines, SAMPLE_ROWS * 2))
    first = sample[0].strip() if sample else ""
    if first.lower().startswith(_DECLARED) and len(first) == len(_DECLARED) + 1:
        return Delimiter(first[-1], declared=True)
    if first.lower() == _DECLARED and "\t" in sample[0]:
        return Delimiter("\t", declared=True)
    scores = {sign: score for sign in CANDIDATES if (score := _score(sample, sign))}
    if not scores:
        return Delimiter(",")
    best = max(scores, key=lambda sign: (scores[sign].agreeing, scores[sign].columns))
    return Delimiter(best, certain=sum(score == scores[best] for score in scores.values()) == 1)


def _score(sample: list[str], sign: str) -> _Score | None:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(sample, delimiter=sign, strict=True):
            if row:
                rows.append(row)
            if len(rows) == SAMPLE_ROWS:
                break
    except csv.Error:
        pass  # the last field of the sample may be cut in the middle, or this is not the sign
    if not rows or len(rows[0]) < 2:
        return None
    return _Score(sum(len(row) == len(rows[0]) for row in rows), len(rows[0]))
