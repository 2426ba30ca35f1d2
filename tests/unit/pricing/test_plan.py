from decimal import Decimal

from app.catalog.product import Cost, TaxClass
from app.kernel.money import Currency
from app.kernel.percent import Percent
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio
from app.pricing.context import Context
from app.pricing.plan import Plans
from app.pricing.request import ExchangeRate
from tests.support.catalog import EUR, a_promotion, a_schedule, valid
from tests.support.pricing import DAY, a_line, a_request, an_article, rules

BOX_OF_12 = (Conversion(Unit("XBX"), Unit("C62"), Ratio(12)),)


def plan_of(line, *things, **changes):
    context = Context(a_request(line, **changes), rules(*things))
    return Plans(context).of(line)


class TestCost:
    def test_is_per_line_unit(self):
        article = an_article(conversions=BOX_OF_12, costs=(Cost(Decimal("2.5"), EUR),))

        assert plan_of(a_line(), *article).cost == (5, 2)
        assert plan_of(a_line(unit="XBX"), *article).cost == (30, 1)

    def test_in_the_companys_currency_is_changed_at_the_frozen_rate(self):
        article = an_article(costs=(Cost(Decimal(10), Currency.of("CHF")),))
        rate = ExchangeRate(Currency.of("CHF"), Decimal("0.8"), DAY, "ECB")

        assert plan_of(a_line(), *article, exchange=rate).cost == (25, 2)
        assert plan_of(a_line(), *article).cost is None

    def test_of_another_date_is_not_the_cost(self):
        late = (Cost(Decimal(1), EUR, valid("2026-07-02")),)

        assert plan_of(a_line(), *an_article(costs=late)).cost is None


class TestTax:
    def test_the_line_may_name_another_class(self):
        own = an_article(tax_percent=Percent.of_points(11))

        assert plan_of(a_line(), *own).tax.rate.points == 11
        assert plan_of(a_line(tax_class=TaxClass.REDUCED), *own).tax.rate.points == 7


class TestRules:
    def test_every_rule_that_could_be_used_is_known(self):
        things = (a_promotion(), a_promotion("LATE", validity=valid("2027-01-01")), a_schedule(("1", "5")))

        assert plan_of(a_line(), *an_article(), *things).every_rule == [("SPRING", 1), ("VOLUME", 1)]

    def test_lines_of_one_article_share_their_plan(self):
        context = Context(a_request(), rules(*an_article()))
        plans = Plans(context)

        assert plans.of(a_line("1", key="1")) is plans.of(a_line("2", key="2"))
        assert plans.of(a_line("1", key="1")) is not plans.of(a_line("1", key="1", unit="DZN"))
