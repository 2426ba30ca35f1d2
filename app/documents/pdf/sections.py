"""What stands around the table: paragraphs, totals, how to pay, the billing schedule, the place to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from app.documents.pdf.canvas import Canvas, Side
from app.documents.pdf.furniture import ASIDE
from app.documents.pdf.geometry import MM, Length
from app.documents.pdf.look import (
    BODY,
    BODY_GREY,
    BODY_STRONG,
    FAINT,
    LEADING,
    RULE,
    SMALL,
    SMALL_STRONG,
    TOTAL,
    Style,
)
from app.documents.pdf.pagination import Block, Frame
from app.documents.pdf.typesetter import Typesetter
from app.documents.printed import (
    LabelledValue,
    PrintedPayment,
    PrintedSchedule,
    ScheduleLine,
    Signature,
    TotalRow,
)
from app.documents.qr import modules

SECTION_GAP: Length = 20
CODE_SIZE: Length = 27 * MM
_TOTAL_STEP: Length = 15
_STRONG_STEP: Length = 27
_ACCOUNT_GAP: Length = 14
_ROW_STEP: Length = 15.5
_RISE = 0.74


@dataclass(frozen=True, slots=True)
class Measure:
    """Between which edges text is set, and what measures it."""

    left: Length
    right: Length
    set: Typesetter

    @property
    def width(self) -> Length:
        """Return the width between the edges."""
        return self.right - self.left


def paragraphs(texts: Sequence[str], style: Style, within: Measure, *, gap: Length) -> Iterator[Block]:
    """Yield paragraphs line by line; no page begins or ends with a single line of one."""
    for number, text in enumerate(texts):
        lines = within.set.wrap(text, style, within.width)
        for at, line in enumerate(lines):
            above = gap if number == 0 else style.size * 0.45
            yield Block(
                height=style.size * LEADING,
                paint=partial(_paint_line, within.left, line, style),
                gap=above if at == 0 else 0,
                keep=at < len(lines) - 1 and (at == 0 or at == len(lines) - 2),
            )


def title(text: str, style: Style, within: Measure, *, gap: Length) -> Block:
    """Return a title that stays with what follows."""
    return Block(style.size * LEADING + 3, partial(_paint_line, within.left, text, style), gap, keep=True)


def totals(rows: Sequence[TotalRow], within: Measure, accent: tuple[str, Style]) -> Block:
    """Return the totals as one block at the right, where the eye ends; the accent marks the last sum.

    Args:
        rows: From the sum of the lines down.
        within: Edges of the text.
        accent: Colour of the rule above the last sum and the style of its amount.
    """
    needed = max(_total_width(row, within.set) for row in rows)
    width = min(within.width, max(ASIDE, needed + 18))
    height = sum(_STRONG_STEP if row.weight > 0 else _TOTAL_STEP for row in rows)
    return Block(
        height + 4, partial(_paint_totals, rows, (within.right - width, within.right), accent), gap=6
    )


def payment(printed: PrintedPayment, within: Measure) -> Block:
    """Return how to pay as one block, with the code to scan at the end of the line."""
    room = within.width - (CODE_SIZE + 24 if printed.code else 0)
    lines = [line for text in printed.sentences for line in within.set.wrap(text, BODY, room)]
    height = (len(lines) + len(printed.account)) * BODY.size * LEADING + 16
    if lines and printed.account:
        height += 5
    if printed.code:
        height = max(height, CODE_SIZE + SMALL.size * LEADING + 6)
    return Block(height, partial(_paint_payment, printed, lines, within), gap=SECTION_GAP)


def schedule(printed: PrintedSchedule, within: Measure) -> Iterator[Block]:
    """Yield the billing schedule as a table of its own, its sum never alone."""
    widths = (
        _column(within.set, printed.columns.on, (row.on for row in printed.rows)),
        _column(within.set, printed.columns.period, (row.period for row in printed.rows)),
    )
    yield title(printed.title, BODY_STRONG, within, gap=SECTION_GAP)
    frame = Frame(18, partial(_paint_schedule_head, printed.columns, widths, within))
    for at, row in enumerate(printed.rows):
        last = at == len(printed.rows) - 1
        paint = partial(_paint_schedule_row, row, widths, within)
        yield Block(_ROW_STEP, paint, keep=last, frame=frame)
    yield Block(_TOTAL_STEP + 5, partial(_paint_schedule_total, printed.total, within), frame=frame)


def signature(printed: Signature, within: Measure) -> Block:
    """Return the place to sign: a title and a rule for each thing to write."""
    return Block(74, partial(_paint_signature, printed, within), gap=SECTION_GAP + 6)


def _total_width(row: TotalRow, setter: Typesetter) -> Length:
    label, amount = _total_styles(row)
    return setter.width(row.label, label) + setter.width(row.amount, amount)


def _total_styles(row: TotalRow) -> tuple[Style, Style]:
    if row.weight > 0:
        return TOTAL, TOTAL
    return (BODY_GREY, BODY) if row.weight == 0 else (SMALL, SMALL)


def _column(setter: Typesetter, name: str, texts: Iterator[str]) -> Length:
    widest = max((setter.width(text, BODY) for text in set(texts)), default=0)
    return max(widest, setter.width(name, SMALL_STRONG)) + 16


def _paint_line(left: Length, text: str, style: Style, canvas: Canvas, top: Length) -> None:
    canvas.text(left, top + style.size * (_RISE + 0.2), text, style)


def _paint_totals(
    rows: Sequence[TotalRow],
    edges: tuple[Length, Length],
    accent: tuple[str, Style],
    canvas: Canvas,
    top: Length,
) -> None:
    left, right = edges
    y = top + 4
    for row in rows:
        label, amount = _total_styles(row)
        if row.weight > 0:
            canvas.rule(left, y + 4, right - left, 1.1, accent[0])
            y += 8
            amount = accent[1]
        baseline = y + label.size * _RISE + 3
        canvas.text(left, baseline, row.label, label)
        canvas.text(right, baseline, row.amount, amount, Side.END)
        y += _TOTAL_STEP if row.weight <= 0 else _STRONG_STEP - 8


def _paint_payment(
    printed: PrintedPayment, lines: list[str], within: Measure, canvas: Canvas, top: Length
) -> None:
    step = BODY.size * LEADING
    canvas.text(within.left, top + BODY.size * 0.94, printed.title, BODY_STRONG)
    baseline = top + 16 + BODY.size * 0.94
    for line in lines:
        canvas.text(within.left, baseline, line, BODY)
        baseline += step
    if lines:
        baseline += 5
    labels = max((canvas.set.width(label, BODY_GREY) for label, _ in printed.account), default=0)
    for label, value in printed.account:
        canvas.text(within.left, baseline, label, BODY_GREY)
        canvas.text(within.left + labels + _ACCOUNT_GAP, baseline, value, BODY)
        baseline += step
    if printed.code:
        left = within.right - CODE_SIZE
        canvas.code(left, top, CODE_SIZE, modules(printed.code))
        caption = canvas.set.width(printed.code_caption, SMALL)
        centred = left + (CODE_SIZE - caption) / 2
        below = top + CODE_SIZE + SMALL.size + 5
        canvas.text(min(centred, within.right - caption), below, printed.code_caption, SMALL)


def _paint_schedule_head(
    columns: ScheduleLine, widths: tuple[Length, Length], within: Measure, canvas: Canvas, top: Length
) -> None:
    _schedule_cells(columns, widths, within, (canvas, top + 9), SMALL_STRONG)
    canvas.rule(within.left, top + 16, within.width, 0.8, RULE)


def _paint_schedule_row(
    row: ScheduleLine, widths: tuple[Length, Length], within: Measure, canvas: Canvas, top: Length
) -> None:
    _schedule_cells(row, widths, within, (canvas, top + 10.5), BODY)
    canvas.rule(within.left, top + _ROW_STEP, within.width, 0.5, FAINT)


def _schedule_cells(
    row: ScheduleLine,
    widths: tuple[Length, Length],
    within: Measure,
    place: tuple[Canvas, Length],
    style: Style,
) -> None:
    canvas, baseline = place
    amount = canvas.set.width(row.amount, style)
    period = within.left + widths[0]
    item = period + widths[1]
    canvas.text(within.left, baseline, row.on, style)
    canvas.text(period, baseline, row.period, style)
    canvas.text(item, baseline, canvas.set.clip(row.text, style, within.right - amount - 12 - item), style)
    canvas.text(within.right, baseline, row.amount, style, Side.END)


def _paint_schedule_total(total: LabelledValue, within: Measure, canvas: Canvas, top: Length) -> None:
    canvas.text(within.left, top + 13, total.label, BODY_STRONG)
    canvas.text(within.right, top + 13, total.value, BODY_STRONG, Side.END)


def _paint_signature(printed: Signature, within: Measure, canvas: Canvas, top: Length) -> None:
    canvas.text(within.left, top + BODY.size, printed.title, BODY_STRONG)
    gap: Length = 24
    width = (within.width - gap * (len(printed.fields) - 1)) / len(printed.fields)
    for at, label in enumerate(printed.fields):
        left = within.left + at * (width + gap)
        canvas.rule(left, top + 58, width, 0.5, RULE)
        canvas.text(left, top + 68, canvas.set.clip(label, SMALL, width), SMALL)
