"""Price books that a file speaks of: those that are there, and those an import makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from app.catalog.price_book import PriceBook
from app.catalog.texts import Texts
from app.kernel.findings import Finding, Severity
from app.kernel.money import Currency
from app.services.file_rows.setting import Setting

if TYPE_CHECKING:
    from app.store.unit_of_work import UnitOfWork


def missing_books(setting: Setting, wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return code and currency of the books among these that are yet to be made."""
    return {code: currency for code, currency in wanted if code not in setting.books}


def noticed(missing: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what to say about books that an import makes."""
    facts = [{"code": code, "currency": currency} for code, currency in sorted(missing.items())]
    return tuple(Finding("exchange.price_book_new", Severity.WARNING, "price_book", fact) for fact in facts)


def make_books(uow: UnitOfWork, setting: Setting, missing: Mapping[str, str]) -> None:
    """Make the books that are missing; one that lies in the bin comes out of it."""
    for code, currency in sorted(missing.items()):
        there = uow.price_books.find(code)
        if there is not None:
            uow.price_books.put_in_bin(there.id, binned=False)
            continue
        name = Texts.only(code, setting.language)
        uow.price_books.save(
            PriceBook(uow.new_id(), code, name, Currency.of(currency), gross=setting.is_gross)
        )
