"""The pages of a noun's list: asked for by key on a reader thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.kernel.money import Currency, Money
from ui.widgets.list_rows import Fetch, ListPage, ListRequest, ListRow

if TYPE_CHECKING:
    from app.services.lists import PageRequest
    from ui.shell.session import Session, Unit

Read = Callable[["Unit", "PageRequest", str], Sequence[Any]]
"""Reads the next rows of a view; each has an ``id`` and an attribute for every sortable column."""

MakeRow = Callable[[Any], ListRow]


def pages(session: Session, read: Read, make_row: MakeRow) -> Fetch:
    """Return what reads a page of a list."""

    def page(request: ListRequest) -> ListPage:
        from app.services.lists import After, PageRequest

        after = request.after if isinstance(request.after, After) else None
        wanted = PageRequest(request.sort, request.descending, after, words=request.text, limit=request.limit)
        with session.file.reading() as unit:
            rows = read(unit, wanted, request.view)
        following = None
        if rows and len(rows) == request.limit:
            following = After(_native(getattr(rows[-1], request.sort)), rows[-1].id.hex)
        return ListPage(tuple(map(make_row, rows)), following)

    return page


def money_of(units: int, currency: str) -> Money:
    """Return an amount of a list's row."""
    return Money.of_minor(units, Currency.of(currency))


def _native(value: object) -> object:
    """Return a sort key as the rows keep it: days are text."""
    return value.isoformat() if isinstance(value, date) else value
