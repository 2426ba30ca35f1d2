"""What every noun of files can do: settle its rows, find the records that are there, write, give all back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from app.exchange.records.comparing import Comparison
from app.exchange.records.fields import Noun, R
from app.exchange.records.parsing import Parsed
from app.exchange.records.problems import RowProblem
from app.kernel.errors import AppError, RuleViolation
from app.kernel.findings import Finding
from app.services.file_rows.pieces import Progress
from app.services.file_rows.setting import Setting
from app.store.queries.paging import After, PageRequest

if TYPE_CHECKING:
    from uuid import UUID

    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork

AT_ONCE = 1_000
"""Records read at a time where all are asked for."""


class Listed(Protocol):
    """A row of a list."""

    @property
    def id(self) -> UUID:
        """Return the id of its record."""


_L = TypeVar("_L", bound=Listed)


class SkuUnknown(RuleViolation):
    """A row names a product that is not there."""

    code = "exchange.sku_unknown"


@dataclass(frozen=True, slots=True)
class Settled(Generic[R]):
    """Rows as they are kept.

    Attributes:
        rows: Those that refer to nothing unknown.
        problems: What is wrong with the others.
        findings: What the import does besides.
    """

    rows: tuple[R, ...]
    problems: tuple[RowProblem, ...] = ()
    findings: tuple[Finding, ...] = ()


class Keeper(ABC, Generic[R]):
    """The rows of one noun and the records they stand for; `progress` hears of rows and may stop the work."""

    @property
    @abstractmethod
    def noun(self) -> Noun[R]:
        """Return what the rows are."""

    @abstractmethod
    def settled(self, unit: Nouns, setting: Setting, parsed: Parsed[R], progress: Progress) -> Settled[R]:
        """Return the rows with everything a file may leave unsaid; what refers to nothing is a problem."""

    @abstractmethod
    def existing(
        self, unit: Nouns, setting: Setting, rows: Sequence[R], progress: Progress
    ) -> dict[Hashable, R]:
        """Return the records these rows are about, as rows by their key; those in the bin are not there."""

    @abstractmethod
    def write(self, uow: UnitOfWork, setting: Setting, comparison: Comparison[R], progress: Progress) -> None:
        """Write what is new and what changes."""

    @abstractmethod
    def everything(self, unit: Nouns, setting: Setting) -> Iterator[R]:
        """Yield every record outside the bin, as the row an import would read back."""


def problem(line: int, column: str, error: AppError) -> RowProblem:
    """Return what is wrong with a row, from what could have been raised."""
    return RowProblem(line, column, error.code, error.params)


def pages(unit: Nouns, read: Callable[[PageRequest], list[_L]], sort: str) -> Iterator[list[_L]]:
    """Yield the rows of a list, a page at a time.

    Args:
        unit: The open unit.
        read: Returns one page; its rows have an ``id`` and the column.
        sort: Column the list is read by.
    """
    after = None
    while True:
        found = read(PageRequest(sort, descending=False, after=after, limit=AT_ONCE))
        if found:
            yield found
        if len(found) < AT_ONCE:
            return
        last = found[-1]
        after = After(getattr(last, sort), str(unit.records.transaction.key(last.id)))
