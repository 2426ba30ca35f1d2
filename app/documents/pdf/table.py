"""The table of lines: columns as wide as their figures need, rows that are never parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from app.documents.pdf.canvas import Canvas, Side
from app.documents.pdf.geometry import Length
from app.documents.pdf.look import (
    BODY,
    BODY_GREY,
    BODY_STRONG,
    FAINT,
    LEADING,
    RULE,
    SMALL,
    SMALL_ITALIC,
    SMALL_STRONG,
    Style,
)
from app.documents.pdf.pagination import Block, Frame, Paint
from app.documents.pdf.typesetter import Typesetter
from app.documents.printed import Columns, Row, RowKind
from app.documents.speech import Speech
from app.kernel.money import Money

PAD: Length = 4
PART_PAD: Length = 1
GUTTER: Length = 11
HEAD_HEIGHT: Length = 18
CARRY_HEIGHT: Length = 18
HEADING_GAP: Length = 9
_WIDEST_SKU: Length = 78
_LEAST_TEXT: Length = 130
_NARROWEST_TEXT: Length = 48
_PART_INDENT: Length = 9
_HANDFUL = 6
"""Lines of a very long text that stay together."""
_RISE = 1.03
"""From the top of a line to its baseline, as a multiple of the size: the capitals stand in its middle."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns stand; a width of 0 means the table has no such column."""

    left: Length
    right: Length
    position: Length
    sku: Length
    text: Length
    text_width: Length
    quantity: Length
    price: Length
    tax: Length


def measure(columns: Columns, rows: Sequence[Row], setter: Typesetter, edges: tuple[Length, Length]) -> Grid:
    """Return the columns: figures as wide as the widest, the text takes what is left.

    Where it would be left less than `_LEAST_TEXT`, the SKU column goes (the SKU stands under the text).
    """
    left, right = edges

    def wide(title: str, texts: Iterable[str], style: Style = BODY) -> Length:
        if not title:
            return 0
        widest = max((setter.width(text, style) for text in set(texts)), default=0)
        return max(widest, setter.width(title, SMALL_STRONG)) + GUTTER

    position = wide(columns.position, (row.position for row in rows))
    sku = min(wide(columns.sku, (row.sku for row in rows), SMALL), _WIDEST_SKU + GUTTER)
    amount = wide(columns.amount, (row.amount for row in rows), BODY_STRONG) - GUTTER
    tax = wide(columns.tax, (row.tax for row in rows))
    notes = max((setter.width(row.price_note, SMALL) for row in rows if row.price_note), default=0)
    price = max(wide(columns.price, (row.price for row in rows)), notes + GUTTER if notes else 0)
    quantity = wide(columns.quantity, (row.quantity for row in rows))
    figures = quantity + price + tax + amount + GUTTER
    if right - left - position - sku - figures < _LEAST_TEXT:
        sku = 0
    text = left + position + sku
    return Grid(
        left=left,
        right=right,
        position=position,
        sku=sku,
        text=text,
        text_width=max(right - figures - text, _NARROWEST_TEXT),
        quantity=right - amount - tax - price - GUTTER if quantity else 0,
        price=right - amount - tax - GUTTER if price else 0,
        tax=right - amount - GUTTER if tax else 0,
    )


def frame(columns: Columns, grid: Grid, says: Speech) -> Frame:
    """Return what the table repeats on every page: its titles and the carried sum."""
    labels = {False: says.word("carried_over"), True: says.word("brought_forward")}

    def carry(running: Money, forward: bool) -> Paint:
        return partial(_paint_carry, grid, (labels[forward], says.formats.amount(running)), forward)

    return Frame(HEAD_HEIGHT, partial(_paint_head, grid, columns), CARRY_HEIGHT, carry)


def row_blocks(
    rows: Sequence[Row], grid: Grid, setter: Typesetter, table: Frame, tallest: Length
) -> Iterator[Block]:
    """Yield the rows as blocks; one taller than ``tallest`` goes on in the next block, line by line."""
    layer = _RowLayer(grid, setter, table, tallest)
    for at, row in enumerate(rows, start=1):
        yield from layer.blocks(row, rows[at] if at < len(rows) else None)


class _Laid(NamedTuple):
    """A row with the lines of its text column; no row: the text goes on from the page before."""

    row: Row | None
    lines: list[tuple[str, Style]]
    above: Length
    closed: bool

    @property
    def height(self) -> Length:
        """Return the height of the lines, a note under the price included."""
        needed = _height(self.lines)
        noted = self.row is not None and self.row.price_note
        return max(needed, (BODY.size + SMALL.size) * LEADING) if noted else needed


@dataclass(frozen=True, slots=True)
class _RowLayer:
    grid: Grid
    setter: Typesetter
    table: Frame
    tallest: Length

    def blocks(self, row: Row, following: Row | None) -> Iterator[Block]:
        """Yield the blocks of one row."""
        closed = following is None or following.kind is not RowKind.PART
        pieces = list(self._pieces(self._lines(row)))
        for at, lines in enumerate(pieces):
            last = at == len(pieces) - 1
            laid = _Laid(row if at == 0 else None, lines, _above(row) if at == 0 else 0, closed and last)
            yield Block(
                height=laid.above + laid.height + (_below(row, following) if last else 0),
                paint=partial(_paint_row, self.grid, laid),
                gap=HEADING_GAP if row.kind is RowKind.HEADING and at == 0 else 0,
                keep=last and _stays_with(row, following),
                frame=self.table,
                running=row.running,
            )

    def _lines(self, row: Row) -> list[tuple[str, Style]]:
        """Return the lines of the text column with their styles."""
        width = self._text_width(row)
        style = _text_style(row)
        lines = [(line, style) for line in self.setter.wrap(row.text, style, width)]
        under = [
            (text, SMALL_ITALIC if row.muted and at == 0 else SMALL) for at, text in enumerate(row.small)
        ]
        if row.sku and not self.grid.sku:
            under.insert(0, (row.sku, SMALL))
        under.extend((paragraph, SMALL) for paragraph in row.detail.strip().splitlines())
        for text, small in under:
            lines.extend((line, small) for line in self.setter.wrap(text, small, width))
        if self.grid.sku and row.sku:
            missing = len(self.setter.wrap(row.sku, SMALL, self.grid.sku - GUTTER)) - len(lines)
            lines.extend([("", SMALL)] * missing)
        return lines

    def _text_width(self, row: Row) -> Length:
        if row.kind in {RowKind.HEADING, RowKind.TEXT}:
            return self.grid.right - self.grid.text
        return self.grid.text_width - (_PART_INDENT if row.kind is RowKind.PART else 0)

    def _pieces(self, lines: list[tuple[str, Style]]) -> Iterator[list[tuple[str, Style]]]:
        """Yield the lines of a row whole, or in handfuls where no page should be given to it alone."""
        if _height(lines) <= self.tallest:
            yield lines
            return
        for at in range(0, len(lines), _HANDFUL):
            yield lines[at : at + _HANDFUL]


def _height(lines: list[tuple[str, Style]]) -> Length:
    return sum(style.size * LEADING for _, style in lines)


def _step(above: Style, below: Style) -> Length:
    """Return the distance of the baselines of two lines."""
    return (above.size + below.size) / 2 * LEADING


def _above(row: Row) -> Length:
    return PART_PAD if row.kind is RowKind.PART else PAD


def _below(row: Row, following: Row | None) -> Length:
    return PART_PAD if following is not None and following.kind is RowKind.PART else PAD


def _text_style(row: Row) -> Style:
    if row.kind in {RowKind.HEADING, RowKind.SUBTOTAL}:
        return BODY_STRONG
    if row.kind is RowKind.PART:
        return SMALL
    return BODY_GREY if row.muted or row.kind is RowKind.TEXT else BODY


def _stays_with(row: Row, following: Row | None) -> bool:
    """Tell whether a row must not be parted from the next: a heading, a part, a subtotal's last item."""
    if following is None:
        return False
    if row.kind is RowKind.HEADING or following.kind is RowKind.SUBTOTAL:
        return True
    return following.kind is RowKind.PART and row.kind is RowKind.ITEM


def _paint_head(grid: Grid, columns: Columns, canvas: Canvas, top: Length) -> None:
    baseline = top + SMALL.size + 1
    if grid.position:
        canvas.text(grid.left, baseline, columns.position, SMALL_STRONG)
    if grid.sku:
        canvas.text(grid.left + grid.position, baseline, columns.sku, SMALL_STRONG)
    canvas.text(grid.text, baseline, columns.text, SMALL_STRONG)
    for edge, title in (
        (grid.quantity, columns.quantity),
        (grid.price, columns.price),
        (grid.tax, columns.tax),
        (grid.right, columns.amount),
    ):
        if edge:
            canvas.text(edge, baseline, title, SMALL_STRONG, Side.END)
    canvas.rule(grid.left, top + HEAD_HEIGHT - 2, grid.right - grid.left, 0.8, RULE)


def _paint_carry(grid: Grid, words: tuple[str, str], forward: bool, canvas: Canvas, top: Length) -> None:
    label, amount = words
    baseline = top + PAD + SMALL.size * _RISE
    canvas.text(grid.text, baseline, label, SMALL)
    canvas.text(grid.right, baseline, amount, SMALL_STRONG, Side.END)
    if forward:
        canvas.rule(grid.left, top + CARRY_HEIGHT, grid.right - grid.left, 0.5, FAINT)


def _paint_row(grid: Grid, laid: _Laid, canvas: Canvas, top: Length) -> None:
    row, lines = laid.row, laid.lines
    first = top + laid.above + lines[0][1].size * _RISE
    if row is not None:
        _paint_names(grid, row, canvas, first)
    indent = _PART_INDENT if row is not None and row.kind is RowKind.PART else 0
    baseline = first
    for at, (line, style) in enumerate(lines):
        if at:
            baseline += _step(lines[at - 1][1], style)
        canvas.text(grid.text + indent, baseline, line, style)
    if row is not None:
        _paint_figures(grid, row, canvas, first)
    if laid.closed and (row is None or row.kind is not RowKind.HEADING):
        canvas.rule(grid.left, top + laid.above + laid.height + PAD, grid.right - grid.left, 0.5, FAINT)


def _paint_names(grid: Grid, row: Row, canvas: Canvas, baseline: Length) -> None:
    if grid.position:
        canvas.text(grid.left, baseline, row.position, BODY_GREY)
    if grid.sku and row.sku:
        for at, line in enumerate(canvas.set.wrap(row.sku, SMALL, grid.sku - GUTTER)):
            canvas.text(grid.left + grid.position, baseline + at * SMALL.size * LEADING, line, SMALL)


def _paint_figures(grid: Grid, row: Row, canvas: Canvas, baseline: Length) -> None:
    figures = SMALL if row.kind is RowKind.PART else BODY_GREY if row.muted else BODY
    canvas.text(grid.quantity, baseline, row.quantity, figures, Side.END)
    canvas.text(grid.price, baseline, row.price, figures, Side.END)
    if row.price_note:
        canvas.text(grid.price, baseline + _step(BODY, SMALL), row.price_note, SMALL, Side.END)
    canvas.text(grid.tax, baseline, row.tax, figures, Side.END)
    amount = BODY_STRONG if row.kind is RowKind.SUBTOTAL else figures
    # The bracket of an amount outside the total hangs, so that the digits stay in line.
    hanging = canvas.set.width(")", amount) if row.amount.endswith(")") else 0
    canvas.text(grid.right + hanging, baseline, row.amount, amount, Side.END)
