from datetime import date
from decimal import Decimal

from app.catalog.reduction import AmountOff, percent_off
from app.catalog.selector import Selector
from app.pricing.compiled import NO_LIMIT, cut_of, ladder, list_price, newest_first, offer
from tests.support.catalog import a_price, a_promotion, a_schedule, valid


class TestCompiled:
    def test_open_ends_are_filled(self):
        price = list_price(a_price(validity=valid("2026-01-01")))

        assert (price.first, price.last) == (date(2026, 1, 1), date.max)

    def test_bounds_are_whole_millionths(self):
        compiled = ladder(a_schedule(("0.5", "1"), ("2", "2")))

        assert compiled.bounds == (500_000, 2_000_000)
        assert compiled.facts[0] == (("lower", (1, 2)),)

    def test_a_limit_nobody_set_is_no_limit(self):
        assert offer(a_promotion()).maximum == NO_LIMIT
        assert offer(a_promotion(maximum=Decimal(3))).maximum == 3_000_000

    def test_only_currencies_every_tier_has_an_amount_in_can_be_used(self):
        both, one = {"EUR": Decimal(1), "USD": Decimal(1)}, {"EUR": Decimal(2)}

        assert ladder(a_schedule(("1", AmountOff.of(both)), ("2", AmountOff.of(one)))).currencies == {"EUR"}
        assert ladder(a_schedule(("1", "5"))).currencies is None

    def test_most_rules_are_asked_for_their_date_only(self):
        assert not offer(a_promotion()).is_limited
        assert offer(a_promotion(selector=Selector.of(books=["US"]))).is_limited

    def test_the_newest_stands_first_then_the_lower_code(self):
        rules = [
            offer(a_promotion(code, validity=valid(day)))
            for code, day in [("B", "2026-01-01"), ("A", "2026-01-01"), ("C", "2026-02-01"), ("D", "")]
        ]

        assert [rule.code for rule in sorted(rules, key=newest_first)] == ["C", "A", "B", "D"]

    def test_a_percent_is_a_share(self):
        assert cut_of(percent_off("12.5")).share == (1, 8)
