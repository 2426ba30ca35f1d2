"""The tax of one line: the treatment of the sale joined with the dated rate of the product's class."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.catalog.product import SupplyKind, TaxClass
from app.kernel.percent import NO_PERCENT, Percent
from app.taxes.category import TaxCategory
from app.taxes.place_of_supply import treatment
from app.taxes.rate import TaxRates
from app.taxes.situation import TaxSituation, TaxTreatment


class Taxable(NamedTuple):
    """What the tax of a line depends on besides the sale itself.

    Attributes:
        percent: The rate as imported, for domestic sales in place of the class's; None: the class decides.
        exemption: Reason code of the exempt class.
    """

    supply: SupplyKind = SupplyKind.GOODS
    tax_class: TaxClass = TaxClass.STANDARD
    percent: Percent | None = None
    exemption: str = ""


class LineTax(NamedTuple):
    """How a line is taxed, and why.

    Attributes:
        rate: Share of the net; 0 where the category bears no tax.
        reason: Code of the sentence that says why, ``taxes.domestic``.
        exemption: VATEX code where no tax is charged, else empty.
        source: Code of the rate's row (place, class, first day); empty without one.
    """

    category: TaxCategory
    rate: Percent
    reason: str
    exemption: str = ""
    source: str = ""


class Determination:
    """The tax of every line of one document; equal questions are answered once."""

    def __init__(self, situation: TaxSituation, rates: TaxRates, on: date) -> None:
        self._situation = situation
        self._rates = rates
        self._on = on
        self._treatments: dict[SupplyKind, TaxTreatment] = {}
        self._known: dict[Taxable, LineTax | None] = {}

    def of(self, line: Taxable) -> LineTax | None:
        """Return the tax of a line; None where it would be taxed at a rate nobody knows."""
        if line not in self._known:
            self._known[line] = self._determine(line)
        return self._known[line]

    def place_of(self, supply: SupplyKind) -> TaxTreatment:
        """Return where a kind of supply is taxed in this sale, and why."""
        if supply not in self._treatments:
            self._treatments[supply] = treatment(self._situation, supply)
        return self._treatments[supply]

    def _determine(self, line: Taxable) -> LineTax | None:
        where = self.place_of(line.supply)
        if not where.category.bears_tax:
            return LineTax(where.category, NO_PERCENT, where.reason, where.exemption)
        if line.tax_class is TaxClass.EXEMPT:
            return LineTax(TaxCategory.EXEMPT, NO_PERCENT, "taxes.exempt_product", line.exemption)
        if line.tax_class is TaxClass.ZERO:
            return LineTax(TaxCategory.ZERO_RATED, NO_PERCENT, where.reason)
        return self._at_a_rate(line, where)

    def _at_a_rate(self, line: Taxable, where: TaxTreatment) -> LineTax | None:
        home = (self._situation.seller_country, self._situation.seller_region)
        if line.percent is not None and (where.country, where.region) == home:
            return _taxed(where, line.percent, "")
        found = self._rates.find(where.country, where.region, line.tax_class, self._on)
        return None if found is None else _taxed(where, found.percent, found.code)


def _taxed(where: TaxTreatment, rate: Percent, source: str) -> LineTax:
    """A standard-category rate of 0 is category Z: EN 16931 asks for a rate above 0 in S."""
    category = where.category
    if category is TaxCategory.STANDARD and not rate.fraction:
        category = TaxCategory.ZERO_RATED
    return LineTax(category, rate, where.reason, source=source)
