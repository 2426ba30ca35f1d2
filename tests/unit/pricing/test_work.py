from decimal import Decimal

import pytest

from app.catalog.reduction import amount_off
from app.pricing.context import Context
from app.pricing.plan import Plans
from app.pricing.work import prepare
from tests.support.pricing import a_line, a_request, an_article, rules


def work_of(line, **changes):
    context = Context(a_request(line, **changes), rules(*an_article()))
    return prepare(context, Plans(context), line)


class TestPrepare:
    def test_the_quantity_is_kept_exactly_and_in_millionths(self):
        work = work_of(a_line("2.50"))

        assert (work.quantity, work.exact_quantity) == (2_500_000, (5, 2))

    @pytest.mark.parametrize("quantity", ["-1", "-0.000001"])
    def test_a_quantity_below_zero_needs_a_request_that_allows_returns(self, quantity):
        assert work_of(a_line(quantity)).is_blocked
        assert not work_of(a_line(quantity), allow_returns=True).is_blocked

    def test_more_digits_than_are_kept_are_refused_and_not_cut(self):
        assert work_of(a_line("1.00000000000000000000000000000001")).is_blocked

    def test_an_absurd_exponent_is_refused_at_once(self):
        assert work_of(a_line()._replace(quantity=Decimal("1E-999999"))).is_blocked
        assert work_of(a_line()._replace(quantity=Decimal("1E+999999"))).is_blocked

    def test_a_discount_in_another_currency_is_a_finding(self):
        work = work_of(a_line(discount=amount_off(1, "USD")))

        assert [finding.code for finding in work.findings] == ["pricing.discount_currency"]

    def test_only_lines_in_the_total_that_are_not_taken_back_are_counted(self):
        assert work_of(a_line()).is_counted
        assert not work_of(a_line(in_total=False)).is_counted
        assert not work_of(a_line("-1"), allow_returns=True).is_counted
