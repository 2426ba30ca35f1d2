"""Builders for the catalog: a product, its price, the rules around it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from app.catalog.attribute import Attribute, AttributeChoice, AttributeKind
from app.catalog.bundle import Bundle, Feature, Option
from app.catalog.contracted_price import ContractedPrice, FixedPrice
from app.catalog.discount_schedule import DiscountSchedule, Tier
from app.catalog.price_book import PriceBook, PriceEntry
from app.catalog.price_method import Box
from app.catalog.product import Product
from app.catalog.promotion import Promotion
from app.catalog.reduction import Reduction, percent_off
from app.catalog.selector import Selector
from app.catalog.texts import Texts
from app.catalog.validity import Validity
from app.kernel.money import Currency

EUR = Currency.of("EUR")
ID = UUID(int=1)


def valid(first: str = "", last: str = "") -> Validity:
    """Return the validity between two ISO dates, either may be empty."""
    return Validity(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def a_product(sku: str = "A-1", **changes) -> Product:
    return Product(**{"id": ID, "sku": sku, "names": Texts.only(sku)} | changes)


def a_book(code: str = "LIST", currency: str = "EUR", **changes) -> PriceBook:
    return PriceBook(ID, code, Texts.only(code), Currency.of(currency), **changes)


def a_price(price: str = "100", sku: str = "A-1", **changes) -> PriceEntry:
    return PriceEntry(**{"id": ID, "book": "LIST", "sku": sku, "price": Decimal(price)} | changes)


def tiers(*steps: tuple[str, str | Reduction]) -> tuple[Tier, ...]:
    """Return tiers of (lower bound, percent points or a reduction)."""
    return tuple(
        Tier(Decimal(lower), percent_off(taken) if isinstance(taken, str) else taken)
        for lower, taken in steps
    )


def a_schedule(*steps: tuple[str, str | Reduction], code: str = "VOLUME", **changes) -> DiscountSchedule:
    return DiscountSchedule(ID, code, Texts.only(code), tiers(*steps), **changes)


def a_promotion(code: str = "SPRING", taken: str | Reduction = "10", **changes) -> Promotion:
    reduction = percent_off(taken) if isinstance(taken, str) else taken
    return Promotion(ID, code, Texts.only(code), reduction, **changes)


def a_contracted_price(
    code: str = "DEAL", terms: str | FixedPrice | Reduction = "80", customer: str = "C1", **changes
) -> ContractedPrice:
    """Return an agreement of customer C1 on product A-1; a plain number is a fixed price in EUR."""
    agreed = FixedPrice(Decimal(terms), EUR) if isinstance(terms, str) else terms
    if "category" not in changes:
        changes.setdefault("sku", "A-1")
    return ContractedPrice(ID, code, customer, agreed, **changes)


def for_skus(*skus: str) -> Selector:
    return Selector.of(skus=skus)


def boxes(*rows: tuple[str, str]) -> tuple[Box, ...]:
    """Return boxes or usage tiers of (lower bound, price)."""
    return tuple(Box(Decimal(lower), Decimal(price)) for lower, price in rows)


def an_option(sku: str = "CABLE", quantity: str = "1", **changes) -> Option:
    return Option(sku, quantity=Decimal(quantity), **changes)


def a_feature(code: str, *options: str | Option, minimum: int = 0, maximum: int | None = None) -> Feature:
    """Return a feature; a bare SKU is an option with nothing set."""
    offered = tuple(Option(option) if isinstance(option, str) else option for option in options)
    return Feature(code, Texts.only(code), offered, minimum, maximum)


def a_bundle(sku: str, *features: Feature) -> Bundle:
    return Bundle(ID, sku, features)


def a_choice(code: str, *choices: str) -> Attribute:
    offered = tuple(AttributeChoice(choice, Texts.only(choice)) for choice in choices)
    return Attribute(ID, code, Texts.only(code), AttributeKind.CHOICE, offered)


def a_number(code: str, low: str = "", high: str = "", decimals: int = 0) -> Attribute:
    limits = [Decimal(limit) if limit else None for limit in (low, high)]
    return Attribute(
        ID, code, Texts.only(code), AttributeKind.NUMBER, low=limits[0], high=limits[1], decimals=decimals
    )


def a_yes_no(code: str) -> Attribute:
    return Attribute(ID, code, Texts.only(code), AttributeKind.YES_NO)


def a_text(code: str) -> Attribute:
    return Attribute(ID, code, Texts.only(code), AttributeKind.TEXT)
