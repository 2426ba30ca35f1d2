"""What a line grid shows and what it asks for: frozen rows in, intents out.

A noun's presenter keeps the document. It makes one `GridRow` per line (all texts ready, so that painting is a
list lookup), gives them to `LineGrid.show_rows` after every edit, and answers the grid's `LineIntents`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from app.kernel.findings import Severity
from ui.widgets.hits import Hit

Key = Hashable
"""Identifies a line over edits: the id of the document's line."""


class CellKind(StrEnum):
    """How a column is aligned and edited."""

    TEXT = "text"
    LOOKUP = "lookup"
    NUMBER = "number"


class RowKind(StrEnum):
    """How a line looks."""

    ITEM = "item"
    TEXT = "text"
    HEADING = "heading"
    SUBTOTAL = "subtotal"


class GridColumn(NamedTuple):
    """One column.

    Attributes:
        key: Name used in intents and remembered widths.
        title: Returns the title in the current language; a currency stands here, once.
        kind: Numbers are right-aligned with tabular figures; the lookup column starts the product search.
        width: In device-independent pixels at first.
        editable: Whether cells of product lines can be typed into.
        stretch: Takes the room that is left; exactly one column, never the last.
        gives_way: Above 0, the column hides where the description would become too narrow; highest first.
    """

    key: str
    title: Callable[[], str]
    kind: CellKind = CellKind.TEXT
    width: int = 90
    editable: bool = True
    stretch: bool = False
    gives_way: int = 0


class Mark(NamedTuple):
    """Something wrong with a cell, said in words (shown as tip and by the findings list)."""

    column: str
    severity: Severity
    text: str


class GridRow(NamedTuple):
    """One line as shown.

    Attributes:
        key: The line's identity.
        cells: Text of each column.
        kind: How the line looks; only item lines have editable numbers.
        edit: What an editor starts with where it differs from the cell: ``(column key, text)`` pairs.
        marks: What is wrong with it.
        tag: A word beside the description: "Optional".
        detail: Softer text after the description.
        counts: Whether the line is in the total; others are shown softer.
    """

    key: Key
    cells: tuple[str, ...]
    kind: RowKind = RowKind.ITEM
    edit: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    tag: str = ""
    detail: str = ""
    counts: bool = True


class LineIntents(Protocol):
    """What the person wants done to the lines. After doing it, show the rows again.

    `before` names the line in front of which something goes; `None` is the end. An intent is one undo step.
    """

    def change(self, row: Key | None, column: str, text: str) -> str:
        """Take a cell's new text; `None` as row: the empty last line becomes a line with this cell.

        Returns:
            Why not, as a sentence; empty when it was taken. A refused text stays in the cell, marked.
        """

    def pick(self, row: Key | None, hit: Hit) -> None:
        """Put the product found into the line; `None` as row: into a new last line."""

    def create(self, row: Key | None, text: str) -> None:
        """Create a product of this name, then put it into the line; the document is not left."""

    def duplicate(self, rows: Sequence[Key]) -> None:
        """Put copies of the lines behind the last of them."""

    def remove(self, rows: Sequence[Key]) -> None:
        """Take the lines out."""

    def move(self, rows: Sequence[Key], before: Key | None) -> None:
        """Put the lines, which stand together, in front of another."""

    def paste(self, before: Key | None, table: tuple[tuple[str, ...], ...]) -> None:
        """Make lines of spreadsheet rows: SKU, quantity, price; an unknown SKU becomes a marked text line."""

    def seal(self) -> None:
        """The focus left the cell: what is typed next is a step of its own."""
