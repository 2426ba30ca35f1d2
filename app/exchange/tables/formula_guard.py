"""No text we write becomes a formula in somebody's spreadsheet, and what we wrote reads back as it was.

A text that a spreadsheet would compute gets an apostrophe in front. A text of that kind that already has
apostrophes gets one more, so taking one away again is exact.
"""

from __future__ import annotations

import re

GUARD = "'"

# Blanks of any width and invisible marks may stand before the sign; tab and line ends are signs themselves.
_BLANKS = r" \u00a0\u1680\u180e\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
_SIGNS = r"=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(f"[{_BLANKS}]*[{_SIGNS}]")
_GUARDED = re.compile(f"{GUARD}+[{_BLANKS}]*[{_SIGNS}]")


def guarded(text: str) -> str:
    """Return the text as it may stand in a csv file."""
    return GUARD + text if _FORMULA.match(text.lstrip(GUARD)) else text


def unguarded(text: str) -> str:
    """Return the text without the guard that `guarded` gives; every other text as it is."""
    return text[1:] if _GUARDED.match(text) else text
