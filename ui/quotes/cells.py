"""What is typed into a cell of a line, read as an edit of that line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from app.catalog.reduction import AmountOff, PercentOff, Reduction, amount_off
from app.i18n.formats import Formats
from app.kernel.money import Currency
from app.kernel.numbers import checked, parse_number
from app.kernel.percent import Percent
from app.kernel.text import DESCRIPTION_LENGTH, clean_text
from app.quotes.lines import QuoteLine
from ui.quotes.units import unit_of
from ui.widgets.sums import calculate

LineEdit = Callable[[QuoteLine], QuoteLine]
_SCALE = 6
_ZERO = Decimal(0)


class Writing(NamedTuple):
    """How this person writes numbers, and the document's currency."""

    formats: Formats
    currency: Currency


def line_edit(column: str, text: str, writing: Writing) -> LineEdit:
    """Return the edit a cell's text means.

    Args:
        column: Key of the cell's column.
        text: As typed; an empty price or discount goes back to what the rules say.
        writing: The reader's number format.

    Raises:
        AppError: The text cannot be taken; the error says what would be.
    """
    read = _READERS[column]
    return read(text.strip(), writing)


def number_typed(
    text: str, formats: Formats, *, scale: int = _SCALE, low: Decimal = _ZERO, high: Decimal | None = None
) -> Decimal:
    """Return a number or a sum such as ``3*49,90`` in the reader's number format.

    Args:
        text: As typed.
        formats: The reader's signs.
        scale: Decimals at most.
        low: Smallest value taken.
        high: Largest value taken; `None`: what the store can hold.

    Raises:
        AppError: It is none, or out of range.
    """

    def read(part: str) -> Decimal:
        return parse_number(part, decimal_sign=formats.decimal_sign, group_sign=formats.group_sign)

    value = calculate(formats.typed(text), read, scale)
    return (
        checked(value, scale=scale, low=low)
        if high is None
        else checked(value, scale=scale, low=low, high=high)
    )


def percent_typed(text: str, formats: Formats) -> Percent:
    """Return the percentage typed, with or without its sign.

    Raises:
        AppError: It is no number, or outside 0 to 100.
    """
    bare = text.strip().removesuffix("%").strip()
    return Percent.of_points(number_typed(bare, formats, scale=_SCALE, low=Decimal(-1000)))


def discount_typed(text: str, writing: Writing) -> Reduction | None:
    """Return the discount typed: ``5`` and ``5 %`` a percentage, ``3 EUR`` and ``3 €`` off each unit.

    Raises:
        AppError: It is neither.
    """
    if not text:
        return None
    code = writing.currency.code
    for sign in (code, writing.formats.currency_sign(code)):
        bare = _without(text, sign)
        if bare is not None:
            return amount_off(number_typed(bare, writing.formats), code)
    return PercentOff(percent_typed(text, writing.formats))


def discount_text(discount: Reduction | None, writing: Writing) -> str:
    """Return a discount as the cell shows it, so that typing it again gives the same."""
    if discount is None:
        return ""
    if isinstance(discount, PercentOff):
        return writing.formats.percent(discount.percent.fraction, high=_SCALE)
    return _amount_text(discount, writing)


def _amount_text(discount: AmountOff, writing: Writing) -> str:
    own = dict(discount.amounts).get(writing.currency.code)
    if own is not None:
        return f"{writing.formats.price(own, writing.currency)} {writing.currency.code}"
    return ", ".join(f"{writing.formats.number(amount)} {code}" for code, amount in discount.amounts)


def _without(text: str, sign: str) -> str | None:
    """Return the text without a currency at its end or its beginning; `None` where it stands at neither."""
    folded, wanted = text.casefold(), sign.casefold()
    if folded.endswith(wanted):
        return text[: -len(sign)].strip()
    return text[len(sign) :].strip() if folded.startswith(wanted) else None


def _quantity(text: str, writing: Writing) -> LineEdit:
    quantity = number_typed(text, writing.formats, low=Decimal(-(10**12)))
    return lambda line: replace(line, quantity=quantity)


def _unit(text: str, _writing: Writing) -> LineEdit:
    code = unit_of(text).code
    return lambda line: replace(line, unit=code)


def _price(text: str, writing: Writing) -> LineEdit:
    price = number_typed(text, writing.formats) if text else None
    return lambda line: replace(line, unit_price=price)


def _discount(text: str, writing: Writing) -> LineEdit:
    discount = discount_typed(text, writing)
    return lambda line: replace(line, discount=discount)


def _name(text: str, _writing: Writing) -> LineEdit:
    name = clean_text(text, field="quote.line", longest=DESCRIPTION_LENGTH)
    return lambda line: replace(line, name=name)


_READERS: dict[str, Callable[[str, Writing], LineEdit]] = {
    "quantity": _quantity,
    "unit": _unit,
    "price": _price,
    "discount": _discount,
    "name": _name,
}
