"""The price history of a product as texts, the rules that reach it, and what customers agreed to."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from app.i18n.translations import gettext as _
from app.kernel.money import Currency
from ui.widgets.price_steps import PriceStep

if TYPE_CHECKING:
    from app.i18n.formats import Formats
    from app.services.catalog import PriceRow, ProductPage

_SCALE = Decimal(10) ** 6
_DAY = timedelta(days=1)


class PriceLine(NamedTuple):
    """One price with its days; `now` where it is the one that holds today."""

    book: str
    price: str
    days: str
    now: bool


def price_lines(page: ProductPage, today: date, formats: Formats) -> tuple[PriceLine, ...]:
    """Return every price by book, the newest first."""
    return tuple(_line(row, today, formats) for row in page.prices)


def price_steps(page: ProductPage, book: str, formats: Formats) -> tuple[PriceStep, ...]:
    """Return the prices of one book as they follow each other, each for one unit and one month.

    Of several that hold on a day the one that began last counts; where none holds, a step without a price.
    """
    rows = [row for row in page.prices if row.book == book]
    ends = (row.last + _DAY for row in rows if row.last is not None and row.last < date.max)
    changes = sorted({row.first or date.min for row in rows} | set(ends))
    steps: list[PriceStep] = []
    for day in changes:
        holding = [row for row in rows if (row.first or date.min) <= day <= (row.last or date.max)]
        row = max(holding, key=lambda one: one.first or date.min, default=None)
        first = None if day == date.min else day
        written = formats.date_short(day) if first else ""
        step = PriceStep(first, _unit_price(row), _price(row, formats), written) if row else None
        steps.append(step or PriceStep(first, None, "", written))
    return tuple(steps)


def rule_words(page: ProductPage, language: str) -> tuple[str, ...]:
    """Return the schedules, offers and agreements that reach the product, one sentence each."""
    rules = [f"{rule.code}  {rule.names.in_language(language)}" for rule in page.rules]
    agreed = [
        _("{code}  agreed with {customer}").format(code=a.code, customer=a.customer) for a in page.agreed
    ]
    return (*rules, *agreed)


def _unit_price(row: PriceRow) -> Decimal:
    return Decimal(row.price) / row.base_quantity / row.term_months


def _price(row: PriceRow, formats: Formats) -> str:
    return f"{formats.price(row.price / _SCALE, Currency.of(row.currency))} {row.currency}"


def _line(row: PriceRow, today: date, formats: Formats) -> PriceLine:
    base = Decimal(row.base_quantity) / _SCALE
    words = [_price(row, formats)]
    if base != 1:
        words.append(_("for {n}").format(n=formats.number(base)))
    if row.term_months > 1:
        words.append(_("per {n} months").format(n=row.term_months))
    holds = (row.first is None or row.first <= today) and (row.last is None or today <= row.last)
    return PriceLine(row.book, " ".join(words), _days(row, formats), holds)


def _days(row: PriceRow, formats: Formats) -> str:
    if row.first is None and row.last is None:
        return _("always")
    if row.last is None and row.first is not None:
        return _("since {day}").format(day=formats.date(row.first))
    if row.first is None and row.last is not None:
        return _("until {day}").format(day=formats.date(row.last))
    return f"{formats.date(row.first or date.min)} – {formats.date(row.last or date.max)}"
