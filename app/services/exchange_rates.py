"""Exchange rates: entered or looked up, and frozen into every document that needs one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.access.permissions import Permission, permit
from app.company.events import CompanyEvent
from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.kernel.events import DomainEvent
from app.kernel.exact import plain
from app.kernel.money import Currency
from app.kernel.text import clean_name
from app.quotes.exchange_rate import SAME_CURRENCY, FrozenRate

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


class RateOfOwnCurrency(RuleViolation):
    """An exchange rate was entered for the company's own currency, which is always 1."""

    code = "company.rate_of_own_currency"


class RateInTheFuture(RuleViolation):
    """An exchange rate was entered for a day that has not come."""

    code = "company.rate_in_the_future"


class EnteredRate(NamedTuple):
    """A rate somebody entered.

    Attributes:
        currency: The foreign currency.
        rate: Units of the company's currency for one of it, its day and its source.
    """

    currency: Currency
    rate: FrozenRate


class RatesOfDay(NamedTuple):
    """What was known on a day, for documents of that day.

    Attributes:
        on: The day of the documents; a rate may have been quoted before it.
        by_code: The last rate up to that day, by the code of its currency.
    """

    on: date
    by_code: Mapping[str, FrozenRate]

    def of(self, currency: Currency, on: date) -> FrozenRate | None:
        """Return the rate of a document of a day; `None` where none is known for that day."""
        return self.by_code.get(currency.code) if on == self.on else None


def rates_of_day(unit: Nouns, on: date) -> RatesOfDay:
    """Return the rates to the company's currency that documents of a day are made with."""
    return RatesOfDay(on, known(unit, on))


def rate_for(unit: Nouns, currency: Currency, on: date) -> FrozenRate:
    """Return the rate a document of this day is made with: the last one known.

    Where nobody entered one the rate has no source, and a check asks for it before the document is sent.
    """
    company = unit.company.get().seller.currency
    if currency == company:
        return SAME_CURRENCY
    return unit.exchange_rates.latest(currency, company, on) or FrozenRate(on=on)


def known(unit: Nouns, on: date) -> dict[str, FrozenRate]:
    """Return the rate of each currency that has one: the last one known on a day, by the currency's code."""
    return unit.exchange_rates.every_latest(unit.company.get().seller.currency, on)


def entered(unit: Nouns, *, each: int) -> tuple[EnteredRate, ...]:
    """Return the rates entered, by currency and the newest first; at most so many of each currency."""
    company = unit.company.get().seller.currency
    return tuple(EnteredRate(*one) for one in unit.exchange_rates.newest(company, each))


def enter(uow: UnitOfWork, act: Act, *, currency: Currency, rate: FrozenRate) -> FrozenRate:
    """Keep a day's rate to the company's currency; one entered before for that day is replaced.

    Args:
        uow: The open unit.
        act: Who enters it, and on which day.
        currency: The foreign currency.
        rate: Units of the company's currency for one unit of it, up to 6 decimals; without a day it is of
            today, without a source it was typed.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        RateOfOwnCurrency: It is the company's currency.
        RateInTheFuture: Its day is after today.
        TooManyDecimals: The rate has more than six decimals.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    company = uow.company.get()
    if currency == company.seller.currency:
        raise RateOfOwnCurrency(currency=currency.code)
    day = act.today if rate.on is None else rate.on
    if day > act.today:
        raise RateInTheFuture(day=day, today=act.today)
    named = clean_name(rate.source, field="exchange_rate.source") or "typed"
    kept = FrozenRate(rate.rate, day, named)
    uow.exchange_rates.write(currency, company.seller.currency, kept)
    facts: dict[str, str | int | None] = {
        "currency": currency.code,
        "rate": plain(rate.rate),
        "source": named,
    }
    if day != act.today:
        facts["day"] = day.isoformat()
    uow.journal.append(DomainEvent(CompanyEvent.RATE_ENTERED, Ref("company", company.id), "", facts))
    return kept
