"""Put the seller's logo on a page: any usual picture, made small enough for paper once."""

from __future__ import annotations

import io
from functools import lru_cache

from fpdf import FPDF
from PIL import Image

from app.documents.faults import LogoUnreadable
from app.documents.pdf.geometry import Length

MOST_PIXELS = 1_000
"""Longest side kept: 300 dots an inch at the size a logo is printed."""
_MOST_SOURCE_PIXELS = 50_000_000


def place_picture(
    pdf: FPDF, box: tuple[Length, Length, Length, Length], file: bytes, *, mirrored: bool = False
) -> None:
    """Place a picture at the top and the start of a box (x, y, width, height), keeping its shape.

    Raises:
        LogoUnreadable: The bytes are no picture, or one of absurd size.
    """
    small, wide, high = _fitted(file)
    x, y, width, height = box
    scale = min(width / wide, height / high)
    shown_width, shown_height = wide * scale, high * scale
    left = pdf.w - x - shown_width if mirrored else x
    pdf.image(io.BytesIO(small), left, y, shown_width, shown_height)


@lru_cache(maxsize=8)
def _fitted(file: bytes) -> tuple[bytes, int, int]:
    """Return the picture as PNG or JPEG with no side longer than `MOST_PIXELS`, and its size."""
    try:
        with Image.open(io.BytesIO(file)) as picture:
            if picture.width * picture.height > _MOST_SOURCE_PIXELS or not picture.width:
                raise LogoUnreadable
            if max(picture.size) <= MOST_PIXELS and picture.format in {"PNG", "JPEG"}:
                picture.verify()
                return file, *picture.size
            shown = picture.convert("RGBA")
            shown.thumbnail((MOST_PIXELS, MOST_PIXELS))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise LogoUnreadable from fault
    made = io.BytesIO()
    shown.save(made, "PNG")
    return made.getvalue(), *shown.size
