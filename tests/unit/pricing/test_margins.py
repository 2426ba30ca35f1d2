from decimal import Decimal

import pytest

from app.catalog.reduction import percent_off
from app.kernel.ratio import Ratio
from app.pricing.margins import average_discount, line_discount, margin, markup
from tests.support.catalog import a_product, a_schedule
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, priced, priced_line

FIFTEEN = Ratio(15, 100)


class TestLineDiscount:
    def test_is_against_the_prorated_list(self):
        line = a_line(discount=percent_off(15))

        assert line_discount(priced_line(line, *an_article(term=12), period=HALF_A_YEAR)) == FIFTEEN

    def test_is_exact_where_the_amount_is_rounded(self):
        # 33.33 x .85 = 28.3305: the line says 28.33, and still nobody exceeds a limit of 15 %.
        assert line_discount(priced_line(a_line(discount=percent_off(15)), *an_article("33.33"))) == FIFTEEN

    def test_takes_all_bands_of_a_slab(self):
        from app.catalog.discount_schedule import TierKind

        slab = a_schedule(("1", "0"), ("11", "10"), kind=TierKind.SLAB)

        assert line_discount(priced_line(a_line("20"), *an_article(), slab)) == Ratio(5, 100)

    def test_is_below_zero_where_more_than_list_is_asked(self):
        assert line_discount(priced_line(a_line(manual_price="110"), *an_article())) == Ratio(-1, 10)

    @pytest.mark.parametrize("things", [an_article("0"), (a_product(),)], ids=["free", "unpriced"])
    def test_is_nothing_without_a_list_price(self, things):
        assert line_discount(priced_line(a_line(), *things)) is None


class TestAverageDiscount:
    def test_takes_every_line_in_the_total_and_the_document_discount(self):
        lines = [
            a_line(key="1", discount=percent_off(10)),
            a_line("3", key="2"),
            a_line(key="3", in_total=False, discount=percent_off(90)),
        ]

        document = priced(a_request(*lines, document_discount="30"), *an_article())

        assert average_discount(document) == Ratio(1, 10)

    def test_is_exact_over_many_lines(self):
        lines = [a_line(str(at + 1), key=str(at), discount=percent_off(15)) for at in range(40)]

        document = priced(a_request(*lines, period=HALF_A_YEAR), *an_article("33.33", term=7))

        assert average_discount(document) == FIFTEEN

    def test_is_nothing_for_an_empty_document(self):
        assert average_discount(priced(a_request())) is None


class TestMargin:
    def test_is_of_the_net_and_markup_of_the_cost(self):
        # domain.md section 6: cost 75 and 30 % on it is 97.50.
        assert markup(9750, 7500) == Ratio(3, 10)
        assert margin(9750, 7500) == Ratio(2250, 9750)
        assert margin(262500, 210000) == Ratio(2, 10)

    def test_is_nothing_of_nothing(self):
        assert margin(0, 100) is None
        assert markup(100, 0) is None

    def test_a_loss_is_below_zero(self):
        assert margin(100, 150) == Ratio(Decimal("-0.5").as_integer_ratio()[0], 2)
