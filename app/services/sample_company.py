"""The sample company: a small systems house with a catalog, prices, offers and customers, ready to quote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.access.permissions import Permission, permit
from app.catalog.price_book import PriceBook
from app.catalog.texts import Texts
from app.company.bank_account import BankAccount
from app.company.company import Company
from app.company.contact import Contact
from app.company.events import CompanyEvent
from app.company.tax_id import tax_id_of
from app.kernel.address import Address
from app.kernel.changes import Ref
from app.kernel.events import DomainEvent
from app.kernel.money import Currency
from app.quotes.exchange_rate import FrozenRate
from app.services import company as company_service
from app.services import sample_files
from app.services.company import STANDING_BOOK

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.unit_of_work import UnitOfWork


def make(uow: UnitOfWork, act: Act) -> Company:
    """Make the whole sample company in an empty file: itself with its logo, its catalog and its customers.

    Raises:
        NotPermittedHere: The person may not change the company.
        CompanyExists: The file has a company.
    """
    facts = sample_files.seller_facts()
    made = company_service.set_up(
        uow, act, name=facts["name"], country=facts["country"], language=facts["language"]
    )
    seller = replace(
        made.seller,
        legal_name=facts["legal_name"],
        address=Address(**{**facts["address"], "lines": tuple(facts["address"]["lines"])}),
        tax_ids=(tax_id_of(facts["tax_id"]),),
        registration=facts["registration"],
        contact=Contact(**facts["contact"]),
        website=facts["website"],
        bank=BankAccount(**facts["bank"]),
        brand=replace(made.seller.brand, colour=facts["colour"]),
    )
    address = replace(seller.address, country=made.seller.address.country)
    company_service.save(uow, act, company=replace(made, seller=replace(seller, address=address)))
    company_service.set_logo(uow, act, content=sample_files.logo())
    fill(uow, act)
    return uow.company.get()


def fill(uow: UnitOfWork, act: Act) -> None:
    """Bring the sample's catalog, prices, rules, terms, rates and customers into a company of any country.

    What is there already under the same SKU, code or reference stays as it is; filling twice adds nothing.

    Raises:
        NotPermittedHere: The person may not change the company.
        NoCompany: The file has no company yet.
    """
    permit(act.actor, Permission.COMPANY_EDIT)
    company = uow.company.get()
    _fill_terms(uow, company)
    _fill_rates(uow, act, company)
    _fill_catalog(uow, act, company)
    _fill_customers(uow)
    _fill_rules(uow, act)
    uow.journal.append(DomainEvent(CompanyEvent.SAMPLE_LOADED, Ref("company", company.id)))


def _fill_terms(uow: UnitOfWork, company: Company) -> None:
    known = {each.code for each in company.payment_terms}
    terms = tuple(each for each in sample_files.payment_terms() if each.code not in known)
    if terms:
        uow.company.save(replace(company, payment_terms=(*company.payment_terms, *terms)))


def _fill_rates(uow: UnitOfWork, act: Act, company: Company) -> None:
    own = company.seller.currency
    for currency, rate in sample_files.exchange_rates(own).items():
        if uow.exchange_rates.latest(currency, own, act.today) is None:
            uow.exchange_rates.write(currency, own, FrozenRate(rate, act.today, "sample"))


def _fill_catalog(uow: UnitOfWork, act: Act, company: Company) -> None:
    products = sample_files.products(uow.new_id, act.today)
    known = uow.products.by_skus([product.sku for product in products])
    new = {product.sku: product for product in products if product.sku not in known}
    uow.products.upsert(new.values())
    entries = sample_files.prices(uow.new_id, act.today, lambda code: _book_of(company, code))
    _make_books(uow, {entry.book for entry in entries})
    uow.price_books.write_entries(entry for entry in entries if entry.sku in new)


def _fill_customers(uow: UnitOfWork) -> None:
    customers = sample_files.customers(uow.new_id)
    known = uow.customers.by_references([customer.reference for customer in customers])
    for customer in customers:
        if customer.reference not in known:
            uow.customers.save(customer)


def _fill_rules(uow: UnitOfWork, act: Act) -> None:
    for schedule in sample_files.schedules(uow.new_id):
        if uow.schedules.find(schedule.code) is None:
            uow.schedules.save(schedule)
    for promotion in sample_files.promotions(uow.new_id, act.today):
        if uow.promotions.find(promotion.code) is None:
            uow.promotions.save(promotion)
    for agreed in sample_files.contracted_prices(uow.new_id):
        if uow.contracted_prices.find(agreed.code) is None:
            uow.contracted_prices.save(agreed)


def _book_of(company: Company, currency: str) -> str:
    """Return the code of a currency's price book: the company's own, else ``LIST-USD``."""
    is_own = currency == company.seller.currency.code and company.price_book
    return company.price_book if is_own else f"{STANDING_BOOK}-{currency}"


def _make_books(uow: UnitOfWork, codes: set[str]) -> None:
    for code in sorted(codes):
        if uow.price_books.find(code) is None:
            currency = code.removeprefix(f"{STANDING_BOOK}-")
            names = {"en": "List prices", "de": "Listenpreise", "fr": "Prix catalogue"}
            texts = Texts.of({language: f"{name} {currency}" for language, name in names.items()})
            uow.price_books.save(PriceBook(uow.new_id(), code, texts, Currency.of(currency)))
