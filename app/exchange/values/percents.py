"""Percent points in files: 19 and 19 % say the same; 0.19 may mean nineteen percent, or what it says."""

from __future__ import annotations

from decimal import Decimal

from app.exchange.tables.cells import Cell, Multiplied, OutCell, Percentage, as_text
from app.exchange.values.number_form import NumberForm
from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.numbers import DEFAULT_SCALE, checked, parse_number

LEAST, MOST = Decimal(0), Decimal(100)
_SIGN = "%"
_SHOWN = 40


class PercentUnclear(RuleViolation):
    """A number between 0 and 1 is either a fraction or less than one percent; the file does not say which."""

    code = "exchange.percent_unclear"


def is_unclear(points: Decimal) -> bool:
    """Test whether a bare number could be meant as a fraction."""
    return LEAST < points < 1


def read_percent(cell: Cell, form: NumberForm) -> Decimal:
    """Return the percent points, 0 to 100, that a cell says with or without their sign.

    Raises:
        PercentUnclear: A bare number strictly between 0 and 1.
        RuleViolation: No number, or outside 0 to 100.
    """
    if isinstance(cell, Percentage):
        return checked(cell.points, scale=DEFAULT_SCALE, low=LEAST, high=MOST)
    if isinstance(cell, Decimal):
        points, is_said = checked(cell, scale=DEFAULT_SCALE, low=LEAST, high=MOST), False
    else:
        text = as_text(cell).strip()
        points, is_said = _parsed(text.removesuffix(_SIGN), form), text.endswith(_SIGN)
    if is_unclear(points) and not is_said and not isinstance(cell, Multiplied):
        raise PercentUnclear(text=as_text(cell).strip()[:_SHOWN], points=plain(points * 100))
    return points


def written_percent(points: Decimal | None) -> OutCell:
    """Return the cell that `read_percent` reads back; under one percent it needs its sign."""
    return f"{plain(points)}{_SIGN}" if points is not None and is_unclear(points) else points


def _parsed(text: str, form: NumberForm) -> Decimal:
    return parse_number(
        text,
        decimal_sign=form.decimal,
        group_sign=form.group_of(text),
        scale=DEFAULT_SCALE,
        low=LEAST,
        high=MOST,
    )
