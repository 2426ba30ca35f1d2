"""Promotions for an order over an amount."""

from decimal import Decimal

import pytest

from app.catalog.price_method import PercentOfTotal
from app.kernel.percent import Percent
from app.pricing.document import price, reprice
from app.pricing.reasons import Refused, StepKind
from tests.support.catalog import a_price, a_product, a_promotion, for_skus, valid
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, priced, rules, step_of

A, B, SEATS = an_article(), an_article("50", "B-2"), an_article("600", "SEATS", term=12)


def over(amount: str, **changes):
    return a_promotion("BIG", order_over=(("EUR", Decimal(amount)),), **changes)


def amounts(lines, *things, **changes) -> list[int]:
    return [line.amount for line in priced(a_request(*lines, **changes), *things).lines]


@pytest.mark.parametrize(("amount", "reached"), [("250", [180_00, 45_00]), ("250.01", [200_00, 50_00])])
def test_what_the_lines_come_to_together_reaches_the_amount_inclusive(amount, reached):
    assert amounts((a_line("2"), a_line("1", "B-2")), *A, *B, over(amount)) == reached


def test_only_the_lines_it_selects_count_and_get_it():
    offer = over("200", selector=for_skus("A-1"))

    assert amounts((a_line("2"), a_line("9", "B-2")), *A, *B, offer) == [180_00, 450_00]
    assert amounts((a_line("1"), a_line("9", "B-2")), *A, *B, offer) == [100_00, 450_00]


def test_a_list_price_counts_for_the_span_it_is_paid_for():
    line = a_line(sku="SEATS")

    assert amounts([line], *SEATS, over("302.48"), period=HALF_A_YEAR) == [300_00]
    assert amounts([line], *SEATS, over("300"), period=HALF_A_YEAR) == [270_00]


def test_an_option_nobody_chose_and_a_share_of_other_lines_do_not_count():
    method = PercentOfTotal(Percent.of_points(Decimal(50)))
    care = (a_product("CARE"), a_price("0", "CARE", method=method))
    lines = (a_line("1"), a_line("5", key="option", in_total=False), a_line(sku="CARE"))

    assert amounts(lines, *A, *care, over("101")) == [100_00, 500_00, 50_00]


def test_the_trace_says_that_the_order_is_too_small_or_in_another_currency():
    def reason(offer):
        document = priced(a_request(a_line()), *A, offer)
        return step_of(document.lines[0], StepKind.PROMOTION).refused[0].reason

    assert reason(over("101")) is Refused.ORDER_BELOW
    assert reason(a_promotion(order_over=(("USD", Decimal(1)),))) is Refused.OTHER_CURRENCY


def test_a_changed_line_moves_the_others_over_the_amount():
    known = rules(*A, *B, over("250"))
    before = a_request(a_line("1"), a_line("1", "B-2"))
    after = a_request(a_line("2"), a_line("1", "B-2"))

    again = reprice(price(before, known), after, "A-1", known)

    assert again == price(after, known)
    assert [line.amount for line in again.lines] == [180_00, 45_00]


def test_one_that_has_ended_does_not_look_at_the_order():
    offer = over("0", validity=valid("", "2026-06-30"))

    assert amounts([a_line()], *A, offer) == [100_00]
