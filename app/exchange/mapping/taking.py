"""How the value of a field is made of cells: taken, glued, multiplied, or said in other words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.exchange.mapping.frames import Columns
from app.exchange.mapping.mapping import Take
from app.exchange.tables.cells import Cell, Multiplied, Percentage, as_text
from app.exchange.values.number_form import NumberForm
from app.kernel.errors import AppError
from app.kernel.exact import EXACT
from app.kernel.numbers import parse_number

_SCALE = 18
_LIMIT = Decimal(10) ** 15


def taken(take: Take, columns: Columns, form: NumberForm) -> Sequence[Cell]:
    """Return the cells of a field.

    Args:
        take: Where they come from.
        columns: Cells by column.
        form: How the file writes numbers, for those that are multiplied.
    """
    if take.is_plain:
        return columns[take.columns[0]]
    if len(take.columns) == 1:
        cells: Sequence[Cell] = columns[take.columns[0]]
    else:
        several = zip(*(columns[name] for name in take.columns), strict=True)
        cells = [take.glue.join(filter(None, map(as_text, row))) for row in several]
    if take.words:
        words: dict[str, Cell] = dict(take.words)
        cells = [words.get(as_text(cell), cell) for cell in cells]
    if take.times is not None:
        cells = [_multiplied(cell, take.times, form) for cell in cells]
    return cells


def number_in(cell: Cell, form: NumberForm) -> Decimal | None:
    """Return the number a cell holds, None where it holds none."""
    if isinstance(cell, Decimal):
        return cell
    if isinstance(cell, Percentage):
        return cell.number
    text = as_text(cell)
    signs = {"decimal_sign": form.decimal, "group_sign": form.group_of(text)}
    try:
        return parse_number(text, **signs, scale=_SCALE, low=-_LIMIT, high=_LIMIT)
    except AppError:
        return None


def _multiplied(cell: Cell, factor: Decimal, form: NumberForm) -> Cell:
    """Return the product; what is no number stays, so that it is refused where it belongs, with its line."""
    number = number_in(cell, form)
    return cell if number is None else Multiplied(EXACT.multiply(number, factor))
