"""What a list shows and how it asks for more: frozen rows, pages by key, never an offset."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ui.widgets.state_chip import Chip

PAGE = 200
"""Rows fetched at a time."""


class ListKind(StrEnum):
    """How a column is aligned and painted."""

    TEXT = "text"
    STRONG = "strong"
    NUMBER = "number"
    DATE = "date"
    CHIP = "chip"


class ListColumn(NamedTuple):
    """One column.

    Attributes:
        key: Name used for sorting and remembered widths.
        title: Returns the title in the current language.
        width: In device-independent pixels at first.
        stretch: Takes the room that is left; exactly one column, never the last.
        sortable: Whether the store has an index to sort by.
        shown: Whether it is shown before the user chose.
        summed: Whether the selection's amounts are added up in the foot.
    """

    key: str
    title: Callable[[], str]
    kind: ListKind = ListKind.TEXT
    width: int = 120
    stretch: bool = False
    sortable: bool = True
    shown: bool = True
    summed: bool = False


class ListRow(NamedTuple):
    """One row.

    Attributes:
        key: What opening it hands out: a `Ref` or an id.
        cells: Text or chip of each column, ready to show.
        amounts: Exact amount of each summed column, by the column's key.
        unit: Currency of the amounts: different ones are never added.
    """

    key: Hashable
    cells: tuple[str | Chip, ...]
    amounts: tuple[tuple[str, Decimal], ...] = ()
    unit: str = ""


class ListRequest(NamedTuple):
    """What rows are wanted.

    Attributes:
        after: The last page's `next`; `None` for the first page.
        sort: Key of a column.
        descending: Largest first.
        text: What stands in the filter box.
        view: Key of the chosen `ListFilter`, empty for none.
        limit: How many rows at most.
    """

    after: object = None
    sort: str = ""
    descending: bool = False
    text: str = ""
    view: str = ""
    limit: int = PAGE


class ListPage(NamedTuple):
    """Rows in their order; `next` is where the following page begins, `None` after the last row."""

    rows: tuple[ListRow, ...]
    next: object = None


Fetch = Callable[[ListRequest], ListPage]
"""Reads a page on a reader thread: by key (`WHERE (sort, id) > (?, ?)`), so that all pages cost the same."""


class ListFilter(NamedTuple):
    """A ready-made choice of rows over the list: "Open", "Overdue"; the store knows it by its key."""

    key: str
    text: Callable[[], str]


class Empty(NamedTuple):
    """What an empty list teaches (U30).

    Attributes:
        icon: Name of an icon.
        title: What belongs here.
        text: One or two sentences on how it gets here.
        action: Id of the one next action, as its button's signal says.
        action_text: Its button's text; empty for no button.
        sample: Whether "load the sample company" is offered too.
    """

    icon: str
    title: str
    text: str
    action: str = ""
    action_text: str = ""
    sample: bool = False
