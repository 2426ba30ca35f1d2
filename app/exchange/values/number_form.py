"""Which sign stands before the decimals of a column: decided by all its values, asked where they do not say.

1.234 is one and a bit here and twelve hundred there. Evidence is a number that can be read in one way only:
1,5 or 12.50, 1.234,56 or 1,234.56, 1.234.567, 0.125. Where nothing proves it a person decides, never we.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.exchange.tables.cells import Cell
from app.kernel.findings import Finding, Severity

POINT, COMMA = ".", ","
_OTHER = {POINT: COMMA, COMMA: POINT}
_BLANKS = " \u00a0\u202f"
_APOSTROPHES = "'\u2019"
_AROUND = f"{_BLANKS}+-\u2212%"

# Numbers that can be read in one way only, by far the most; the rest is looked at one by one.
_PLAIN_WITH_POINT = re.compile(r"-?(?:[0-9]+(?:\.(?:[0-9]{1,2}|[0-9]{4,}))?|0?\.[0-9]+|[0-9]{4,}\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How the numbers of a column are written.

    Attributes:
        decimal: Sign before the decimals.
    """

    decimal: str = POINT

    def group_of(self, text: str) -> str:
        """Return the sign that may stand between thousands of this text."""
        for sign in _BLANKS + _APOSTROPHES:
            if sign in text:
                return sign
        return _OTHER[self.decimal]


ENGLISH = NumberForm()


class NumberEvidence:
    """Collects what the values of one column prove, piece by piece.

    Attributes:
        point: First text that proves the point to be the decimal sign, '' while none does.
        comma: First text that proves the comma.
        open: First text that can be read in both ways.
    """

    def __init__(self) -> None:
        self.point = self.comma = self.open = ""

    def look(self, cells: Sequence[Cell]) -> None:
        """Take some values of the column into account; a spreadsheet's own numbers need no proof."""
        texts = [cell for cell in cells if cell.__class__ is str]
        self._look_closely(text for text in texts if not _PLAIN_WITH_POINT.fullmatch(text))
        if not self.point:
            self.point = next(
                (text for text in texts if POINT in text and _PLAIN_WITH_POINT.fullmatch(text)), ""
            )

    def _look_closely(self, texts: Iterable[str]) -> None:
        for text in texts:
            proved = proved_sign(text)
            if proved == POINT:
                self.point = self.point or text
            elif proved == COMMA:
                self.comma = self.comma or text
            elif proved is None:
                self.open = self.open or text

    def form(self) -> NumberForm | None:
        """Return what the values prove, None where they prove nothing or contradict each other."""
        if self.point and self.comma:
            return None
        if self.comma:
            return NumberForm(COMMA)
        return ENGLISH if self.point or not self.open else None

    def question(self, column: str) -> Finding:
        """Return what to ask a person when there is no form."""
        if self.point and self.comma:
            facts = {"column": column, "point": self.point, "comma": self.comma}
            return Finding("exchange.decimal_sign_mixed", Severity.BLOCKER, column, facts)
        facts = {"column": column, "text": self.open}
        return Finding("exchange.decimal_sign_unclear", Severity.BLOCKER, column, facts)


def proved_sign(text: str) -> str | None:
    """Return the decimal sign a text proves, '' when it needs none or is no number, None when unclear."""
    written = text.strip(_AROUND)
    grouped = any(sign in written for sign in _BLANKS + _APOSTROPHES)
    digits = re.sub(f"[{_BLANKS}{_APOSTROPHES}]", "", written)
    if not re.fullmatch(r"[0-9.,]+", digits):
        return ""
    points, commas = digits.count(POINT), digits.count(COMMA)
    if points and commas:
        return max(POINT, COMMA, key=digits.rfind)
    sign = POINT if points else COMMA
    if points + commas != 1:
        return _OTHER[sign] if points + commas else ""
    whole, _, decimals = digits.partition(sign)
    could_be_thousands = len(decimals) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    return None if could_be_thousands and not grouped else sign
