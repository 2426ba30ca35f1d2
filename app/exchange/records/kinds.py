"""The kinds of columns: how their cells are read one by one, and all at once where they are plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar, cast

from app.exchange.records.fields import DATE, NUMBER, REQUIRED, Forms, Kind
from app.exchange.tables.cells import Cell, OutCell, as_text
from app.exchange.values.countries import read_country
from app.exchange.values.dates import read_date
from app.exchange.values.lists import read_list, written_list
from app.exchange.values.number_form import POINT
from app.exchange.values.percents import LEAST, MOST, is_unclear, read_percent, written_percent
from app.exchange.values.taxes import read_tax, written_tax
from app.exchange.values.truth import read_truth
from app.exchange.values.units import read_unit
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.kernel.numbers import DEFAULT_SCALE, LARGEST_SCALED, checked, parse_number
from app.kernel.text import NAME_LENGTH, TEXT_LENGTH, clean_name, clean_text

_WHOLE_DIGITS = 12
_SHOWN = 40
_C = TypeVar("_C", bound=StrEnum)


class UnknownChoice(RuleViolation):
    """The text is none of the few words that are possible."""

    code = "exchange.unknown_choice"


class NotWhole(RuleViolation):
    """A number of months or days has decimals."""

    code = "exchange.not_whole"


def name(field: str, longest: int = NAME_LENGTH) -> Kind:
    """Return the kind of one-line texts."""

    def read(cell: Cell, _forms: Forms) -> str:
        return clean_name(as_text(cell), field=field, longest=longest)

    def at_once(cells: Sequence[Cell], _forms: Forms, blank: object) -> Sequence[object] | None:
        texts = _plain_texts(cells)
        if texts is None or max(map(len, texts), default=0) > longest:
            return None
        return texts if blank == "" or "" not in texts else None

    return Kind(read, str, at_once)


def cleaned(clean: Callable[[str], object], write: Callable[[object], OutCell] = str) -> Kind:
    """Return the kind of texts that a noun's own function checks."""
    return Kind(lambda cell, _forms: clean(as_text(cell)), write)


def text(field: str, longest: int = TEXT_LENGTH) -> Kind:
    """Return the kind of texts of several lines, kept as they were written."""
    return Kind(
        lambda cell, _forms: clean_text(as_text(cell), field=field, longest=longest), str, keeps_blanks=True
    )


def _reader_of_numbers(scale: int, low: Decimal, high: Decimal) -> Callable[[Cell, Forms], Decimal]:
    def read(cell: Cell, forms: Forms) -> Decimal:
        if isinstance(cell, Decimal):
            return checked(cell, scale=scale, low=low, high=high)
        written, form = as_text(cell), forms.number
        return parse_number(
            written,
            decimal_sign=form.decimal,
            group_sign=form.group_of(written),
            scale=scale,
            low=low,
            high=high,
        )

    return read


def number(*, scale: int = DEFAULT_SCALE, low: Decimal | None = None, high: Decimal | None = None) -> Kind:
    """Return the kind of numbers with at most `scale` decimals, from `low` to `high`, both inclusive."""
    limit = Decimal(LARGEST_SCALED).scaleb(-scale)
    least, most = (-limit if low is None else low), (limit if high is None else high)
    plain = re.compile(rf"[0-9]{{1,{_WHOLE_DIGITS}}}" + (rf"(?:\.[0-9]{{1,{scale}}})?" if scale else ""))

    def at_once(cells: Sequence[Cell], forms: Forms, blank: object) -> Sequence[object] | None:
        texts = _all_texts(cells)
        if texts is None or forms.number.decimal != POINT:
            return None
        filled = [cell for cell in texts if cell] if blank is not REQUIRED else texts
        if not all(map(plain.fullmatch, filled)):
            return None
        numbers = list(map(Decimal, filled))
        if numbers and not (least <= min(numbers) and max(numbers) <= most):
            return None
        if len(filled) == len(texts):
            return numbers
        rest = iter(numbers)
        return [next(rest) if cell else blank for cell in texts]

    return Kind(_reader_of_numbers(scale, least, most), _same, at_once, evidence=NUMBER)


def percent() -> Kind:
    """Return the kind of percent points, 0 to 100, with or without their sign."""
    plain = number(low=LEAST, high=MOST).at_once

    def at_once(cells: Sequence[Cell], forms: Forms, blank: object) -> Sequence[object] | None:
        points = plain(cells, forms, blank) if plain else None
        is_unsure = any(isinstance(one, Decimal) and is_unclear(one) for one in points or ())
        return None if is_unsure else points

    return Kind(
        lambda cell, forms: read_percent(cell, forms.number), written_percent, at_once, evidence=NUMBER
    )


def whole(*, low: int, high: int) -> Kind:
    """Return the kind of whole numbers."""
    number_in = _reader_of_numbers(DEFAULT_SCALE, Decimal(low), Decimal(high))

    def read(cell: Cell, forms: Forms) -> int:
        found = number_in(cell, forms)
        if found != int(found):
            raise NotWhole(text=as_text(cell)[:_SHOWN])
        return int(found)

    return Kind(read, _same, evidence=NUMBER)


def listed(read: Callable[[str], str]) -> Kind:
    """Return the kind of lists whose entries a function reads."""
    return Kind(lambda cell, _forms: tuple(map(read, read_list(cell))), written_list)


def choice(of: type[_C], words: dict[str, _C]) -> Kind:
    """Return the kind of a few words; each value is also called by its own name."""
    known = {word.casefold(): value for word, value in words.items()} | {value.value: value for value in of}

    def read(cell: Cell, _forms: Forms) -> _C:
        found = known.get(as_text(cell).strip().casefold())
        if found is None:
            raise UnknownChoice(
                text=as_text(cell).strip()[:_SHOWN], choices=tuple(value.value for value in of)
            )
        return found

    return Kind(read, lambda value: value.value if value else "")


def _currency(cell: Cell, _forms: Forms) -> str:
    return Currency.of(as_text(cell).strip().upper()).code


def _same(value: OutCell) -> OutCell:
    return value


DAY = Kind(lambda cell, forms: read_date(cell, forms.order), _same, evidence=DATE)
TRUTH = Kind(lambda cell, _forms: read_truth(cell), _same)
UNIT = Kind(lambda cell, _forms: read_unit(cell), str)
TAX = Kind(lambda cell, forms: read_tax(cell, forms.number), written_tax, evidence=NUMBER)
COUNTRY = Kind(lambda cell, _forms: read_country(as_text(cell)), str)
CURRENCY = Kind(_currency, str)
CODES = Kind(lambda cell, _forms: read_list(cell), written_list)


def _all_texts(cells: Sequence[Cell]) -> list[str] | None:
    return cast(list[str], list(cells)) if set(map(type, cells)) <= {str} else None


def _plain_texts(cells: Sequence[Cell]) -> list[str] | None:
    """Return the cells if all are printable NFC texts without blanks around them."""
    texts = _all_texts(cells)
    if texts is None:
        return None
    together = "".join(texts)
    if not together.isprintable() or (
        not together.isascii() and not unicodedata.is_normalized("NFC", together)
    ):
        return None
    return texts if list(map(str.strip, texts)) == texts else None
