"""How a paper speaks: words, numbers, dates and units of one recipient's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from app.documents.words import SYMBOLS, UNITS, WORDS
from app.i18n.formats import formats
from app.i18n.translations import translator
from app.kernel.money import Money
from app.kernel.period import Period

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


class Speech:
    """Words and formats of one language; get it by `speech`.

    Attributes:
        language: As asked for, ``de_CH``.
        formats: How numbers and dates are written.
        right_to_left: Whether the page runs from right to left.
    """

    __slots__ = ("_catalog", "formats", "language", "right_to_left")

    def __init__(self, language: str) -> None:
        self.language = language
        self.formats = formats(language)
        self.right_to_left = language.replace("-", "_").split("_")[0] in RIGHT_TO_LEFT
        self._catalog = translator(language)

    def word(self, key: str, **fields: str) -> str:
        """Return the printed words of a key of `WORDS`; any other text comes back as it is."""
        source = WORDS.get(key)
        if source is None:
            return key
        words = self._catalog.gettext(source)
        return words.format(**fields) if fields else words

    def unit(self, code: str, quantity: Decimal) -> str:
        """Return the printed word of a UN/ECE Rec 20 unit for a quantity; an unknown code as it is."""
        words = UNITS.get(code)
        if words is None:
            return SYMBOLS.get(code, code)
        count = int(quantity) if quantity == int(quantity) else 2
        return self._catalog.ngettext(*words, count)

    def value(self, value: str | date | Decimal | Money | Period) -> str:
        """Return a fact's value as the recipient writes it."""
        if isinstance(value, str):
            return value
        if isinstance(value, Money):
            return self.formats.money(value)
        if isinstance(value, Period):
            return self.formats.period(value.start, value.last)
        if isinstance(value, Decimal):
            return self.formats.number(value)
        return self.formats.date_long(value)


@lru_cache(maxsize=32)
def speech(language: str) -> Speech:
    """Return the speech of a language such as ``de`` or ``fr_CH``; an unknown one speaks English."""
    return Speech(language)
