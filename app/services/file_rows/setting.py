"""What a file leaves unsaid: the company's language and currency, its price books, its tax rates, the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.catalog.price_book import PriceBook
from app.catalog.product import TaxClass
from app.company.company import Company
from app.company.policies import PriceBasis
from app.exchange.values.taxes import TaxMark
from app.kernel.percent import Percent
from app.taxes.rate import TaxRates

if TYPE_CHECKING:
    from app.store.nouns import Nouns

_BY_RATE = (TaxClass.STANDARD, TaxClass.REDUCED, TaxClass.SECOND_REDUCED, TaxClass.SUPER_REDUCED)


@dataclass(frozen=True, slots=True)
class Setting:
    """The company as an import or export meets it.

    Attributes:
        books: Price books by code.
        today: Day on which a price that changes begins to hold.
    """

    company: Company
    books: Mapping[str, PriceBook]
    rates: TaxRates
    today: date
    _marks: dict[TaxMark, TaxMark] = field(default_factory=dict, compare=False)

    @property
    def language(self) -> str:
        """Return the tag of the language in which texts without one are."""
        return self.company.seller.language

    @property
    def currency(self) -> str:
        """Return the code of the company's currency."""
        return self.company.seller.currency.code

    @property
    def is_gross(self) -> bool:
        """Test whether new price books hold prices with tax."""
        return self.company.policies.price_basis is PriceBasis.GROSS

    def book_in(self, currency: str) -> str:
        """Return the code of the book that prices in a currency belong to, also when it is yet to be made.

        It is the company's standing book, else the first by code in that currency.
        """
        standing = self.company.price_book
        if standing in self.books and self.books[standing].currency.code == currency:
            return standing
        fitting = sorted(code for code, book in self.books.items() if book.currency.code == currency)
        if fitting:
            return fitting[0]
        is_to_be_made = standing and standing not in self.books and currency == self.currency
        return standing if is_to_be_made else f"LIST-{currency}"

    def tax_of(self, mark: TaxMark) -> TaxMark:
        """Return class and percentage as a product keeps them.

        A percentage that is one of the country's rates today becomes its class; another one stays beside the
        class.
        """
        known = self._marks.get(mark)
        if known is None:
            known = self._marks[mark] = self._tax_of(mark)
        return known

    def _tax_of(self, mark: TaxMark) -> TaxMark:
        if mark.percent is None:
            return TaxMark(mark.tax_class or TaxClass.STANDARD)
        percent = Percent.of_points(mark.percent)
        candidates = (mark.tax_class,) if mark.tax_class else _BY_RATE
        for tax_class in candidates:
            if percent == self._rate(tax_class):
                return TaxMark(tax_class)
        if not mark.tax_class and not percent.fraction:
            return TaxMark(TaxClass.ZERO)
        return TaxMark(mark.tax_class or TaxClass.STANDARD, mark.percent)

    def _rate(self, tax_class: TaxClass) -> Percent | None:
        place = self.company.seller.address
        region = place.subdivision.partition("-")[2]
        rate = self.rates.find(place.country, region, tax_class, self.today)
        return rate.percent if rate else None


def setting_of(unit: Nouns, today: date) -> Setting:
    """Return what files leave unsaid.

    Args:
        unit: Any unit of the file.
        today: The business day.

    Raises:
        NoCompany: The file has no company yet.
    """
    company = unit.company.get()
    books = {book.code: book for book in unit.price_books.all()}
    rates = TaxRates(unit.tax_rates.of_countries({company.seller.address.country}))
    return Setting(company, books, rates, today)
