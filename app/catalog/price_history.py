"""How a new price joins the prices a product has: what it follows ends the day before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from app.catalog.price_book import PriceEntry
from app.catalog.validity import Validity

_DAY = timedelta(days=1)


def followed_by(history: Iterable[PriceEntry], new: PriceEntry) -> tuple[PriceEntry, ...]:
    """Return what has to be written so that `new` holds from its first day: itself, and prices it ends.

    A price that would hold on after the new one is not ended: behind a price for July the old one comes
    back, since of several the one that began last counts. A price that begins on the same day is replaced
    and gives its id.

    Args:
        history: The product's prices of any books and days.
        new: The price to come.
    """
    alike = [entry for entry in history if (entry.book, entry.sku) == (new.book, new.sku)]
    same_day = next((entry for entry in alike if entry.validity.first == new.validity.first), None)
    first = new.validity.first
    ended = () if first is None else tuple(_ended(entry, first) for entry in alike if _is_ended(entry, new))
    if same_day is None:
        return (*ended, new)
    return (*ended, replace(new, id=same_day.id, version=same_day.version + 1))


def price_on(history: Iterable[PriceEntry], book: str, day: date) -> PriceEntry | None:
    """Return the price of one product in a book on a day: of several the one that began last."""
    valid = [entry for entry in history if entry.book == book and entry.validity.covers(day)]
    return max(valid, key=lambda entry: entry.validity.first or date.min, default=None)


def _is_ended(entry: PriceEntry, new: PriceEntry) -> bool:
    first, last = new.validity.first, new.validity.last
    if first is None or entry.validity.first == first or not entry.validity.covers(first):
        return False
    return last is None or (entry.validity.last is not None and entry.validity.last <= last)


def _ended(entry: PriceEntry, first: date) -> PriceEntry:
    return replace(entry, validity=Validity(entry.validity.first, first - _DAY), version=entry.version + 1)
