"""Keep price rules that came in one file: books, prices by any method, schedules, offers, agreed prices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from app.catalog.discount_schedule import DiscountSchedule
from app.catalog.price_book import PriceBook
from app.catalog.promotion import Promotion
from app.catalog.texts import NO_TEXTS, Texts
from app.kernel.errors import RuleViolation
from app.services import catalog, rules

if TYPE_CHECKING:
    from app.access.act import Act
    from app.pricing.rules import RuleSet
    from app.store.unit_of_work import UnitOfWork


Named = TypeVar("Named", PriceBook, DiscountSchedule, Promotion)


class ProductsElsewhere(RuleViolation):
    """Products and tax rates have imports of their own; a file of rules does not bring them."""

    code = "catalog.products_elsewhere"


@dataclass(frozen=True, slots=True)
class KeptRules:
    """How many records of each kind were written."""

    books: int
    prices: int
    schedules: int
    promotions: int
    contracted_prices: int


def keep(uow: UnitOfWork, act: Act, *, found: RuleSet) -> KeptRules:
    """Keep every rule of a file, or none; one whose code exists is replaced, a price from the same day too.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        ProductsElsewhere: The file brings products or tax rates.
        UnknownSku: No product has an SKU that is named.
        CodeNotFound: No price book has a code that is named.
        RulesTie: Nothing decides between two of the rules.
    """
    if found.products or found.tax_rates:
        raise ProductsElsewhere()
    for book in found.books:
        rules.save_book(uow, act, book=_as_kept(uow, book, uow.price_books.find(book.code)))
    for entry in found.entries:
        catalog.set_price(uow, act, entry=replace(entry, id=uow.new_id()))
    for schedule in found.schedules:
        known = uow.schedules.find(schedule.code)
        rules.save_schedule(uow, act, schedule=_as_kept(uow, schedule, known))
    for promotion in found.promotions:
        known_offer = uow.promotions.find(promotion.code)
        rules.save_promotion(uow, act, promotion=_as_kept(uow, promotion, known_offer))
    for agreed in found.contracted_prices:
        known_price = uow.contracted_prices.find(agreed.code)
        key = (known_price.id, known_price.version) if known_price else (uow.new_id(), 1)
        rules.save_contracted_price(uow, act, agreed=replace(agreed, id=key[0], version=key[1]))
    return KeptRules(
        len(found.books),
        len(found.entries),
        len(found.schedules),
        len(found.promotions),
        len(found.contracted_prices),
    )


def _as_kept(uow: UnitOfWork, value: Named, known: Named | None) -> Named:
    """Return the value under the id of the record it replaces; a new one is called by its code."""
    if known is not None:
        return replace(value, id=known.id, version=known.version, names=known.names)
    names = value.names if value.names != NO_TEXTS else Texts.only(value.code)
    return replace(value, id=uow.new_id(), version=1, names=names)
