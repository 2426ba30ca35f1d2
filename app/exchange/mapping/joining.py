"""Other files beside ours: the one row that belongs to each of our rows, or all that do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from app.exchange.mapping.filtering import filtered
from app.exchange.mapping.frames import Columns, Frame
from app.exchange.mapping.mapping import Collect, Filter, Join, Take, Unmatched
from app.exchange.mapping.taking import taken
from app.exchange.records.problems import Refusal
from app.exchange.records.source import Refused, pieces_of
from app.exchange.tables.cells import Cell, as_text
from app.exchange.tables.table import Table
from app.exchange.values.lists import written_list
from app.exchange.values.number_form import NumberForm
from app.kernel.errors import RuleViolation

OpenFile = Callable[[str], Table]


class ColumnNotThere(RuleViolation):
    """A mapping names a column the file does not have."""

    code = "exchange.column_not_there"


class JoinAmbiguous(RuleViolation):
    """Two rows of another file fit one of ours, and nothing says which."""

    code = "exchange.join_ambiguous"


@dataclass(frozen=True, slots=True)
class Lookup:
    """Another file, read once and ready to be asked.

    Attributes:
        columns: Cells by column.
        rows: Places of its rows by what they are looked up by.
    """

    columns: Columns
    rows: Mapping[tuple[str, ...], list[int]]

    def only(self, columns: Set[str]) -> Lookup:
        """Return the file with these columns alone."""
        return Lookup({name: cells for name, cells in self.columns.items() if name in columns}, self.rows)


def require_columns(wanted: Iterable[str], there: Iterable[str], *, file: str) -> None:
    """Let the columns a mapping names pass if the file has them.

    Raises:
        ColumnNotThere: One is missing; the message lists what there is.
    """
    known = tuple(there)
    for column in wanted:
        if column not in known:
            raise ColumnNotThere(column=column, file=file, columns=known)


def lookup_of(join: Join, open_file: OpenFile, form: NumberForm) -> Lookup:
    """Return the file a join asks, its rows filtered.

    Raises:
        ColumnNotThere: It lacks a column the join names.
        JoinAmbiguous: Two of its rows have the same key and the join does not say to take the first.
        AppError: It cannot be read.
    """
    table = open_file(join.file)
    there = [column for _, column in join.on]
    require_columns([*there, *(one.column for one in join.filters)], table.header, file=join.file)
    frame = filtered(_whole(table), join.filters, form)
    rows = _places(frame, there)
    if not join.first:
        for key, places in rows.items():
            if len(places) > 1:
                raise JoinAmbiguous(file=join.file, key=", ".join(key), line=frame.lines[places[1]])
    return Lookup(frame.columns, rows)


def joined(frame: Frame, join: Join, lookup: Lookup) -> tuple[Frame, int]:
    """Return the rows with the columns of the other file, and how many found nothing there.

    Args:
        frame: Our rows.
        join: How they are looked up.
        lookup: The other file.
    """
    keys = frame.keys([column for column, _ in join.on])
    places = [lookup.rows.get(key, _NONE)[:1] for key in keys]
    more = {
        f"{join.name}.{name}": [cells[place[0]] if place else "" for place in places]
        for name, cells in lookup.columns.items()
    }
    return _without(frame.with_columns(more), keys, places, join)


def joined_all(
    frame: Frame, joins: Sequence[Join], open_file: OpenFile, form: NumberForm, *, file: str
) -> Frame:
    """Return the rows with the columns of several other files, in their order.

    Raises:
        ColumnNotThere: A column a join names is missing.
        JoinAmbiguous: See `lookup_of`.
        AppError: A file cannot be read.
    """
    for join in joins:
        require_columns([column for column, _ in join.on], frame.columns, file=file)
        frame, _ = joined(frame, join, lookup_of(join, open_file, form))
    return frame


class Gathering:
    """Another file with many rows for each of ours, read once.

    Attributes:
        collect: How it is gathered.
        columns: The fields it fills: ``description[en]``, ``description[fr]``, or one with a list.
    """

    def __init__(self, collect: Collect, open_file: OpenFile, form: NumberForm) -> None:
        table = open_file(collect.file)
        frame = joined_all(_whole(table), collect.joins, open_file, form, file=collect.file)
        require_columns(_wanted(collect), frame.columns, file=collect.file)
        frame = filtered(frame, collect.filters, form)
        self.collect = collect
        self._rows = _places(frame, [column for _, column in collect.on])
        self._fields = [(field, taken(take, frame.columns, form)) for field, take in collect.columns]
        self._index = _texts(collect.index, frame, form)
        self._listed = _texts(collect.listed, frame, form)
        indexes = sorted(set(self._index))
        self.columns = (
            (collect.into,)
            if collect.into
            else tuple(f"{field}[{index}]" for field, _ in self._fields for index in indexes)
        )

    def gathered(self, frame: Frame) -> tuple[Frame, int]:
        """Return our rows with the fields it fills, and how many found nothing there."""
        keys = frame.keys([column for column, _ in self.collect.on])
        places = [self._rows.get(key, _NONE) for key in keys]
        more = self._lists(places) if self.collect.into else self._texts_by_index(places)
        return _without(frame.with_columns(more), keys, places, self.collect)

    def _lists(self, places: Sequence[Sequence[int]]) -> Columns:
        texts = [written_list(tuple(self._listed[place] for place in row)) for row in places]
        return {self.collect.into: texts}

    def _texts_by_index(self, places: Sequence[Sequence[int]]) -> Columns:
        columns: dict[str, list[Cell]] = {column: [""] * len(places) for column in self.columns}
        for row, found in enumerate(places):
            for place in found:
                for field, cells in self._fields:
                    columns[f"{field}[{self._index[place]}]"][row] = cells[place]
        return columns


_NONE: list[int] = []


def _wanted(collect: Collect) -> Iterable[str]:
    takes: list[Take] = [take for _, take in collect.columns]
    takes += [take for take in (collect.index, collect.listed) if take]
    filters: tuple[Filter, ...] = collect.filters
    return chain(
        (column for _, column in collect.on),
        (column for take in takes for column in take.columns),
        (one.column for one in filters),
    )


def _texts(take: Take | None, frame: Frame, form: NumberForm) -> list[str]:
    return list(map(as_text, taken(take, frame.columns, form))) if take else []


def _whole(table: Table) -> Frame:
    """Return all rows of a file at once; the files beside ours are small."""
    frames = [Frame.of(table.header, piece) for piece in pieces_of(table)]
    lines = list(chain.from_iterable(frame.lines for frame in frames))
    columns = {
        name: list(chain.from_iterable(frame.columns[name] for frame in frames)) for name in table.header
    }
    return Frame(lines, columns)


def _places(frame: Frame, columns: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for place, key in enumerate(frame.keys(columns)):
        places.setdefault(key, []).append(place)
    return places


def _without(
    frame: Frame, keys: Sequence[tuple[str, ...]], places: Sequence[Sequence[int]], other: Join | Collect
) -> tuple[Frame, int]:
    """Return the rows as the mapping wants those treated that found nothing, and how many these are.

    A row with nothing to look up by (a product without a category) is not counted where it is kept.
    """
    found = [bool(place) for place in places]
    if all(found):
        return frame, 0
    if other.unmatched is Unmatched.OPTIONAL:
        return frame, 0
    if other.unmatched is Unmatched.KEEP:
        return frame, sum(any(key) for key, there in zip(keys, found, strict=True) if not there)
    missing = len(found) - sum(found)
    if other.unmatched is Unmatched.DROP:
        return frame.where(found), missing
    refusal = Refusal("exchange.nothing_to_join", {"file": other.file})
    refused = [Refused(place, "", refusal) for place, there in enumerate(found) if not there]
    return frame.with_refused(refused), missing
