"""The index of rules: built once per catalog version, asked per product without looking at the others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product as every_pair
from operator import itemgetter
from typing import Any, NamedTuple

from app.catalog.contracted_price import ContractedPrice
from app.catalog.discount_schedule import DiscountSchedule, Measure
from app.catalog.price_book import PriceBook, PriceEntry
from app.catalog.price_method import PercentOfTotal
from app.catalog.product import ChargeType, Product, categories_of
from app.catalog.promotion import Promotion
from app.catalog.selector import Selector
from app.catalog.validity import ALWAYS
from app.pricing.compiled import (
    Agreed,
    DatedCost,
    Ladder,
    ListPrice,
    Offer,
    agreed,
    costs_of,
    ladder,
    list_price,
    newest_first,
    offer,
)
from app.taxes.determination import Taxable
from app.taxes.rate import TaxRate, TaxRates


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything a price depends on besides the request, as loaded from the catalog, in any order."""

    products: tuple[Product, ...] = ()
    books: tuple[PriceBook, ...] = ()
    entries: tuple[PriceEntry, ...] = ()
    contracted_prices: tuple[ContractedPrice, ...] = ()
    schedules: tuple[DiscountSchedule, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    tax_rates: tuple[TaxRate, ...] = ()


class Bucket(NamedTuple):
    """The rules that name one product or category, each kind newest first."""

    offers: tuple[Offer, ...] = ()
    volume: tuple[Ladder, ...] = ()
    term: tuple[Ladder, ...] = ()


Place = tuple[str, str, str]
"""Customer, SKU, category: empty where the rule sets no condition; SKU and category are never both set."""

Ranked = tuple[tuple[int, Ladder], ...]
"""Schedules with the rank of their place, 0 for the most specific; newest first within a place."""


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """A product with every rule that names it, of all dates, books and currencies.

    Attributes:
        unit: UN/ECE code of the product's unit.
        prices: List prices of all books and dates, the newest first.
        places: Where contracted prices may name it: the product, then its categories, nearest first.
        costs: Newest first.
        offers: In their declared order, each once.
    """

    product: Product
    unit: str
    prices: tuple[ListPrice, ...]
    places: tuple[tuple[str, str], ...]
    costs: tuple[DatedCost, ...]
    is_recurring: bool
    sells_always: bool
    taxable: Taxable
    offers: tuple[Offer, ...]
    volume: Ranked
    term: Ranked


Agreements = Mapping[tuple[str, str], tuple[Agreed, ...]]
"""One customer's contracted prices by SKU and category, one of which is empty."""

NO_AGREEMENTS: Agreements = {}


HEADERS_KEPT = 2
"""Documents with different headers that stay quick to price again."""


class PriceRules:
    """Rules by what they select. Values inside are never changed after building.

    Attributes:
        books: By code.
        tax_rates: By place, class and day.
        coupons: Per folded coupon, whether every promotion that asks for it is used up.
        wide_offers: Promotions that depend on what other lines of the document say.
    """

    __slots__ = (
        "_agreed",
        "_buckets",
        "_entries",
        "_named_customers",
        "_recent",
        "_shares",
        "_shelves",
        "books",
        "coupons",
        "tax_rates",
        "wide_offers",
    )

    def __init__(self, rules: RuleSet) -> None:
        self.books: Mapping[str, PriceBook] = {book.code: book for book in rules.books}
        self.tax_rates = TaxRates(rules.tax_rates)
        self._agreed = _by_customer(rules.contracted_prices)
        offers = [(offer(promotion), promotion.selector) for promotion in rules.promotions]
        self.coupons = _used_up(one for one, _selector in offers)
        self.wide_offers = tuple([one for one, _selector in offers if one.over or one.gift])
        self._buckets = _by_place(offers, rules.schedules)
        self._named_customers = frozenset(customer for customer, _sku, _category in self._buckets) - {""}
        self._recent: dict[Hashable, dict[Any, Any]] = {}  # Any: the plans of a room above this one
        prices = _by_sku(rules.entries)
        self._shares = frozenset(
            entry.sku for entry in rules.entries if isinstance(entry.method, PercentOfTotal)
        )
        self._shelves = {
            product.sku: self._shelf(product, prices.get(product.sku, ()), ("",))
            for product in rules.products
        }

    def shelf(self, sku: str, customer: str) -> Shelf | None:
        """Return a product with the rules for everybody, and the customer's own where a rule names them."""
        shelf = self._shelves.get(sku)
        if shelf is None or customer not in self._named_customers:
            return shelf
        return self._shelf(shelf.product, shelf.prices, (customer, ""))

    @property
    def has_shares(self) -> bool:
        """Test whether any product may be priced as a share of other lines."""
        return bool(self._shares)

    def is_share(self, sku: str) -> bool:
        """Test whether a product may be priced as a share of other lines."""
        return sku in self._shares

    def recent(self, header: Hashable) -> dict[Any, Any]:
        """Return the memory of what was found for a header before; those asked for last are kept.

        It changes no answer, only how often the index is asked. The mapping of headers is replaced and never
        changed, so that threads may share the rules.
        """
        known = self._recent
        found: dict[Any, Any] = known.get(header, {})
        others = [(each, plans) for each, plans in known.items() if each != header]
        self._recent = dict(others[1 - HEADERS_KEPT :]) | {header: found}
        return found

    def agreements_of(self, customer: str) -> Agreements:
        """Return a customer's contracted prices by product or category, newest first."""
        return self._agreed.get(customer, NO_AGREEMENTS) if customer else NO_AGREEMENTS

    def _shelf(self, product: Product, prices: tuple[ListPrice, ...], customers: tuple[str, ...]) -> Shelf:
        """A product stands before its categories and those before everything, a customer before everybody."""
        targets = [(product.sku, ""), *(("", category) for category in categories_of(product.category))]
        places = [(customer, *target) for target in (*targets, ("", "")) for customer in customers]
        buckets = [self._buckets[place] for place in places if place in self._buckets]
        offers = {offer.code: offer for bucket in buckets for offer in bucket.offers}
        return Shelf(
            product,
            product.unit.code,
            prices,
            tuple(targets),
            costs_of(product),
            product.charge is ChargeType.RECURRING,
            product.sellable == ALWAYS,
            Taxable(product.supply, product.tax_class, product.tax_percent, product.exemption),
            tuple(sorted(offers.values(), key=_declared)),
            _ranked([bucket.volume for bucket in buckets]),
            _ranked([bucket.term for bucket in buckets]),
        )


def _ranked(levels: list[tuple[Ladder, ...]]) -> Ranked:
    """Return each schedule once, at its nearest place."""
    found: dict[str, tuple[int, Ladder]] = {}
    for rank, ladders in enumerate(levels):
        for steps in ladders:
            found.setdefault(steps.code, (rank, steps))
    return tuple(found.values())


def _declared(offer: Offer) -> tuple[int, str]:
    return offer.order, offer.code


def _by_sku(entries: Iterable[PriceEntry]) -> dict[str, tuple[ListPrice, ...]]:
    """Return the prices newest first; of the same day that with the lower id."""
    found: dict[str, list[tuple[tuple[int, str], str, ListPrice]]] = {}
    for entry in entries:
        price = list_price(entry)
        found.setdefault(entry.sku, []).append((newest_first(price), str(entry.id), price))
    return {
        sku: tuple([price for _order, _id, price in sorted(rows, key=itemgetter(0, 1))])
        for sku, rows in found.items()
    }


def _by_customer(contracted: Iterable[ContractedPrice]) -> dict[str, Agreements]:
    found: dict[str, dict[tuple[str, str], list[Agreed]]] = {}
    for one in contracted:
        found.setdefault(one.customer, {}).setdefault((one.sku, one.category), []).append(agreed(one))
    return {
        customer: {place: tuple(sorted(own, key=newest_first)) for place, own in places.items()}
        for customer, places in found.items()
    }


def _used_up(offers: Iterable[Offer]) -> Mapping[str, bool]:
    found: dict[str, bool] = {}
    for one in offers:
        if one.coupon:
            found[one.coupon] = one.is_used_up and found.get(one.coupon, True)
    return found


def _by_place(
    promotions: Iterable[tuple[Offer, Selector]], schedules: Iterable[DiscountSchedule]
) -> dict[Place, Bucket]:
    offers: dict[Place, list[Offer]] = {}
    volume: dict[Place, list[Ladder]] = {}
    term: dict[Place, list[Ladder]] = {}
    for one, selector in promotions:
        for place in _places(selector):
            offers.setdefault(place, []).append(one)
    for schedule in schedules:
        steps = ladder(schedule)
        kind = term if schedule.measure is Measure.TERM else volume
        for place in _places(schedule.selector):
            kind.setdefault(place, []).append(steps)
    return {
        place: Bucket(
            tuple(sorted(offers.get(place, ()), key=newest_first)),
            tuple(sorted(volume.get(place, ()), key=newest_first)),
            tuple(sorted(term.get(place, ()), key=newest_first)),
        )
        for place in offers.keys() | volume.keys() | term.keys()
    }


def _places(selector: Selector) -> Iterable[Place]:
    customers = selector.customers or {""}
    targets = [(sku, "") for sku in selector.skus] + [("", category) for category in selector.categories]
    return ((who, *target) for who, target in every_pair(customers, targets or [("", "")]))
