"""Several codes in one cell: ``A-1; B-2``, quoted where a code holds a semicolon itself."""

from __future__ import annotations

import csv
import io

from app.exchange.tables.cells import Cell, as_text
from app.kernel.errors import RuleViolation

SEPARATOR = ";"
_SHOWN = 40


class ListUnreadable(RuleViolation):
    """The quotes inside a list of codes do not fit."""

    code = "exchange.list_unreadable"


def read_list(cell: Cell) -> tuple[str, ...]:
    """Return the codes in a cell, each once, in their order.

    Raises:
        ListUnreadable: The quotes do not fit.
    """
    text = as_text(cell)
    try:
        rows = list(csv.reader([text], delimiter=SEPARATOR, skipinitialspace=True, strict=True))
    except csv.Error as error:
        raise ListUnreadable(text=text[:_SHOWN]) from error
    codes = (part.strip() for row in rows for part in row)
    return tuple(dict.fromkeys(code for code in codes if code))


def written_list(codes: tuple[str, ...]) -> str:
    """Return the cell that `read_list` reads back."""
    if not codes:
        return ""
    text = io.StringIO()
    csv.writer(text, delimiter=SEPARATOR, lineterminator="").writerow(codes)
    return text.getvalue()
