from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from app.catalog.contracted_price import FixedPrice
from app.catalog.discount_schedule import Measure, Scope, TierKind
from app.catalog.product import ChargeType, Cost, SupplyKind, TaxClass
from app.catalog.promotion import FreeGoods
from app.catalog.reduction import AmountOff, percent_off
from app.catalog.selector import Selector
from app.catalog.texts import NO_TEXTS
from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_json
from app.kernel.percent import Percent
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio
from app.pricing.plain.rules import rules_from_plain, rules_to_plain
from app.pricing.plain.values import PlainUnreadable
from app.pricing.rules import RuleSet
from tests.support.catalog import (
    EUR,
    a_book,
    a_contracted_price,
    a_price,
    a_product,
    a_promotion,
    a_schedule,
    valid,
)
from tests.support.pricing import RATES

BOX = Unit("XBX")


def nameless(*things):
    """Return catalog values as a request carries them: without ids and names."""
    fields = {"id": UUID(int=0)}
    return tuple(
        replace(thing, **fields | ({"names": NO_TEXTS} if hasattr(thing, "names") else {}))
        for thing in things
    )


class TestRoundTrip:
    def test_rules_with_everything_set_come_back(self):
        days = valid("2026-01-01", "2026-12-31")
        everywhere = Selector.of(skus=["A", "B"], categories=["X/Y"], books=["LIST"], customers=["C1"])
        rules = RuleSet(
            products=nameless(
                a_product(),
                a_product(
                    "B-2",
                    unit=Unit("KGM"),
                    conversions=(Conversion(BOX, Unit("KGM"), Ratio(25, 3)),),
                    category="X/Y",
                    supply=SupplyKind.SERVICE,
                    charge=ChargeType.RECURRING,
                    tax_class=TaxClass.EXEMPT,
                    tax_percent=Percent(Decimal("0.0825")),
                    exemption="VATEX-EU-132",
                    costs=(Cost(Decimal("1.5"), EUR, days),),
                    sellable=days,
                    version=7,
                ),
            ),
            books=nameless(
                a_book(), a_book("US", "USD", gross=True, price_scale=0, validity=days, version=2)
            ),
            entries=nameless(
                a_price(),
                a_price("1.25", base_quantity=Decimal(100), term_months=12, unit=BOX, validity=days),
            ),
            contracted_prices=nameless(
                a_contracted_price(),
                a_contracted_price("P", percent_off(5), category="X", validity=days),
                a_contracted_price("F", FixedPrice(Decimal(1), EUR, Decimal(10), 3, BOX)),
            ),
            schedules=nameless(
                a_schedule(("1", "5")),
                a_schedule(
                    ("0", AmountOff.of({"EUR": Decimal(1), "USD": Decimal("1.1")})),
                    code="S",
                    kind=TierKind.SLAB,
                    step=Decimal(0),
                    unit=BOX,
                    counts_owned=True,
                    selector=everywhere,
                    validity=days,
                ),
                a_schedule(("12", "5"), code="T", measure=Measure.TERM),
                a_schedule(("10", "5"), code="Q", scope=Scope.QUOTE),
            ),
            promotions=nameless(
                a_promotion(),
                a_promotion("G", "0", free_goods=FreeGoods(Decimal(2), Decimal("1.5"), "B-2")),
                a_promotion("C", coupon="SPRING", limit=9, used=3, order_over=(("EUR", Decimal("250.5")),)),
                a_promotion("N", minimum=Decimal(2), maximum=Decimal("9.5"), order=3, selector=everywhere),
            ),
            tax_rates=RATES,
        )

        assert rules_from_plain(parse_json(canonical_json(rules_to_plain(rules)))) == rules

    def test_no_rules_are_written_as_nothing(self):
        assert rules_to_plain(RuleSet()) == {}
        assert rules_from_plain({}) == RuleSet()

    def test_days_are_written_as_people_write_them(self):
        plain = rules_to_plain(RuleSet(entries=(a_price(validity=valid("2026-01-01")),)))

        assert plain["prices"][0]["first"] == date(2026, 1, 1).isoformat()


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("plain", "where"),
        [
            ({"products": [{}]}, "products[0].sku"),
            ({"products": [{"sku": "A", "unit": "QQQ"}]}, "products[0]"),
            ({"prices": [{"book": "L", "sku": "A", "price": "-1"}]}, "prices[0]"),
            ({"schedules": [{"code": "S", "tiers": []}]}, "schedules[0]"),
            ({"schedules": [{"code": "S", "tiers": [{"lower": "1"}]}]}, "schedules[0].tiers[0].percent"),
            ({"promotions": [{"code": "P", "percent": "101"}]}, "promotions[0].percent"),
            ({"tax_rates": [{"country": "DE"}]}, "tax_rates[0]"),
            ({"books": [{"code": "L", "currency": "EUR", "first": "x"}]}, "books[0].first"),
        ],
    )
    def test_the_rule_is_named(self, plain, where):
        with pytest.raises(PlainUnreadable) as refused:
            rules_from_plain(plain)
        assert refused.value.params["where"] == where
