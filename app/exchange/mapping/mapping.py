"""A mapping says how a file becomes rows of a noun: a frozen value without code, kept as TOML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.exchange.records.parsing import NOTHING_TOLD, Told
from app.exchange.tables.reading import DETECT, Choices


class Condition(StrEnum):
    """How a filter looks at a cell: four compare numbers, the others text."""

    EQUALS = "equals"
    DIFFERS = "differs"
    ONE_OF = "one_of"
    ABOVE = "above"
    AT_LEAST = "at_least"
    BELOW = "below"
    AT_MOST = "at_most"
    FILLED = "filled"

    @property
    def compares_numbers(self) -> bool:
        """Test whether it asks for more or less."""
        return self in {Condition.ABOVE, Condition.AT_LEAST, Condition.BELOW, Condition.AT_MOST}


class Unmatched(StrEnum):
    """What happens to a row for which another file has nothing; kept ones are counted unless optional."""

    KEEP = "keep"
    OPTIONAL = "optional"
    DROP = "drop"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Take:
    """Where the value of a field comes from.

    Attributes:
        columns: Columns of the file, or ``name.Column`` of a joined one; blank cells are left out.
        glue: Stands between the texts of several columns.
        times: Factor for numbers: 100 turns the fraction 0.02 into 2 percent.
        words: Pairs of a value in the file and the one it stands for; other values stay.
    """

    columns: tuple[str, ...]
    glue: str = " "
    times: Decimal | None = None
    words: tuple[tuple[str, str], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Condition whether the cells are taken as they are."""
        return len(self.columns) == 1 and self.times is None and not self.words


@dataclass(frozen=True, slots=True)
class Filter:
    """Rows that are taken; the others are counted and left out.

    Attributes:
        values: One for most conditions, several for `ONE_OF`, ``true`` or ``false`` for `FILLED`.
    """

    column: str
    condition: Condition
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """One row of another file that belongs to each row of this one.

    Attributes:
        name: Its columns are called ``name.Column`` from here on.
        file: Plain name of a file in the same folder.
        on: Pairs of a column here and the column there that hold the same value.
        filters: Rows of the other file that count.
        first: Take the first row that fits; without it a second one is an error.
    """

    name: str
    file: str
    on: tuple[tuple[str, str], ...]
    filters: tuple[Filter, ...] = ()
    unmatched: Unmatched = Unmatched.KEEP
    first: bool = False


@dataclass(frozen=True, slots=True)
class Collect:
    """All rows of another file that belong to each row of this one.

    They become columns by an index (texts by language), or one column with a list of codes.

    Attributes:
        file: Plain name of a file in the same folder.
        on: Pairs of a column here and the column there.
        columns: Fields by index: ``description`` from a column there.
        index: What tells them apart, such as the language.
        into: Field that takes a list, instead of `columns` and `index`.
        listed: Where the codes of the list come from.
        unmatched: By default a list must not stay empty, because an empty list of products means all.
    """

    file: str
    on: tuple[tuple[str, str], ...]
    joins: tuple[Join, ...] = ()
    filters: tuple[Filter, ...] = ()
    columns: tuple[tuple[str, Take], ...] = ()
    index: Take | None = None
    into: str = ""
    listed: Take | None = None
    unmatched: Unmatched = Unmatched.KEEP


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a file becomes rows.

    Attributes:
        noun: What the rows are: ``products``.
        columns: Pairs of a field and where its value comes from.
        constants: Pairs of a field and the text that stands for it in every row.
        joins: Other files with one row for each of ours, in the order in which they are looked up.
        filters: Rows that are taken; they may name joined columns.
        collects: Other files with many rows for each of ours.
        file: Name of the file it was made for; only a hint.
        told: How numbers and dates are written.
        choices: How the file is read.
    """

    noun: str
    columns: tuple[tuple[str, Take], ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    joins: tuple[Join, ...] = ()
    filters: tuple[Filter, ...] = ()
    collects: tuple[Collect, ...] = ()
    file: str = ""
    told: Told = NOTHING_TOLD
    choices: Choices = DETECT

    def fields(self) -> Iterator[str]:
        """Yield every field it fills; collected ones without their index."""
        yield from (field for field, _ in self.columns)
        yield from (field for field, _ in self.constants)
        for collect in self.collects:
            yield from (field for field, _ in collect.columns)
            yield from filter(None, [collect.into])

    def with_constants(self, constants: Pairs[str, str]) -> Mapping:
        """Return the mapping with a standing value for each of these fields it does not fill itself."""
        filled = set(self.fields())
        more = tuple((field, text) for field, text in constants.items() if field not in filled and text)
        return replace(self, constants=(*self.constants, *more))

    def with_told(self, told: Told) -> Mapping:
        """Return the mapping with the answer to how numbers and dates are written."""
        kept = Told(told.decimal or self.told.decimal, told.order or self.told.order)
        return replace(self, told=kept)


def columns_of(takes: Iterable[Take]) -> Iterator[str]:
    """Yield the columns that values come from."""
    for take in takes:
        yield from take.columns
