"""Lengths and sheets. Everything is measured in points (1/72 inch) from the top left corner of the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from app.documents.model import Paper

Length: TypeAlias = float

MM: Length = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and the places every page has in common.

    Attributes:
        left, right: Edges of the text, from the left edge of the sheet.
        head: Where the text of the second page begins; the first has its own head.
        address: First baseline of the address, in the window of the envelope (DIN 5008 B, US no. 10).
        foot: Lowest baseline of the page number.
    """

    width: Length
    height: Length
    left: Length
    right: Length
    head: Length
    address: Length
    foot: Length

    @property
    def text_width(self) -> Length:
        """Return the width of the text."""
        return self.right - self.left


def sheet_of(paper: Paper) -> Sheet:
    """Return the sheet of a paper size."""
    width, height = (612.0, 792.0) if paper is Paper.LETTER else (210 * MM, 297 * MM)
    return Sheet(
        width=width,
        height=height,
        left=24 * MM,
        right=width - 18 * MM,
        head=28 * MM,
        address=55 * MM,
        foot=height - 9 * MM,
    )
