"""Builders for pricing: requests that say only what matters, and short ways to read the answer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.catalog.contracted_price import ContractedPrice
from app.catalog.discount_schedule import DiscountSchedule
from app.catalog.price_book import PriceBook, PriceEntry
from app.catalog.product import ChargeType, Product, TaxClass
from app.catalog.promotion import Promotion
from app.company.policies import Policies
from app.kernel.money import Currency
from app.kernel.percent import Percent
from app.kernel.period import Period
from app.pricing.document import price
from app.pricing.exact import as_text
from app.pricing.request import PricingRequest, RequestLine
from app.pricing.result import Part, PricedDocument, PricedLine
from app.pricing.rules import PriceRules, RuleSet
from app.taxes.rate import TaxRate
from app.taxes.situation import TaxSituation
from tests.support.catalog import a_book, a_price, a_product

DAY = date(2026, 7, 1)
HALF_A_YEAR = Period.inclusive(date(2026, 7, 1), date(2026, 12, 31))
DOMESTIC = TaxSituation("DE", "DE")

RATES = (
    TaxRate("DE", TaxClass.STANDARD, Percent.of_points(19), "test"),
    TaxRate("DE", TaxClass.REDUCED, Percent.of_points(7), "test"),
    TaxRate("CH", TaxClass.REDUCED, Percent.of_points(8), "test"),
)

_FIELD_OF = {
    Product: "products",
    PriceBook: "books",
    PriceEntry: "entries",
    ContractedPrice: "contracted_prices",
    DiscountSchedule: "schedules",
    Promotion: "promotions",
    TaxRate: "tax_rates",
}


def rules(*things) -> PriceRules:
    """Return the index of any catalog values; the book LIST and two German rates are there already."""
    found = {"books": [a_book()], "tax_rates": [*RATES]}
    for thing in things:
        found.setdefault(_FIELD_OF[type(thing)], []).append(thing)
    return PriceRules(RuleSet(**{name: tuple(values) for name, values in found.items()}))


def an_article(
    list_price: str = "100", sku: str = "A-1", *, term: int = 0, **changes
) -> tuple[Product, PriceEntry]:
    """Return a product and its list price; with a term in months it is recurring."""
    charge = ChargeType.RECURRING if term else ChargeType.ONE_TIME
    entry = {name: changes.pop(name) for name in ("base_quantity",) if name in changes}
    return (
        a_product(sku, **{"charge": charge} | changes),
        a_price(list_price, sku, term_months=term or 1, **entry),
    )


def a_line(quantity: str = "1", sku: str = "A-1", *, key: str = "", **changes) -> RequestLine:
    for name in ("manual_price", "owned", "cost"):
        if isinstance(changes.get(name), str):
            changes[name] = Decimal(changes[name])
    return RequestLine(key or sku, sku, Decimal(quantity), **changes)


def a_request(*lines: RequestLine, currency: str = "EUR", **changes) -> PricingRequest:
    """Return a request of 1 July 2026 in the book LIST; percents may be given in points as text."""
    for name in ("discount", "partner", "distributor"):
        if isinstance(changes.get(name), str):
            changes[name] = Percent.of_points(Decimal(changes[name]))
    if isinstance(changes.get("document_discount"), str):
        changes["document_discount"] = Decimal(changes["document_discount"])
    if isinstance(changes.get("policies"), dict):
        changes["policies"] = Policies(**changes["policies"])
    defaults = {
        "on": DAY,
        "currency": Currency.of(currency),
        "book": "LIST",
        "taxes": DOMESTIC,
        "lines": lines,
    }
    return PricingRequest(**defaults | changes)


def priced(request: PricingRequest, *things) -> PricedDocument:
    return price(request, rules(*things))


def priced_line(line: RequestLine, *things, **changes) -> PricedLine:
    """Return one line priced alone."""
    return priced(a_request(line, **changes), *things).lines[0]


def amounts(line: PricedLine) -> list[str]:
    """Return the prices after each step of a line of one part, as text."""
    assert len(line.parts) == 1
    return [as_text(step.after) for step in line.parts[0].steps]


def net_of(line: PricedLine) -> str:
    assert len(line.parts) == 1
    return as_text(line.parts[0].net)


def step_of(part: Part | PricedLine, kind: str):
    """Return the one step of this kind."""
    found = [step for step in (part if isinstance(part, Part) else part.parts[0]).steps if step.kind == kind]
    assert len(found) == 1, found
    return found[0]


def codes(line: PricedLine) -> list[str]:
    return [finding.code for finding in line.findings]
