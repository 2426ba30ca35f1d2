import pytest

from app.company.policies import TaxRounding
from app.kernel.money import Currency, Money, NothingToShareBy, allocate
from app.pricing.shares import line_shares, share_out
from tests.support.catalog import a_book
from tests.support.pricing import a_line, a_request, an_article, priced
from tests.unit.pricing.test_totals import REDUCED, in_book

EUR = Currency.of("EUR")


class TestShareOut:
    @pytest.mark.parametrize(
        ("units", "weights"), [(100, [1, 1, 1]), (7, [0, 3, 4]), (-100, [1, 2, 4]), (1, [5, 5]), (0, [0, 0])]
    )
    def test_is_the_kernels_allocation(self, units, weights):
        assert share_out(units, weights) == [
            part.minor for part in allocate(Money.of_minor(units, EUR), weights)
        ]

    def test_goods_taken_back_carry_their_own_tax_back(self):
        assert share_out(19, [300, -200]) == [57, -38]
        assert share_out(-19, [-300, 200]) == [-57, 38]

    def test_nothing_to_share_by_is_refused(self):
        with pytest.raises(NothingToShareBy):
            share_out(1, [5, -5])


def shares(document):
    return [tuple(share) for share in line_shares(document)]


class TestLineShares:
    def test_the_discount_goes_to_groups_first_then_to_their_lines(self):
        lines = [a_line(key="1"), a_line(key="2"), a_line(key="3"), a_line(sku="B-2", key="4")]

        document = priced(
            a_request(*lines, document_discount="1"), *an_article("10"), *an_article("10", "B-2", **REDUCED)
        )

        assert shares(document) == [(25, 975, 186), (25, 975, 185), (25, 975, 185), (25, 975, 68)]

    def test_an_option_has_no_share(self):
        document = priced(a_request(a_line(key="1"), a_line(key="2", in_total=False)), *an_article())

        assert shares(document) == [(0, 10000, 1900), (0, 0, 0)]

    def test_a_line_below_zero_gets_no_share_of_the_discount(self):
        lines = (a_line("2", key="1"), a_line("-1", key="2"))

        document = priced(a_request(*lines, allow_returns=True, document_discount="10"), *an_article())

        assert shares(document) == [(1000, 19000, 3610), (0, -10000, -1900)]

    def test_net_and_tax_of_a_gross_group_are_shared_to_its_lines(self):
        lines = [a_line(key=str(at)) for at in range(3)]
        request = a_request(*lines, book="GROSS")

        document = priced(request, *in_book(an_article("4.99"), "GROSS"), a_book("GROSS", gross=True))

        assert shares(document) == [(0, 420, 79), (0, 419, 80), (0, 419, 80)]

    @pytest.mark.parametrize("rounding", TaxRounding)
    @pytest.mark.parametrize("gross", [False, True])
    def test_sum_to_the_groups(self, rounding, gross):
        lines = [a_line(str(at + 1), key=str(at)) for at in range(7)]
        request = a_request(
            *lines, book="BOOK", policies={"tax_rounding": rounding}, document_discount="3.33"
        )

        document = priced(request, *in_book(an_article("1.11"), "BOOK"), a_book("BOOK", gross=gross))

        discounts, nets, taxes = zip(*shares(document), strict=True)
        group = document.tax_groups[0]
        assert (sum(discounts), sum(nets), sum(taxes)) == (group.discount, group.net, group.tax)
