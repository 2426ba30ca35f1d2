"""Units of measure as the grid shows them and as people type them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from app.documents.words import SYMBOLS, UNITS
from app.i18n.formats import Formats
from app.i18n.translations import current_language, translator
from app.kernel.quantity import ALL_UNITS, Unit


def unit_label(code: str) -> str:
    """Return the short word or sign of a unit: ``pc``, ``h``; the code itself where nobody named it."""
    return _labels(current_language()).get(code, code)


def counted(quantity: Decimal, code: str, formats: Formats) -> str:
    """Return a quantity with its unit, as one says it: ``1 day``, ``2 days``."""
    many = UNITS.get(code, ("", ""))[1]
    label = unit_label(code) if quantity == 1 or not many else translator(current_language()).gettext(many)
    return f"{formats.number(quantity)} {label}"


def unit_of(text: str) -> Unit:
    """Return the unit meant by a label of this language, a code, an English name or an abbreviation.

    Raises:
        UnknownUnit: Nobody knows the word.
    """
    word = text.strip()
    by_label = _codes(current_language())
    return Unit(by_label[word.casefold()]) if word.casefold() in by_label else Unit.named(word)


@lru_cache(maxsize=8)
def _labels(language: str) -> dict[str, str]:
    words = translator(language)
    signs = {code: words.gettext(one) for code, (one, _many) in UNITS.items()} | SYMBOLS
    return {unit.code: signs.get(unit.code, unit.code) for unit in ALL_UNITS}


@lru_cache(maxsize=8)
def _codes(language: str) -> dict[str, str]:
    """Return the codes by label; of two units with one label the first of the list is meant."""
    codes: dict[str, str] = {}
    for code, label in _labels(language).items():
        codes.setdefault(label.casefold(), code)
    return codes
