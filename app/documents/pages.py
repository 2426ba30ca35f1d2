"""Show the pages of a PDF: as pictures for preview, thumbnails and raster print, as text for search.

PDFium allows one caller at a time, so a lock stands before it; it is imported on first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from app.documents.faults import PageUnreadable
from app.documents.pdf.geometry import Length

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_ONE_AT_A_TIME = Lock()


class PageImage(NamedTuple):
    """One page as pixels.

    Attributes:
        stride: Bytes from one row to the next, at least three a pixel.
        rgb: Red, green and blue, one byte each, rows from the top down.
    """

    width: int
    height: int
    stride: int
    rgb: bytes


def page_sizes(pdf: bytes) -> tuple[tuple[Length, Length], ...]:
    """Return width and height of every page in points.

    Raises:
        PageUnreadable: The bytes are no PDF.
    """
    with _opened(pdf) as document:
        return tuple(document.get_page_size(index) for index in range(len(document)))


def page_image(pdf: bytes, index: int, *, scale: Length = 1) -> PageImage:
    """Return one page as a picture.

    Args:
        pdf: The file.
        index: 0 for the first page.
        scale: Pixels per point: 1 is 72 dots an inch, 2 a sharp screen, 4.17 print at 300.

    Raises:
        PageUnreadable: The bytes are no PDF, or it has no such page.
    """
    with _opened(pdf) as document:
        if not 0 <= index < len(document):
            raise PageUnreadable(page=index + 1)
        return _pixels(document, index, scale)


def page_images(pdf: bytes, *, scale: Length = 1) -> tuple[PageImage, ...]:
    """Return all pages as pictures, the file opened once.

    Raises:
        PageUnreadable: The bytes are no PDF.
    """
    with _opened(pdf) as document:
        return tuple(_pixels(document, index, scale) for index in range(len(document)))


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """Return the text of every page in the order it was set.

    Raises:
        PageUnreadable: The bytes are no PDF.
    """
    with _opened(pdf) as document:
        return tuple(_text(document, index) for index in range(len(document)))


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as fault:
            raise PageUnreadable from fault
        try:
            yield document
        finally:
            document.close()


def _pixels(document: PdfDocument, index: int, scale: Length) -> PageImage:
    page = document[index]
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    page.close()
    return image


def _text(document: PdfDocument, index: int) -> str:
    page = document[index]
    texts = page.get_textpage()
    found = str(texts.get_text_range())
    texts.close()
    page.close()
    return found.replace("\r\n", "\n")
