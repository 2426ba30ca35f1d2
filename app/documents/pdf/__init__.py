"""The PDF of a paper. `render` imports the PDF writer on its first call, not before."""

from __future__ import annotations

from app.documents.model import DocumentData


def render(data: DocumentData) -> bytes:
    """Return the PDF of a paper; the same data gives the same bytes. A live preview calls it, too.

    Raises:
        GlyphMissing: No installed font has a character of a text.
        FontUnavailable: The typeface could not be prepared.
        LogoUnreadable: The logo is no picture.
    """
    from app.documents.pdf.composition import compose

    return compose(data)
