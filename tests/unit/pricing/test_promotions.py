"""domain.md section 4, step 1b: promotions."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.reduction import amount_off
from app.catalog.selector import Selector
from app.company.policies import PromotionMode
from app.pricing.document import price
from app.pricing.reasons import Reason, Refused, StepKind
from tests.support.catalog import a_promotion, for_skus, valid
from tests.support.pricing import a_line, a_request, an_article, net_of, priced, priced_line, rules, step_of

STACKED = {"policies": {"promotions": PromotionMode.STACKED}}


def refused(step):
    return {refusal.rule: (refusal.reason, refusal.beaten_by) for refusal in step.refused}


class TestBest:
    def test_the_lowest_price_wins_and_the_losers_are_named(self):
        line = priced_line(a_line(), *an_article(), a_promotion("A", "5"), a_promotion("B", "10"))

        step = step_of(line, StepKind.PROMOTION)
        assert (net_of(line), step.rule, step.reason) == ("90", "B", Reason.BEST_PROMOTION)
        assert refused(step) == {"A": (Refused.WORSE_PRICE, "B")}

    @pytest.mark.parametrize(("price", "winner"), [("40", "AMOUNT"), ("60", "PERCENT")])
    def test_compares_what_amounts_and_percents_come_to(self, price, winner):
        offers = (a_promotion("PERCENT", "10"), a_promotion("AMOUNT", amount_off(5, "EUR")))

        assert step_of(priced_line(a_line(), *an_article(price), *offers), StepKind.PROMOTION).rule == winner

    def test_of_equal_prices_the_lower_code_wins_and_the_trace_says_so(self):
        offers = (a_promotion("B", "10"), a_promotion("A", amount_off(10, "EUR")))

        step = step_of(priced_line(a_line(), *an_article(), *offers), StepKind.PROMOTION)

        assert step.rule == "A"
        assert refused(step) == {"B": (Refused.TIED_HIGHER_CODE, "A")}


class TestStacked:
    def test_all_apply_in_their_declared_order(self):
        offers = (
            a_promotion("A", amount_off(10, "EUR"), order=2),
            a_promotion("B", "50", order=1),
        )

        line = priced_line(a_line(), *an_article(), *offers, **STACKED)

        assert [step.rule for step in line.parts[0].steps[1:]] == ["B", "A"]
        assert net_of(line) == "40"

    def test_the_refused_are_named_once(self):
        offers = (a_promotion("A"), a_promotion("B"), a_promotion("C", minimum=Decimal(2)))

        line = priced_line(a_line(), *an_article(), *offers, **STACKED)

        assert [len(step.refused) for step in line.parts[0].steps] == [0, 1, 0]


class TestLimits:
    @pytest.mark.parametrize(
        ("quantity", "reason"),
        [
            ("10", Refused.QUANTITY_BELOW),
            ("11", None),
            ("14", None),
            ("14.000001", Refused.QUANTITY_ABOVE),
        ],
    )
    def test_both_quantities_are_inclusive(self, quantity, reason):
        offer = a_promotion("A", minimum=Decimal(11), maximum=Decimal(14))

        step = step_of(priced_line(a_line(quantity), *an_article(), offer), StepKind.PROMOTION)

        assert refused(step) == ({"A": (reason, "")} if reason else {})
        assert step.rule == ("" if reason else "A")

    @pytest.mark.parametrize(("first", "last"), [("2026-07-02", ""), ("", "2026-06-30")])
    def test_an_offer_of_another_date_is_named(self, first, last):
        line = priced_line(a_line(), *an_article(), a_promotion("A", validity=valid(first, last)))

        assert refused(step_of(line, StepKind.PROMOTION)) == {"A": (Refused.NOT_VALID_ON_DATE, "")}
        assert net_of(line) == "100"

    @pytest.mark.parametrize(("first", "last"), [("2026-07-01", ""), ("", "2026-07-01")])
    def test_both_days_are_inclusive(self, first, last):
        offer = a_promotion("A", validity=valid(first, last))

        assert net_of(priced_line(a_line(), *an_article(), offer)) == "90"

    def test_an_offer_of_other_products_is_not_this_lines_business(self):
        line = priced_line(a_line(), *an_article(), a_promotion("A", selector=for_skus("B-2")))

        assert len(line.parts[0].steps) == 1

    def test_an_offer_for_another_book_is_named(self):
        line = priced_line(a_line(), *an_article(), a_promotion("A", selector=Selector.of(books=["US"])))

        assert refused(step_of(line, StepKind.PROMOTION)) == {"A": (Refused.OTHER_BOOK, "")}

    def test_goods_taken_back_get_the_price_of_as_many_sold(self):
        offer = a_promotion("A", minimum=Decimal(10))

        assert net_of(priced_line(a_line("-10"), *an_article(), offer, allow_returns=True)) == "90"

    def test_an_offer_of_nothing_is_traced_like_any_other(self):
        line = priced_line(a_line(), *an_article(), a_promotion("NO-DISCOUNT", "0"))

        assert step_of(line, StepKind.PROMOTION).rule == "NO-DISCOUNT"


class TestCoupons:
    OFFER = a_promotion("FRIENDS", coupon="Friends-10", limit=3, used=2)

    def test_is_taken_where_the_customer_names_it_in_any_capitals(self):
        assert net_of(priced_line(a_line(), *an_article(), self.OFFER, codes=(" FRIENDS-10",))) == "90"

    def test_is_refused_where_nobody_names_it(self):
        line = priced_line(a_line(), *an_article(), self.OFFER)

        assert net_of(line) == "100"
        assert refused(step_of(line, StepKind.PROMOTION)) == {"FRIENDS": (Refused.COUPON_NOT_NAMED, "")}

    def test_at_its_limit_it_is_refused_and_named_above_the_lines(self):
        used_up = replace(self.OFFER, used=3)
        document = priced(a_request(a_line(), codes=("friends-10",)), *an_article(), used_up)
        step = step_of(document.lines[0], StepKind.PROMOTION)

        assert refused(step) == {"FRIENDS": (Refused.COUPON_USED_UP, "")}
        assert [finding.code for finding in document.findings] == ["pricing.coupon_used_up"]

    def test_a_code_nobody_knows_is_a_finding(self):
        document = priced(a_request(a_line(), codes=("NOBODY",)), *an_article(), self.OFFER)

        assert [(one.code, one.params) for one in document.findings] == [
            ("pricing.coupon_unknown", {"coupon": "NOBODY"})
        ]
        assert document.totals.net == 100_00

    def test_named_and_not_named_are_kept_apart(self):
        known = rules(*an_article(), self.OFFER)
        with_code = a_request(a_line(), codes=("Friends-10",))

        assert [price(one, known).totals.net for one in (a_request(a_line()), with_code)] == [100_00, 90_00]
