"""What is wrong with single rows: reported all at once, none of them stops the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Refusal(NamedTuple):
    """Why one cell was refused; the code is the key of its sentence."""

    code: str
    params: Mapping[str, object]


class RowProblem(NamedTuple):
    """One thing that is wrong with one row; a row with a problem is not imported.

    Attributes:
        line: Line or row number in the file.
        column: The field it stands in, '' when it is about the whole row.
        code: Stable identifier and message key.
        params: Values the message names.
    """

    line: int
    column: str
    code: str
    params: Mapping[str, object]
