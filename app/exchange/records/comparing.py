"""A dry run: which rows are new, which change what, which say nothing new."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple

from app.exchange.records.fields import Noun, R, index_of
from app.exchange.records.parsing import Parsed

_ROWS_AT_ONCE = 4_096


class FieldChange(NamedTuple):
    """One value an import would change."""

    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RowChange(Generic[R]):
    """A record an import would change.

    Attributes:
        before: As it is.
        after: As it would be: what the file says, and what it does not mention as it was.
        columns: The values that differ.
    """

    before: R
    after: R
    columns: tuple[FieldChange, ...]

    @property
    def line(self) -> int:
        """Return where the file says it."""
        return int(self.after[0])


@dataclass(frozen=True, slots=True)
class Comparison(Generic[R]):
    """What an import of these rows would do.

    Attributes:
        new: Rows of records that are not there yet.
        changed: Records that would change.
        same: Number of rows that say what is there already.
        absent: Keys of records the file does not mention; an import leaves them alone.
    """

    new: tuple[R, ...]
    changed: tuple[RowChange[R], ...]
    same: int
    absent: tuple[Hashable, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """Test whether an import would write nothing at all."""
        return not self.new and not self.changed


def compare(
    noun: Noun[R],
    existing: Mapping[Hashable, R],
    parsed: Parsed[R],
    progress: Callable[[int], None] = lambda _rows: None,
) -> Comparison[R]:
    """Return what importing the parsed rows would do to the existing records.

    A column that is not in the file changes nothing; a blank cell of a column that is empties the value.

    Args:
        noun: What the rows are; it has a key.
        existing: The records that are there, as rows, by the noun's key.
        parsed: The rows of the file.
        progress: Is handed the number of rows compared so far; an error it raises stops the comparing.

    Raises:
        ValueError: The noun has no key (a caller's bug).
    """
    if noun.key is None:
        raise ValueError(f"{noun.name} stand for themselves")
    plan = _plan(noun, parsed.columns)
    new, changed, same = [], [], 0
    mentioned = set()
    for done, row in enumerate(parsed.rows):
        if not done % _ROWS_AT_ONCE:
            progress(done)
        key = noun.key(row)
        mentioned.add(key)
        before = existing.get(key)
        if before is None:
            new.append(row)
            continue
        after = row if row[1:] == before[1:] else plan.overlaid(before, row)
        if after[1:] == before[1:]:
            same += 1
        else:
            changed.append(RowChange(before, after, _differences(noun, before, after)))
    absent = tuple(key for key in existing if key not in mentioned)
    return Comparison(tuple(new), tuple(changed), same, absent)


class _Plan(NamedTuple, Generic[R]):
    """Which parts of a row the file decides: whole ones, and single indexes of others."""

    row: type[R]
    whole: frozenset[int]
    indexed: Mapping[int, set[str]]

    def overlaid(self, before: R, row: R) -> R:
        """Return the record with what the file says, the line of the file with it."""
        parts: list[Any] = list(before)
        parts[0] = row[0]
        for place in self.whole:
            parts[place] = row[place]
        for place, indexes in self.indexed.items():
            kept = [pair for pair in before[place] if pair[0] not in indexes]
            parts[place] = tuple(sorted([*kept, *row[place]]))
        return self.row(*parts)


def _plan(noun: Noun[R], columns: tuple[str, ...]) -> _Plan[R]:
    places = {part: place for place, part in enumerate(noun.parts, start=1)}
    whole: set[int] = set()
    indexed: dict[int, set[str]] = {}
    for column in columns:
        field = noun.field_of(column)
        if field is None:
            raise ValueError(f"{noun.name} have no field {column}")
        if field.decides:
            whole.update(places[part] for part in field.decides)
        elif field.indexed:
            indexed.setdefault(places[field.attribute], set()).add(index_of(column))
        elif not field.is_passing:
            whole.add(places[field.attribute])
    return _Plan(noun.row, frozenset(whole), indexed)


def _differences(noun: Noun[R], before: R, after: R) -> tuple[FieldChange, ...]:
    pairs = zip(noun.parts, before[1:], after[1:], strict=True)
    return tuple(FieldChange(part, old, new) for part, old, new in pairs if old != new)
