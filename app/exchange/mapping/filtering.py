"""Which rows of a file are taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import ge, gt, le, lt

from app.exchange.mapping.frames import Columns, Frame
from app.exchange.mapping.mapping import Condition, Filter
from app.exchange.mapping.taking import number_in
from app.exchange.tables.cells import as_text
from app.exchange.values.number_form import NumberForm

_ORDERS: dict[Condition, Callable[[Decimal, Decimal], bool]] = {
    Condition.ABOVE: gt,
    Condition.AT_LEAST: ge,
    Condition.BELOW: lt,
    Condition.AT_MOST: le,
}


def filtered(frame: Frame, filters: Sequence[Filter], form: NumberForm) -> Frame:
    """Return the rows that pass all filters."""
    for one in filters:
        frame = frame.where(passes(one, frame.columns, form))
    return frame


def passes(one: Filter, columns: Columns, form: NumberForm) -> list[bool]:
    """Return for each row whether it passes; where a number is asked for and there is none, it does not.

    Args:
        one: The filter.
        columns: Cells by column.
        form: How the file writes numbers.
    """
    cells = columns[one.column]
    if one.condition in _ORDERS:
        order, bound = _ORDERS[one.condition], Decimal(one.values[0])
        numbers = (number_in(cell, form) for cell in cells)
        return [number is not None and order(number, bound) for number in numbers]
    texts = [as_text(cell) for cell in cells]
    if one.condition is Condition.FILLED:
        wanted = one.values[0] == "true"
        return [bool(text.strip()) == wanted for text in texts]
    wanted_in = one.condition is not Condition.DIFFERS
    return [(text in one.values) == wanted_in for text in texts]
