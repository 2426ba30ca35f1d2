"""Read the sample company's files: what it sells, to whom, at what prices; days count from the day asked."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID

from app.assets import asset
from app.catalog.contracted_price import ContractedPrice, FixedPrice
from app.catalog.discount_schedule import DiscountSchedule, Tier, TierKind
from app.catalog.price_book import PriceEntry
from app.catalog.product import ChargeType, Cost, Product, SupplyKind, TaxClass
from app.catalog.promotion import Promotion
from app.catalog.reduction import Reduction, percent_off
from app.catalog.selector import Selector
from app.catalog.texts import Texts
from app.catalog.validity import ALWAYS, Validity
from app.company.company import StandingTerms
from app.company.contact import Contact
from app.company.tax_id import tax_id_of
from app.company.terms_text import terms_of
from app.customers.customer import Customer
from app.customers.tax_status import BuyerKind, TaxStatus
from app.kernel.address import Address
from app.kernel.money import Currency
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio

FOLDER = "sample_data"
EUR = Currency.of("EUR")

NewId = Callable[[], UUID]
Row = Mapping[str, str]


@cache
def seller_facts() -> Mapping[str, Any]:  # Any: what TOML may hold; the shape is that of our own file
    """Return what the file says about the company itself."""
    return tomllib.loads(asset(FOLDER, "company.toml").read_text(encoding="utf-8"))


def logo() -> bytes:
    """Return the sample company's logo."""
    return asset(FOLDER, str(seller_facts()["logo"])).read_bytes()


def payment_terms() -> tuple[StandingTerms, ...]:
    """Return the terms it offers, the usual ones first."""
    return tuple(
        StandingTerms(each["code"], terms_of(each["terms"])) for each in seller_facts()["payment_terms"]
    )


def exchange_rates(company_currency: Currency) -> dict[Currency, Decimal]:
    """Return what one unit of the sample's currencies is in the company's; nothing for one it lacks."""
    euros = {Currency.of(code): Ratio.of(Decimal(rate)) for code, rate in seller_facts()["rates"].items()}
    if company_currency not in euros:
        return {}
    return {
        currency: (rate / euros[company_currency]).rounded(6)
        for currency, rate in euros.items()
        if currency != company_currency
    }


def products(new_id: NewId, today: date) -> list[Product]:
    """Return what it sells; a few are sold until last year or from next year on."""
    texts = _texts()
    return [_product(row, texts[row["sku"]], new_id(), today.year) for row in _rows("products.csv")]


def prices(new_id: NewId, today: date, book_of: Callable[[str], str]) -> list[PriceEntry]:
    """Return list prices in four currencies, a few of them changed at the last turn of the year.

    Args:
        new_id: Makes the ids.
        today: The day the sample is loaded.
        book_of: From the code of a currency to the code of its price book.
    """
    return [
        entry
        for (sku, currency), rows in groupby(_rows("prices.csv"), lambda row: (row["sku"], row["currency"]))
        for entry in _dated(list(rows), sku, book_of(currency), new_id, today.year)
    ]


def customers(new_id: NewId) -> list[Customer]:
    """Return 25 customers in six countries."""
    terms = {each.code: each.terms for each in payment_terms()}
    return [
        Customer(
            id=new_id(),
            name=row["name"],
            reference=row["reference"],
            legal_name=row["legal_name"],
            contact=Contact(row["person"], row["email"], row["phone"]),
            billing=_address(row),
            shipping=_shipping(row),
            tax_status=_tax_status(row),
            language=row["language"],
            currency=Currency.of(row["currency"]),
            payment_terms=terms[row["payment_terms"]],
            buyer_reference=row["buyer_reference"],
        ).cleaned()
        for row in _rows("customers.csv")
    ]


def schedules(new_id: NewId) -> list[DiscountSchedule]:
    """Return a volume discount on the whole quantity and a graduated one for seats."""
    return [
        DiscountSchedule(
            id=new_id(),
            code=each["code"],
            names=Texts.of(each["names"]),
            tiers=tuple(Tier(Decimal(tier["from"]), percent_off(tier["percent"])) for tier in each["tiers"]),
            kind=TierKind(each["kind"]),
            selector=Selector.of(categories=each["categories"]),
        )
        for each in _rules()["schedules"]
    ]


def promotions(new_id: NewId, today: date) -> list[Promotion]:
    """Return two offers that are on."""
    return [
        Promotion(
            id=new_id(),
            code=each["code"],
            names=Texts.of(each["names"]),
            reduction=percent_off(each["percent"]),
            selector=Selector.of(skus=each["skus"]),
            validity=Validity(
                today + timedelta(days=each["from_day"]), today + timedelta(days=each["to_day"])
            ),
            minimum=Decimal(each.get("minimum", 0)),
            maximum=Decimal(each["maximum"]) if "maximum" in each else None,
        )
        for each in _rules()["promotions"]
    ]


def contracted_prices(new_id: NewId) -> list[ContractedPrice]:
    """Return what two customers agreed to."""
    return [
        ContractedPrice(
            id=new_id(),
            code=each["code"],
            customer=each["customer"],
            terms=_agreed(each),
            sku=each.get("sku", ""),
            category=each.get("category", ""),
        )
        for each in _rules()["contracted_prices"]
    ]


def _product(row: Row, texts: tuple[Texts, Texts], product_id: UUID, year: int) -> Product:
    unit = Unit(row["unit"])
    packs = ((row["pack_unit"], row["pack_holds"]),) if row["pack_unit"] else ()
    return Product(
        id=product_id,
        sku=row["sku"],
        names=texts[0],
        descriptions=texts[1],
        unit=unit,
        conversions=tuple(Conversion(Unit(pack), unit, Ratio(int(holds))) for pack, holds in packs),
        category=row["category"],
        supply=SupplyKind(row["supply"]),
        charge=ChargeType(row["charge"]),
        tax_class=TaxClass(row["tax_class"]),
        costs=(Cost(Decimal(row["cost"]), EUR),),
        sellable=_years(row["sold_from_year"], row["sold_until_year"], year),
    )


def _years(first: str, last: str, year: int) -> Validity:
    """Return whole years counted from this one: until -1 ends with the last, from 1 begins with the next."""
    if not first and not last:
        return ALWAYS
    return Validity(
        date(year + int(first), 1, 1) if first else None, date(year + int(last), 12, 31) if last else None
    )


def _dated(rows: list[Row], sku: str, book: str, new_id: NewId, year: int) -> Iterator[PriceEntry]:
    """Yield the prices of a product in a book; each but the last ends when the next begins."""
    starts = [None if row is rows[0] else date(year + int(row["since_year"]), 1, 1) for row in rows]
    for row, first, following in zip(rows, starts, [*starts[1:], None], strict=True):
        last = following - timedelta(days=1) if following else None
        yield PriceEntry(
            id=new_id(),
            book=book,
            sku=sku,
            price=Decimal(row["price"]),
            base_quantity=Decimal(row["base_quantity"]),
            term_months=int(row["term_months"]),
            validity=Validity(first, last),
        )


def _agreed(each: Mapping[str, str]) -> FixedPrice | Reduction:
    if "price" in each:
        return FixedPrice(Decimal(each["price"]), Currency.of(each["currency"]))
    return percent_off(each["percent"])


def _address(row: Row) -> Address:
    return Address(
        lines=(row["street"],),
        postcode=row["postcode"],
        city=row["city"],
        country=row["country"],
        subdivision=row["subdivision"],
    )


def _shipping(row: Row) -> Address | None:
    if not row["ship_street"]:
        return None
    return Address(
        lines=(row["ship_street"],),
        postcode=row["ship_postcode"],
        city=row["ship_city"],
        country=row["country"],
        subdivision=row["subdivision"],
    )


def _tax_status(row: Row) -> TaxStatus:
    tax_ids = (tax_id_of(row["tax_id"]),) if row["tax_id"] else ()
    return TaxStatus(BuyerKind(row["kind"]), tax_ids)


def _texts() -> dict[str, tuple[Texts, Texts]]:
    """Return name and description of each product in all its languages."""
    names: dict[str, dict[str, str]] = {}
    descriptions: dict[str, dict[str, str]] = {}
    for row in _rows("product_texts.csv"):
        names.setdefault(row["sku"], {})[row["language"]] = row["name"]
        descriptions.setdefault(row["sku"], {})[row["language"]] = row["description"]
    return {sku: (Texts.of(names[sku]), Texts.of(descriptions[sku])) for sku in names}


def _rules() -> Mapping[str, list[Mapping[str, Any]]]:  # Any: as in `seller_facts`
    return tomllib.loads(asset(FOLDER, "rules.toml").read_text(encoding="utf-8"))


def _rows(name: str) -> list[Row]:
    with asset(FOLDER, name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
