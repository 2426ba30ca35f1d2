"""The repositories of a unit, each made when it is first asked for: a new noun adds one property here.

Imports stand inside the properties, so that a command pays for the nouns it speaks of and for no other.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.store.records import Records

if TYPE_CHECKING:
    from app.store.journal import Journal
    from app.store.repositories.bundles import Bundles
    from app.store.repositories.company import Companies
    from app.store.repositories.contracted_prices import ContractedPrices
    from app.store.repositories.contracts import Contracts
    from app.store.repositories.customers import Customers
    from app.store.repositories.exchange_rates import ExchangeRates
    from app.store.repositories.files import Files
    from app.store.repositories.invoices import Invoices
    from app.store.repositories.payments import Payments
    from app.store.repositories.price_books import PriceBooks
    from app.store.repositories.price_rules import PriceRulesOfDocuments
    from app.store.repositories.products import Products
    from app.store.repositories.promotions import Promotions
    from app.store.repositories.quotes import Quotes
    from app.store.repositories.schedules import Schedules
    from app.store.repositories.tax_rates import TaxRates
    from app.store.repositories.users import Users
    from app.store.search import Search


class Nouns:
    """What both a reading and a writing unit offer."""

    def __init__(self, records: Records) -> None:
        self.records = records

    @cached_property
    def journal(self) -> Journal:
        """Return the journal."""
        from app.store.journal import Journal

        return Journal(self.records)

    @cached_property
    def search(self) -> Search:
        """Return the search over products, customers and documents."""
        from app.store.search import Search

        return Search(self.records)

    @cached_property
    def company(self) -> Companies:
        """Return the company."""
        from app.store.repositories.company import Companies

        return Companies(self.records)

    @cached_property
    def users(self) -> Users:
        """Return the people who may work in this file."""
        from app.store.repositories.users import Users

        return Users(self.records)

    @cached_property
    def customers(self) -> Customers:
        """Return the customers."""
        from app.store.repositories.customers import Customers

        return Customers(self.records)

    @cached_property
    def products(self) -> Products:
        """Return the products."""
        from app.store.repositories.products import Products

        return Products(self.records)

    @cached_property
    def bundles(self) -> Bundles:
        """Return how bundles may be configured."""
        from app.store.repositories.bundles import Bundles

        return Bundles(self.records)

    @cached_property
    def price_books(self) -> PriceBooks:
        """Return the price books and their prices."""
        from app.store.repositories.price_books import PriceBooks

        return PriceBooks(self.records)

    @cached_property
    def schedules(self) -> Schedules:
        """Return the discount schedules."""
        from app.store.repositories.schedules import Schedules

        return Schedules(self.records)

    @cached_property
    def promotions(self) -> Promotions:
        """Return the promotions."""
        from app.store.repositories.promotions import Promotions

        return Promotions(self.records)

    @cached_property
    def contracted_prices(self) -> ContractedPrices:
        """Return what customers agreed to."""
        from app.store.repositories.contracted_prices import ContractedPrices

        return ContractedPrices(self.records)

    @cached_property
    def price_rules(self) -> PriceRulesOfDocuments:
        """Return what documents are priced by."""
        from app.store.repositories.price_rules import PriceRulesOfDocuments

        return PriceRulesOfDocuments(self.records)

    @cached_property
    def exchange_rates(self) -> ExchangeRates:
        """Return the dated exchange rates."""
        from app.store.repositories.exchange_rates import ExchangeRates

        return ExchangeRates(self.records)

    @cached_property
    def tax_rates(self) -> TaxRates:
        """Return the dated tax rates."""
        from app.store.repositories.tax_rates import TaxRates

        return TaxRates(self.records)

    @cached_property
    def quotes(self) -> Quotes:
        """Return the quotes."""
        from app.store.repositories.quotes import Quotes

        return Quotes(self.records)

    @cached_property
    def contracts(self) -> Contracts:
        """Return the contracts."""
        from app.store.repositories.contracts import Contracts

        return Contracts(self.records)

    @cached_property
    def invoices(self) -> Invoices:
        """Return the invoices and credit notes."""
        from app.store.repositories.invoices import Invoices

        return Invoices(self.records)

    @cached_property
    def payments(self) -> Payments:
        """Return the payments."""
        from app.store.repositories.payments import Payments

        return Payments(self.records)

    @cached_property
    def files(self) -> Files:
        """Return the stored PDFs."""
        from app.store.repositories.files import Files

        return Files(self.records)
