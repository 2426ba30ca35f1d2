"""Lookup tables: a value by one or several keys, exactly or by bands (domain.md sections 4 and 7)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from app.catalog.texts import NO_TEXTS, Texts
from app.formulas.checking import TableShape
from app.formulas.evaluating import Exact, Value
from app.formulas.kinds import DAYS, MONEY, MONTHS, QUANTITY, RATIO, TEXT, UNIT_PRICE, Kind
from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.findings import Finding, Severity
from app.kernel.numbers import DEFAULT_SCALE, checked, to_scaled

_MILLION = 10**DEFAULT_SCALE


class LookupTableEmpty(RuleViolation):
    """A lookup table has no key column or no row."""

    code = "catalog.lookup_table_empty"


class LookupCellRefused(RuleViolation):
    """A cell holds a text where a number belongs, or a number where a text does, or too many cells."""

    code = "catalog.lookup_cell_refused"


class LookupKeysDuplicate(RuleViolation):
    """Two rows have the same keys, or their bands share a value."""

    code = "catalog.lookup_keys_duplicate"


class LookupBandsTwice(RuleViolation):
    """More than one key column goes by bands, so that gaps could not be named."""

    code = "catalog.lookup_bands_twice"


class Column(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    QUANTITY = "quantity"
    MONEY = "money"
    UNIT_PRICE = "unit_price"
    DAYS = "days"
    MONTHS = "months"


KINDS: dict[Column, Kind] = {
    Column.TEXT: TEXT,
    Column.NUMBER: RATIO,
    Column.QUANTITY: QUANTITY,
    Column.MONEY: MONEY,
    Column.UNIT_PRICE: UNIT_PRICE,
    Column.DAYS: DAYS,
    Column.MONTHS: MONTHS,
}
"""The kind a formula sees; percentages are numbers from 0 to 1."""


class Matching(StrEnum):
    """How a key is compared."""

    EXACT = "exact"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class KeyColumn:
    """A key of a table."""

    name: str
    column: Column
    matching: Matching = Matching.EXACT


@dataclass(frozen=True, slots=True)
class Band:
    """From `lower` on, inclusive, up to `upper`, which is no longer in it; None: no end."""

    lower: Decimal
    upper: Decimal | None = None

    def __str__(self) -> str:
        return f"{plain(self.lower)}..{'' if self.upper is None else plain(self.upper)}"


Cell = str | Decimal | Band


@dataclass(frozen=True, slots=True)
class LookupRow:
    """A cell per key column, and the value found there."""

    keys: tuple[Cell, ...]
    value: str | Decimal


@dataclass(frozen=True, slots=True)
class LookupTable:
    """A table formulas look into: ``lookup("FREIGHT", customer.country, quantity)``.

    Attributes:
        code: Unique name formulas say.
        keys: At least one; one of them at most goes by bands.
        value: What the table gives.
        rows: At least one, in any order; no two answer the same question.
        version: Counts up on each change; part of the trace.

    Raises:
        LookupTableEmpty: No key or no row.
        LookupBandsTwice: Two columns go by bands.
        LookupCellRefused: A cell that is not what its column holds.
        LookupKeysDuplicate: Two rows answer the same question; both are named by number, from 1.
        AppError: A number is too large or has more than 6 decimals.
    """

    id: UUID
    code: str
    keys: tuple[KeyColumn, ...]
    value: Column
    rows: tuple[LookupRow, ...]
    names: Texts = NO_TEXTS
    version: int = 1

    def __post_init__(self) -> None:
        if not self.keys or not self.rows:
            raise LookupTableEmpty(table=self.code)
        if sum(key.matching is Matching.RANGE for key in self.keys) > 1:
            raise LookupBandsTwice(table=self.code)
        for number, row in enumerate(self.rows, start=1):
            _refuse_wrong_cells(self, number, row)
        _refuse_duplicates(self)

    @property
    def shape(self) -> TableShape:
        """Return what a formula must ask for, and what it gets."""
        return TableShape(tuple(KINDS[key.column] for key in self.keys), KINDS[self.value])


class Stretch(NamedTuple):
    """The band of a row, in millionths; `upper` None: no end. A row without bands reaches everywhere."""

    lower: int
    upper: int | None
    row: int


_EVERYWHERE = Band(Decimal(0))


def gaps(table: LookupTable) -> tuple[Finding, ...]:
    """Return a warning per gap between two bands, with the exact keys it lies under."""
    return tuple(
        Finding(
            "catalog.lookup_gap",
            Severity.WARNING,
            f"rows[{above.row}]",
            {
                "table": table.code,
                "keys": ", ".join(map(_as_text, keys)) or "-",
                "above": plain(Decimal(below.upper).scaleb(-DEFAULT_SCALE)),
                "below": plain(Decimal(above.lower).scaleb(-DEFAULT_SCALE)),
            },
        )
        for keys, stretches in _stretches(table).items()
        for below, above in pairwise(stretches)
        if below.upper is not None and below.upper < above.lower
    )


class LookupIndex:
    """A table made ready to be asked, without looking at its other rows."""

    __slots__ = ("_band", "_found")

    def __init__(self, table: LookupTable) -> None:
        self._band = _band_column(table)
        values: list[Value] = [
            row.value if isinstance(row.value, str) else row.value.as_integer_ratio() for row in table.rows
        ]
        self._found = {
            keys: (
                [stretch.lower for stretch in stretches],
                [stretch.upper for stretch in stretches],
                [values[stretch.row] for stretch in stretches],
            )
            for keys, stretches in _stretches(table).items()
        }

    def find(self, keys: tuple[Value, ...]) -> Value | None:
        """Return the value of the row with these keys, None where there is none.

        Bands are inclusive below. Numbers are exact: 1/3 lies in 0..1 and equals no cell.
        """
        asked = tuple([key if isinstance(key, str) else _scaled(key) for key in keys])
        position = 0
        if self._band is not None:
            above, below = _pair(keys[self._band])
            position = above * _MILLION // below
            asked = asked[: self._band] + asked[self._band + 1 :]
        found = self._found.get(asked)
        if found is None:
            return None
        lowers, uppers, values = found
        at = bisect_right(lowers, position) - 1
        if at < 0:
            return None
        upper = uppers[at]
        return values[at] if upper is None or position < upper else None


Key = tuple[str | int | Exact, ...]


def _pair(value: Value) -> Exact:
    return value if isinstance(value, tuple) else (0, 1)


def _scaled(value: Value) -> int | Exact:
    """Return a number in millionths; one that is finer stays as it is and is found nowhere."""
    above, below = _pair(value)
    whole, rest = divmod(above * _MILLION, below)
    return (above, below) if rest else whole


def _band_column(table: LookupTable) -> int | None:
    return next((at for at, key in enumerate(table.keys) if key.matching is Matching.RANGE), None)


def _stretches(table: LookupTable) -> dict[Key, list[Stretch]]:
    """Return per combination of exact keys the bands from the lowest on."""
    band_at = _band_column(table)
    found: dict[Key, list[Stretch]] = {}
    for number, row in enumerate(table.rows):
        exact = tuple([_cell_key(cell) for at, cell in enumerate(row.keys) if at != band_at])
        cell = row.keys[band_at] if band_at is not None else _EVERYWHERE
        band = cell if isinstance(cell, Band) else _EVERYWHERE
        upper = None if band.upper is None else to_scaled(band.upper, DEFAULT_SCALE)
        found.setdefault(exact, []).append(Stretch(to_scaled(band.lower, DEFAULT_SCALE), upper, number))
    return {keys: sorted(stretches, key=itemgetter(0)) for keys, stretches in found.items()}


def _cell_key(cell: Cell) -> str | int:
    return to_scaled(cell, DEFAULT_SCALE) if isinstance(cell, Decimal) else str(cell)


def _as_text(key: str | int | Exact) -> str:
    return plain(Decimal(key).scaleb(-DEFAULT_SCALE)) if isinstance(key, int) else str(key)


def _refuse_wrong_cells(table: LookupTable, number: int, row: LookupRow) -> None:
    if len(row.keys) != len(table.keys):
        raise LookupCellRefused(table=table.code, row=number, column="-", cell=str(len(row.keys)))
    for key, cell in zip(table.keys, row.keys, strict=True):
        if not _fits(cell, key.column, key.matching):
            raise LookupCellRefused(table=table.code, row=number, column=key.name, cell=str(cell)[:80])
    if not _fits(row.value, table.value, Matching.EXACT):
        raise LookupCellRefused(
            table=table.code, row=number, column=table.value.value, cell=str(row.value)[:80]
        )


def _fits(cell: Cell, column: Column, matching: Matching) -> bool:
    if isinstance(cell, Band):
        is_empty = cell.upper is not None and checked(cell.upper) <= checked(cell.lower)
        return matching is Matching.RANGE and column is not Column.TEXT and not is_empty
    if matching is Matching.RANGE:
        return False
    if isinstance(cell, Decimal):
        checked(cell)
    return isinstance(cell, str) is (column is Column.TEXT)


def _refuse_duplicates(table: LookupTable) -> None:
    for row, other in _doubled(table):
        first, second = sorted((row + 1, other + 1))
        raise LookupKeysDuplicate(table=table.code, row=first, other=second)


def _doubled(table: LookupTable) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows that answer the same question, by their places."""
    for stretches in _stretches(table).values():
        for below, above in pairwise(stretches):
            if below.upper is None or above.lower < below.upper:
                yield below.row, above.row
