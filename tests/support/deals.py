"""A small company with two customers and three products, and the steps of a deal."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from app.catalog.product import ChargeType, TaxClass
from app.company.company import Company
from app.company.tax_id import TaxId, TaxIdKind
from app.contracts.contract import Contract
from app.customers.tax_status import BuyerKind, TaxStatus
from app.kernel.address import Address
from app.kernel.percent import Percent
from app.quotes.editing import insert_lines
from app.quotes.lines import LineKind, LineRole, QuoteLine
from app.quotes.quote import Acceptance, Quote
from app.services import quotes
from app.services.quote_files import new_line
from app.store.store import Store
from app.taxes.rate import TaxRate
from tests.support.catalog import a_book, a_price, a_product
from tests.support.company import a_seller
from tests.support.customers import a_customer
from tests.support.stores import an_act

ACME = UUID(int=101)
BIKES = UUID(int=102)
GERMAN_RATES = (
    TaxRate("DE", TaxClass.STANDARD, Percent.of_points(19), "test"),
    TaxRate("DE", TaxClass.REDUCED, Percent.of_points(7), "test"),
)
PRICES = {"A-1": "100", "B-2": "0.333", "S-3": "12"}


def stocked(store: Store) -> Store:
    """Fill an empty store: the company in Bonn, Acme in Berlin, a shop in the US; S-3 is a subscription."""
    berlin = Address(lines=("Weg 1",), postcode="10115", city="Berlin", country="DE")
    vat = TaxStatus(BuyerKind.BUSINESS, (TaxId(TaxIdKind.VAT, "DE811569869"),))
    with store.writing(an_act()) as uow:
        uow.company.save(Company(uow.new_id(), a_seller(), price_book="LIST"))
        uow.price_books.save(a_book())
        uow.tax_rates.write(GERMAN_RATES)
        uow.customers.save(
            a_customer(id=ACME, reference="C1", name="Acme AG", billing=berlin, tax_status=vat)
        )
        uow.customers.save(a_customer(id=BIKES, reference="C2"))
        for number, (sku, price) in enumerate(PRICES.items(), start=1):
            recurs = ChargeType.RECURRING if sku.startswith("S") else ChargeType.ONE_TIME
            uow.products.save(a_product(sku, id=UUID(int=number), charge=recurs))
            uow.price_books.write_entries([a_price(price, sku, id=UUID(int=number))])
    return store


def a_draft(
    store: Store, *sold: tuple[str, str], customer: UUID | None = ACME, optional: str = "", **facts
) -> Quote:
    """Save a draft with these SKUs and quantities; `optional` names a SKU that is offered beside them."""
    with store.writing(an_act()) as uow:
        draft = quotes.start(uow, an_act(), customer_id=customer)
        lines = []
        for sku, quantity in sold:
            line = new_line(uow.products.by_sku(sku), line_id=uow.new_id(), language="de")
            role = LineRole.OPTIONAL if sku == optional else LineRole.STANDARD
            lines.append(replace(line, quantity=Decimal(quantity), role=role))
        return quotes.save_draft(uow, an_act(), quote=replace(insert_lines(draft, lines), **facts))


def sent(store: Store, draft: Quote) -> Quote:
    """Send a draft."""
    with store.writing(an_act()) as uow:
        return quotes.send(uow, an_act(), quote_id=draft.id)


def a_yes(act=None, *, options: frozenset[UUID] = frozenset(), reference: str = "PO 4711") -> Acceptance:
    """The customer's yes, today."""
    act = act or an_act()
    return Acceptance("Anna Acme", act.at, act.today, "purchase order", reference, options)


def accepted(store: Store, *sold: tuple[str, str], **facts) -> Contract:
    """Quote, send and accept; returns the contract."""
    quote = sent(store, a_draft(store, *sold, **facts))
    with store.writing(an_act()) as uow:
        return quotes.accept(uow, an_act(), quote_id=quote.id, acceptance=a_yes())


def a_text_line(number: int, text: str) -> QuoteLine:
    """Return a line that only says something."""
    return QuoteLine(UUID(int=number), kind=LineKind.TEXT, name=text)
