"""Settings the file keeps as a share of one and people read and type as percents."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from app.company.margin_goals import SCALE
from app.kernel.exact import plain
from app.kernel.numbers import parse_number

if TYPE_CHECKING:
    from app.i18n.formats import Formats

PERCENTS = frozenset({"margin.floor", "margin.target"})
"""Names of the settings shown as percents."""

_HUNDRED = Decimal(100)
_DECIMALS = SCALE - 2
_SIGN = "%"


def in_percents(texts: Mapping[str, str], formats: Formats) -> dict[str, str]:
    """Return the texts of settings with shares as the reader writes percents: 0.15 as ``15 %``."""
    return {name: _shown(text, formats) if name in PERCENTS else text for name, text in texts.items()}


def as_kept(name: str, text: str, formats: Formats) -> str:
    """Return what was typed for a setting as the file keeps it: percents as a share, with or without a sign.

    Raises:
        NotANumber: The percents are no number.
        NumberOutOfRange: They are below 0 or above 100.
        TooManyDecimals: They have more than two decimals.
    """
    if name not in PERCENTS:
        return text
    word = formats.typed(text).replace(_SIGN, "", 1).strip()
    if not word:
        return ""
    points = parse_number(
        word,
        scale=_DECIMALS,
        low=Decimal(0),
        high=_HUNDRED,
        decimal_sign=formats.decimal_sign,
        group_sign=formats.group_sign,
    )
    return plain(points / _HUNDRED)


def _shown(text: str, formats: Formats) -> str:
    return formats.percent(Decimal(text), high=_DECIMALS) if text else ""
