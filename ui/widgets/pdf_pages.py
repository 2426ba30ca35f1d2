"""Pictures of a PDF's pages, made on a reader thread."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import NamedTuple

_PDFIUM = threading.Lock()
"""PDFium is not made for several threads at once."""

POINTS_PER_INCH = 72
LARGEST_SIDE = 8_000


class PageSize(NamedTuple):
    """Width and height of a page in tenths of a point (A4: 5953 x 8419)."""

    width: int
    height: int


class PagePicture(NamedTuple):
    """One page drawn: 32-bit pixels (blue, green, red, unused), row by row."""

    number: int
    width: int
    height: int
    stride: int
    pixels: bytes


class PagePictures(NamedTuple):
    """The sizes of all pages of a PDF, and pictures of some of them."""

    pdf: bytes
    sizes: tuple[PageSize, ...]
    pictures: tuple[PagePicture, ...]
    dots_per_inch: int


def draw_pages(pdf: bytes, dots_per_inch: int, wanted: Sequence[int] = (0,)) -> PagePictures:
    """Return pictures of the wanted pages (numbered from 0; numbers beyond the last are left out).

    Raises:
        ValueError: The bytes are no PDF that can be drawn (a bug of ours: we wrote it).
    """
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ValueError("this is no PDF") from error
        try:
            sizes = tuple(
                PageSize(round(width * 10), round(height * 10))
                for width, height in (document.get_page_size(number) for number in range(len(document)))
            )
            pictures = tuple(
                _draw(document, number, sizes[number], dots_per_inch)
                for number in wanted
                if 0 <= number < len(sizes)
            )
        finally:
            document.close()
    return PagePictures(pdf, sizes, pictures, dots_per_inch)


def pixels(tenths: int, dots_per_inch: int) -> int:
    """Return a length of tenths of a point in pixels, at least 1."""
    return max(1, min(LARGEST_SIDE, round(tenths * dots_per_inch / (10 * POINTS_PER_INCH))))


def _draw(document: object, number: int, size: PageSize, dots_per_inch: int) -> PagePicture:
    page = document[number]  # type: ignore[index]  # pypdfium2 ships no types
    side = max(pixels(size.width, dots_per_inch), pixels(size.height, dots_per_inch))
    scale = dots_per_inch / POINTS_PER_INCH if side < LARGEST_SIDE else 1
    bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
    drawn = PagePicture(number, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    page.close()
    return drawn
