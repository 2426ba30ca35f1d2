"""Load what one document is priced by, its products and the rules that reach them, in eight queries."""

from __future__ import annotations

from collections.abc import Iterable

from app.catalog.product import SupplyKind, categories_of
from app.pricing.request import PricingRequest
from app.pricing.rules import PriceRules, RuleSet
from app.store.catalog_version import current_version
from app.store.records import Records
from app.store.repositories.contracted_prices import ContractedPrices
from app.store.repositories.price_books import PriceBooks
from app.store.repositories.products import Products
from app.store.repositories.promotions import Promotions
from app.store.repositories.rule_rows import Reach
from app.store.repositories.schedules import Schedules
from app.store.repositories.tax_rates import TaxRates
from app.taxes.areas import place
from app.taxes.situation import TaxSituation


class PriceRulesOfDocuments:
    """The rules of documents in one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    @property
    def version(self) -> int:
        """Return the catalog's counter: rules loaded while it stood at this number are still right."""
        return current_version(self._records)

    def of_document(self, request: PricingRequest) -> PriceRules:
        """Return everything the request's prices depend on, whatever else the catalog holds.

        Rules of other days come along, since the trace says why they were refused. The number of queries
        does not depend on the number of lines.
        """
        return PriceRules(self.rule_set(request))

    def rule_set(self, request: PricingRequest) -> RuleSet:
        """Return the same as values that can be written down."""
        skus = tuple(sorted({line.sku for line in request.lines if line.sku}))
        products = Products(self._records).by_skus(skus)
        paths = {path for product in products.values() for path in categories_of(product.category)}
        reach = Reach(skus, tuple(sorted(paths)), request.customer)
        books = PriceBooks(self._records)
        book = books.find(request.book)
        agreed = ContractedPrices(self._records).reaching(reach) if request.customer else ()
        return RuleSet(
            products=tuple(products.values()),
            books=(book,) if book else (),
            entries=books.entries(skus, book=request.book) if skus else (),
            contracted_prices=agreed,
            schedules=Schedules(self._records).reaching(reach),
            promotions=Promotions(self._records).reaching(reach),
            tax_rates=TaxRates(self._records).of_countries(countries_of(request.taxes)),
        )


def countries_of(situation: TaxSituation) -> tuple[str, ...]:
    """Return every country whose tax rates a sale may ask for, sorted."""
    named: Iterable[str] = (
        situation.seller_country,
        situation.buyer_country,
        situation.ship_to_country,
        *(registration.partition("-")[0] for registration in situation.registrations),
    )
    countries = {country for country in named if country}
    taxed_as = {place(country, "", SupplyKind.GOODS).country for country in countries}  # Monaco is France
    return tuple(sorted(countries | taxed_as))
