"""What every page has: the letterhead of the first, the running head of the others, the foot of all."""

from __future__ import annotations

from dataclasses import replace

from app.documents.pdf.canvas import Canvas, Side
from app.documents.pdf.colour import ink
from app.documents.pdf.geometry import MM, Length
from app.documents.pdf.look import (
    BODY,
    FAINT,
    GREY,
    LEADING,
    SENDER,
    SMALL,
    TINY,
    TITLE,
    TITLE_NUMBER,
    WASH,
    Face,
    Style,
)
from app.documents.printed import LabelledValue, Printed

_LOGO_TOP: Length = 14 * MM
_LOGO_BOX = (62 * MM, 17 * MM)
_ADDRESS_WIDTH: Length = 80 * MM
ASIDE: Length = 80 * MM
"""Width of what stands at the right: the header facts here, the totals below the table."""
_FACT_STEP: Length = 13.6
_TITLE_BASELINE: Length = 103 * MM
_FOOT_STEP: Length = 8.6
_WIDEST_MARK: Length = 440
_MARK = Style(Face.STRONG, 130, ink(WASH))


def letterhead(canvas: Canvas, printed: Printed, logo: bytes) -> Length:
    """Draw the head of the first page and return where the text begins.

    Raises:
        LogoUnreadable: The logo is no picture.
    """
    sheet = canvas.sheet
    if logo:
        canvas.picture(sheet.left, _LOGO_TOP, *_LOGO_BOX, logo)
    else:
        name = canvas.set.clip(printed.sender, SENDER, sheet.text_width)
        canvas.text(sheet.left, _LOGO_TOP + 6 * MM, name, SENDER)
    bottom = max(_address(canvas, printed), _facts(canvas, printed.facts))
    return _title(canvas, printed, max(_TITLE_BASELINE, bottom + 12 * MM))


def running_head(canvas: Canvas, printed: Printed) -> None:
    """Draw the head of a later page: who, and which paper goes on here."""
    sheet = canvas.sheet
    what = f"{printed.title} {printed.number}"
    room = sheet.text_width - canvas.set.width(what, SMALL) - 20
    canvas.text(sheet.left, 17 * MM, canvas.set.clip(printed.sender, SMALL, room), SMALL)
    canvas.text(sheet.right, 17 * MM, what, SMALL, Side.END)


def foot_height(printed: Printed) -> Length:
    """Return how much of the page's end the foot takes."""
    return max((len(column) for column in printed.footer), default=0) * _FOOT_STEP + 20 * MM


def foot(canvas: Canvas, printed: Printed, page: str) -> None:
    """Draw the seller's facts in columns and the page number."""
    sheet = canvas.sheet
    canvas.text(sheet.right, sheet.foot, page, TINY, Side.END)
    if not printed.footer:
        return
    top = sheet.height - foot_height(printed) + 7 * MM
    canvas.rule(sheet.left, top, sheet.text_width, 0.5, FAINT)
    gap: Length = 14
    width = (sheet.text_width - gap * (len(printed.footer) - 1)) / len(printed.footer)
    for number, column in enumerate(printed.footer):
        left = sheet.left + number * (width + gap)
        for at, line in enumerate(column):
            shown = canvas.set.clip(line, TINY, width)
            canvas.text(left, top + 11 + at * _FOOT_STEP, shown, TINY)


def mark(canvas: Canvas, word: str) -> None:
    """Draw a word across the page, behind everything."""
    if word:
        size = min(_MARK.size, _MARK.size * _WIDEST_MARK / canvas.set.width(word, _MARK))
        canvas.across(word, replace(_MARK, size=round(size)))


def _address(canvas: Canvas, printed: Printed) -> Length:
    """Draw sender line and address in the window and return the last baseline."""
    sheet = canvas.sheet
    sender = canvas.set.clip(printed.sender_line, TINY, _ADDRESS_WIDTH)
    canvas.text(sheet.left, sheet.address - 16, sender, TINY)
    lines = [line for text in printed.address for line in canvas.set.wrap(text, BODY, _ADDRESS_WIDTH)]
    for at, line in enumerate(lines):
        canvas.text(sheet.left, sheet.address + at * BODY.size * LEADING, line, BODY)
    return sheet.address + (len(lines) - 1) * BODY.size * LEADING


def _facts(canvas: Canvas, facts: tuple[LabelledValue, ...]) -> Length:
    """Draw the header facts beside the address and return the last baseline."""
    sheet = canvas.sheet
    label = Style(Face.REGULAR, 8, GREY)
    widest = max((canvas.set.width(fact.label, label) for fact in facts), default=0)
    left = sheet.right - max(ASIDE, widest + 30 * MM)
    values = left + widest + 12
    baseline = sheet.address
    for fact in facts:
        canvas.text(left, baseline, fact.label, label)
        lines = [
            line
            for text in fact.value.splitlines()
            for line in canvas.set.wrap(text, BODY, sheet.right - values)
        ]
        for line in lines:
            canvas.text(values, baseline, line, BODY)
            baseline += BODY.size * LEADING
        baseline += _FACT_STEP - BODY.size * LEADING
    return baseline - _FACT_STEP


def _title(canvas: Canvas, printed: Printed, baseline: Length) -> Length:
    """Draw kind and number of the paper and return where the text begins."""
    sheet = canvas.sheet
    canvas.text(sheet.left, baseline, printed.title, TITLE)
    number = sheet.left + canvas.set.width(printed.title, TITLE) + 7
    if number + canvas.set.width(printed.number, TITLE_NUMBER) <= sheet.right:
        canvas.text(number, baseline, printed.number, TITLE_NUMBER)
    else:
        baseline += TITLE.size * LEADING
        shown = canvas.set.clip(printed.number, TITLE_NUMBER, sheet.text_width)
        canvas.text(sheet.left, baseline, shown, TITLE_NUMBER)
    return baseline + 18
