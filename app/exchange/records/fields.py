"""What a noun's file consists of: fields with their kinds, and the row they make."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, NamedTuple, TypeVar

from app.exchange.tables.cells import Cell, OutCell
from app.exchange.values.dates import MONTH_FIRST
from app.exchange.values.number_form import ENGLISH, NumberForm
from app.kernel.errors import AppError

R = TypeVar("R", bound=tuple[Any, ...])
"""The row of a noun: a NamedTuple whose first part is the line."""

NUMBER, DATE = "number", "date"


class Required:
    """Stands in the place of a value where a cell must not be blank."""


REQUIRED: Final = Required()


class Forms(NamedTuple):
    """How the values of one column are written."""

    number: NumberForm = ENGLISH
    order: str = MONTH_FIRST


@dataclass(frozen=True, slots=True)
class Kind:
    """How cells become values, and values cells.

    Attributes:
        read: Returns the value of a cell that is not blank, or raises the `AppError` that says why not.
        write: Returns the cell that `read` reads back.
        at_once: Returns the values of a whole column if all its cells are plain, else None; `blank` is the
            value of a blank cell, `REQUIRED` where there is none. It never decides other than `read`.
        evidence: What has to be proved by the column's values: ``number``, ``date`` or nothing.
        keeps_blanks: Blanks around a value belong to it.
    """

    read: Callable[[Cell, Forms], object]
    write: Callable[[Any], OutCell]
    at_once: Callable[[Sequence[Cell], Forms, object], Sequence[object] | None] | None = None
    evidence: str = ""
    keeps_blanks: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a noun's file.

    Attributes:
        key: Name of the column as we write it; also of the row's part, unless `part` names that.
        kind: How its cells are read.
        blank: Value of a blank cell and of a missing column; `REQUIRED` when there must be one.
        indexed: The column repeats as ``key[index]``: per language, per currency; the part holds pairs.
        part: Part of the row, where it is not called like the column.
        decides: Parts the column decides as wholes, where those are not its own.
        is_passing: Its part is empty once the row is settled, so it is read and never written.
    """

    key: str
    kind: Kind
    blank: object = REQUIRED
    indexed: bool = False
    part: str = ""
    decides: tuple[str, ...] = ()
    is_passing: bool = False

    @property
    def attribute(self) -> str:
        """Return the name of the row's part."""
        return self.part or self.key


Refuse = Callable[[str, AppError], None]


@dataclass(frozen=True, slots=True)
class Noun(Generic[R]):
    """What can be imported and exported.

    Attributes:
        name: As the command line says it: ``products``.
        row: The NamedTuple of one row; its parts are ``line`` and those of the fields, in their order.
        fields: The columns.
        key: Returns what tells one record from another; None where rows stand for themselves.
        settle: Checks what concerns several cells of a row and returns the row as it is kept; it hands each
            refusal to `refuse` with the column it concerns.
        together: Parts that `settle` looks at; without any of them in the file there is nothing to settle.
        either: Columns of which a file must have at least one.
    """

    name: str
    row: type[R]
    fields: tuple[Field, ...]
    key: Callable[[R], Hashable] | None = None
    settle: Callable[[R, Refuse], R] | None = None
    together: frozenset[str] = frozenset()
    either: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the parts of a row after its line."""
        return tuple(field.attribute for field in self.fields)

    def missing(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Return the columns a file must have that are not among these, in the order of the fields."""
        given = set(columns)
        keys = {column.partition("[")[0] for column in given}
        needed = {field.key for field in self.fields if field.blank is REQUIRED and not field.indexed} - given
        if self.either and keys.isdisjoint(self.either):
            needed.add(self.either[0])
        return tuple(dict.fromkeys(field.key for field in self.fields if field.key in needed))

    def field_of(self, column: str) -> Field | None:
        """Return the field of a column such as ``price`` or ``name[de]``, None if the noun has none."""
        key, bracket, rest = column.partition("[")
        if bracket and not (rest.endswith("]") and len(rest) > 1):
            return None
        return next((one for one in self.fields if one.key == key and one.indexed == bool(bracket)), None)


def index_of(column: str) -> str:
    """Return the index of a column: ``de`` of ``name[de]``, '' for a plain one."""
    return column.partition("[")[2].removesuffix("]")
