"""A company of a file, set up as a person would, with something to sell and somebody to sell it to."""

from __future__ import annotations

from decimal import Decimal

from app.access.act import Act
from app.catalog.price_book import PriceEntry
from app.catalog.product import Product
from app.catalog.texts import Texts
from app.company.company import Company
from app.customers.customer import Customer
from app.services import catalog, company, customers
from app.store.store import Store
from app.store.unit_of_work import UnitOfWork
from tests.support.stores import an_act


def set_up(store: Store, *, name: str = "Rhine Tools", country: str = "DE") -> Company:
    """Make the company of an empty file."""
    with store.writing(an_act()) as uow:
        return company.set_up(uow, an_act(), name=name, country=country)


def a_priced_product(
    uow: UnitOfWork, sku: str = "A-1", price: str = "100", *, act: Act | None = None, **facts
) -> Product:
    """Save a product with its list price in the company's book."""
    done_by = act or an_act()
    product = Product(uow.new_id(), sku, **{"names": Texts.only(sku)} | facts)
    saved = catalog.save_product(uow, done_by, product=product)
    book = uow.company.get().price_book
    entry = PriceEntry(uow.new_id(), book, sku, Decimal(price))
    catalog.set_price(uow, done_by, entry=entry)
    return saved


def a_saved_customer(uow: UnitOfWork, name: str = "Bike World", **facts) -> Customer:
    """Save a customer, who gets the next reference."""
    customer = Customer(uow.new_id(), name, **facts)
    return customers.save(uow, an_act(), customer=customer)
