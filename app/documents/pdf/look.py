"""The look of every paper: two weights, one type scale, greys, and the brand's colour used sparingly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.documents.pdf.colour import ink
from app.documents.pdf.geometry import Length


class Face(StrEnum):
    """The cuts of the typeface."""

    REGULAR = "regular"
    STRONG = "strong"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class Style:
    """One way to set text: face, size in points, colour as a PDF operator (``0.1 0.1 0.1 rg``)."""

    face: Face
    size: Length
    colour: str


INK = ink("#16191d")
GREY = ink("#5b6470")
FAINT = "#d9dde2"
"""Hairlines between rows."""
RULE = "#16191d"
"""Rules that open and close a table."""
WASH = "#e4e7eb"
"""The word across a paper that is not valid."""

LEADING = 1.36
"""Distance of baselines, as a multiple of the size."""

TITLE = Style(Face.STRONG, 20, INK)
TITLE_NUMBER = Style(Face.REGULAR, 20, GREY)
SENDER = Style(Face.STRONG, 13, INK)
SUBJECT = Style(Face.STRONG, 10.5, INK)
BODY = Style(Face.REGULAR, 9, INK)
BODY_STRONG = Style(Face.STRONG, 9, INK)
BODY_GREY = Style(Face.REGULAR, 9, GREY)
SMALL = Style(Face.REGULAR, 7.5, GREY)
SMALL_STRONG = Style(Face.STRONG, 7.5, GREY)
SMALL_INK = Style(Face.REGULAR, 7.5, INK)
SMALL_ITALIC = Style(Face.ITALIC, 7.5, GREY)
TINY = Style(Face.REGULAR, 6.5, GREY)
TINY_STRONG = Style(Face.STRONG, 6.5, GREY)
TOTAL = Style(Face.STRONG, 12, INK)
