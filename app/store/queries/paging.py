"""Pages of a long list: the next rows after the last one seen, so that row 900,000 costs what row 1 did.

A list is read by key (the sort column and the id), never by OFFSET, and a filter is a bound parameter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from app.store.transaction import Row, Transaction

PAGE = 200
"""Rows fetched at a time: more than the tallest screen shows."""


class After(NamedTuple):
    """The last row seen: its value in the sort column, and its id as text."""

    value: object
    id: str


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which rows of a list are wanted.

    Attributes:
        sort: Name of a column of the list.
        descending: Newest or largest first.
        after: The last row seen; `None` for the first page.
        words: What was typed into the filter box; every word must occur somewhere in the row.
        filters: Column name -> the value it must have.
        limit: Rows at most.
    """

    sort: str
    descending: bool = True
    after: After | None = None
    words: str = ""
    filters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    limit: int = PAGE


@dataclass(frozen=True, slots=True)
class Listing:
    """How one list is read.

    Attributes:
        select: ``SELECT ... FROM ...`` whose first column is the id as text.
        columns: Name of a sortable or filterable column -> its SQL expression; nothing else is asked for.
        searched: The SQL expressions the words of the filter box are looked for in.
        where: Conditions every row of the list meets.
        parameters: Values the conditions name, as the engine takes them.
    """

    select: str
    columns: Mapping[str, str]
    searched: tuple[str, ...]
    where: tuple[str, ...] = ()
    parameters: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


class UnknownColumn(KeyError):
    """A view asked for a column the list does not have: a bug."""


def page(transaction: Transaction, listing: Listing, request: PageRequest) -> list[Row]:
    """Return the next rows of a list.

    Raises:
        UnknownColumn: The request names a column the list does not have.
    """
    sql, parameters = statement(listing, request)
    return list(transaction.rows(sql, parameters))


def statement(listing: Listing, request: PageRequest) -> tuple[str, dict[str, object]]:
    """Return the statement and its parameters; every value is bound.

    Raises:
        UnknownColumn: The request names a column the list does not have.
    """
    conditions = list(listing.where)
    parameters: dict[str, object] = {**listing.parameters, "limit": request.limit}
    for n, (name, wanted) in enumerate(request.filters.items()):
        conditions.append(f"{_column(listing, name)} = :filter{n}")
        parameters[f"filter{n}"] = wanted
    for n, word in enumerate(request.words.split()):
        alternatives = " OR ".join(f"{where} LIKE :word{n} ESCAPE '\\'" for where in listing.searched)
        conditions.append(f"({alternatives})")
        parameters[f"word{n}"] = f"%{_escaped(word)}%"
    key = _column(listing, request.sort)
    row_id = _column(listing, "id")
    if request.after is not None:
        conditions.append(f"({key}, {row_id}) {'<' if request.descending else '>'} (:after, :after_id)")
        parameters |= {"after": request.after.value, "after_id": request.after.id}
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    way = "DESC" if request.descending else "ASC"
    return f"{listing.select}{where} ORDER BY {key} {way}, {row_id} {way} LIMIT :limit", parameters


def count(transaction: Transaction, listing: Listing, request: PageRequest, *, most: int) -> int:
    """Return how many rows the filter leaves, counted up to `most`: a screen says "more than" beyond it."""
    unlimited = PageRequest(request.sort, request.descending, None, request.words, request.filters, most)
    sql, parameters = statement(listing, unlimited)
    return int(transaction.rows(f"SELECT count(*) FROM ({sql}) AS counted", parameters)[0][0])


def _column(listing: Listing, name: str) -> str:
    if name not in listing.columns:
        raise UnknownColumn(name)
    return listing.columns[name]


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
