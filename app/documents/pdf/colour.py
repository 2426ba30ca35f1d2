"""Colours as the page wants them, and whether one shows on white paper."""

from __future__ import annotations

import re

from app.documents.pdf.geometry import Length

BLACK_INK = "#16191d"
_LEAST_CONTRAST_PERCENT = 300


def ink(colour: str) -> str:
    """Return the fill operator of ``#rrggbb``."""
    red, green, blue = (f"{channel / 255:.3f}" for channel in _channels(colour))
    return f"{red} {green} {blue} rg"


def accent(colour: str) -> str:
    """Return the brand's colour if it shows on white (contrast 3 : 1 at least), else the ink."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return BLACK_INK
    return colour.lower() if contrast_percent(colour) >= _LEAST_CONTRAST_PERCENT else BLACK_INK


def contrast_percent(colour: str) -> int:
    """Return the contrast of a colour to white paper as WCAG computes it, times 100: 450 is 4.5 : 1."""
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return int(105 / (luminance + 0.05))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> Length:
    share = channel / 255
    return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
