"""Make the PDF of a paper: words first, then measures, then pages, then ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents.model import DocumentData
from app.documents.pdf import furniture, sections, table
from app.documents.pdf.canvas import Canvas, Imprint
from app.documents.pdf.colour import accent, ink
from app.documents.pdf.geometry import Length, sheet_of
from app.documents.pdf.look import BODY, SMALL, SMALL_STRONG, SUBJECT, TOTAL
from app.documents.pdf.pagination import Block, Room, paginate
from app.documents.pdf.sections import SECTION_GAP, Measure
from app.documents.printed import Printed
from app.documents.speech import Speech, speech
from app.documents.wording import printed as word

_TABLE_GAP: Length = 18


def compose(data: DocumentData, *, fast: bool = True) -> bytes:
    """Return the PDF of a paper; the same data gives the same bytes.

    Args:
        data: What it says.
        fast: Use the quick way to embed fonts where the PDF writer allows it.

    Raises:
        GlyphMissing: No installed font has a character of a text.
        FontUnavailable: The typeface could not be prepared.
        LogoUnreadable: The logo is no picture.
    """
    says, text = speech(data.language), word(data)
    sheet = sheet_of(data.paper)
    imprint = Imprint(
        title=f"{text.title} {text.number}",
        author=text.sender,
        language=data.language.replace("_", "-"),
        dated=data.dated,
    )
    canvas = Canvas(sheet, imprint, mirrored=says.right_to_left, fast=fast)
    canvas.next_page()
    furniture.mark(canvas, text.mark)
    top = furniture.letterhead(canvas, text, data.brand.logo)
    bottom = sheet.height - furniture.foot_height(text)
    first, later = Room(top, bottom), Room(sheet.head, bottom)
    blocks = list(_blocks(data, text, says, canvas, later))
    pages = paginate(blocks, first, later)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            canvas.next_page()
            furniture.mark(canvas, text.mark)
            furniture.running_head(canvas, text)
        for placed in page:
            placed.paint(canvas, placed.top)
        furniture.foot(canvas, text, says.word("page", page=str(number), pages=str(len(pages))))
    return canvas.finish()


def _blocks(data: DocumentData, text: Printed, says: Speech, canvas: Canvas, room: Room) -> Iterator[Block]:
    """Yield everything below the title, in reading order."""
    within = Measure(canvas.sheet.left, canvas.sheet.right, canvas.set)
    if text.subject:
        yield from sections.paragraphs((text.subject,), SUBJECT, within, gap=0)
    yield from sections.paragraphs(text.introduction, BODY, within, gap=10)
    yield from _table_and_totals(data, text, says, within, room)
    yield from sections.paragraphs(text.remarks, SMALL, within, gap=10)
    if text.schedule is not None:
        yield from sections.schedule(text.schedule, within)
    if text.payment is not None:
        yield sections.payment(text.payment, within)
    yield from sections.paragraphs(text.notes, BODY, within, gap=SECTION_GAP)
    if text.terms:
        yield sections.title(text.terms_title, SMALL_STRONG, within, gap=SECTION_GAP)
        yield from sections.paragraphs(text.terms, SMALL, within, gap=0)
    if text.signature is not None:
        yield sections.signature(text.signature, within)


def _table_and_totals(
    data: DocumentData, text: Printed, says: Speech, within: Measure, room: Room
) -> Iterator[Block]:
    """Yield the rows, the last of them kept with the totals, so that no total stands alone on a page."""
    tallest = (room.bottom - room.top) * 0.6
    grid = table.measure(text.columns, text.rows, within.set, (within.left, within.right))
    frame = table.frame(text.columns, grid, says)
    rows = list(table.row_blocks(text.rows, grid, within.set, frame, tallest))
    if rows:
        rows[0] = rows[0]._replace(gap=_TABLE_GAP)
        rows[-1] = rows[-1]._replace(keep=True)
    colour = accent(data.brand.colour)
    yield from rows
    yield sections.totals(text.totals, within, (colour, replace(TOTAL, colour=ink(colour))))
