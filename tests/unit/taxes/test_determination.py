from datetime import date
from decimal import Decimal

import pytest

from app.catalog.product import SupplyKind, TaxClass
from app.customers.tax_status import BuyerKind
from app.kernel.percent import Percent
from app.taxes.category import TaxCategory
from app.taxes.determination import Determination, Taxable
from app.taxes.rate import TaxRate, TaxRates
from app.taxes.situation import TaxSituation

DAY = date(2026, 7, 1)


def a_rate(country, points, region="", tax_class=TaxClass.STANDARD):
    return TaxRate(country, tax_class, Percent.of_points(Decimal(points)), "test", region)


RATES = TaxRates(
    [a_rate("DE", "19"), a_rate("FR", "20"), a_rate("US", "7.25", "CA"), a_rate("US", "0", "OR")]
)
AT_HOME = TaxSituation("DE", "DE")
TO_A_FRENCH_CONSUMER = TaxSituation("DE", "FR", buyer_kind=BuyerKind.CONSUMER, one_stop_shop=True)


def taxed(situation, **taxable):
    return Determination(situation, RATES, DAY).of(Taxable(**taxable))


class TestDetermination:
    def test_takes_the_rate_of_the_place_and_names_its_row(self):
        tax = taxed(TO_A_FRENCH_CONSUMER)

        assert (tax.category, tax.rate.points, tax.source) == (TaxCategory.STANDARD, 20, "FR standard")

    def test_an_imported_percent_holds_at_home_only(self):
        own = Percent.of_points(11)

        assert taxed(AT_HOME, percent=own).rate.points == 11
        assert taxed(TO_A_FRENCH_CONSUMER, percent=own).rate.points == 20

    def test_in_the_united_states_home_is_the_state(self):
        own = Percent.of_points(9)
        registered = frozenset({"US-CA"})
        to_california = TaxSituation(
            "US", "US", seller_region="WA", buyer_region="CA", registrations=registered
        )

        assert taxed(to_california, percent=own).rate.points == Decimal("7.25")
        assert taxed(TaxSituation("US", "US", "WA", buyer_region="WA"), percent=own).rate.points == 9

    def test_what_bears_no_tax_needs_no_rate(self):
        tax = taxed(TaxSituation("DE", "JP"), tax_class=TaxClass.REDUCED)

        assert (tax.category, tax.rate.points, tax.exemption) == (TaxCategory.EXPORT, 0, "VATEX-EU-G")

    def test_an_exempt_product_is_exempt_where_it_would_be_taxed(self):
        exempt = {"tax_class": TaxClass.EXEMPT, "exemption": "VATEX-EU-132"}

        tax = taxed(AT_HOME, **exempt)
        assert (tax.category, tax.reason, tax.exemption) == (
            TaxCategory.EXEMPT,
            "taxes.exempt_product",
            "VATEX-EU-132",
        )
        assert taxed(TaxSituation("DE", "JP"), **exempt).category is TaxCategory.EXPORT

    def test_a_rate_of_zero_is_zero_rated(self):
        assert taxed(AT_HOME, tax_class=TaxClass.ZERO).category is TaxCategory.ZERO_RATED
        oregon = TaxSituation("US", "US", "OR", buyer_region="OR")
        assert taxed(oregon).category is TaxCategory.ZERO_RATED

    @pytest.mark.parametrize(
        ("situation", "tax_class"),
        [(AT_HOME, TaxClass.REDUCED), (TaxSituation("NO", "NO"), TaxClass.STANDARD)],
    )
    def test_says_when_nobody_knows_the_rate(self, situation, tax_class):
        assert taxed(situation, tax_class=tax_class) is None

    def test_goods_and_services_of_one_document_may_differ(self):
        situation = TaxSituation("DE", "FR", buyer_tax_id="FR83404833048")

        categories = [taxed(situation, supply=supply).category for supply in SupplyKind]

        assert categories == [TaxCategory.INTRA_COMMUNITY, TaxCategory.REVERSE_CHARGE]
