"""domain.md sections 2 and 13: groups, document discount, tax groups, cash rounding."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.product import TaxClass
from app.catalog.reduction import percent_off
from app.company.policies import CashRounding, TaxRounding
from app.kernel.money import Currency
from app.pricing.document import reprice
from app.pricing.request import ExchangeRate, RequestGroup
from app.taxes.situation import TaxSituation
from tests.support.catalog import a_book, valid
from tests.support.pricing import DAY, RATES, a_line, a_request, an_article, priced, rules

REDUCED = {"tax_class": TaxClass.REDUCED}
GROSS = a_book("GROSS", gross=True)


def in_book(article, book):
    product, entry = article
    return product, replace(entry, book=book)


def groups(document):
    """Return rate, discount, net and tax of each tax group."""
    return [(int(group.rate.points), group.discount, group.net, group.tax) for group in document.tax_groups]


class TestNetDocuments:
    def test_tax_is_rounded_once_per_category_and_rate(self):
        document = priced(a_request(*(a_line(key=str(at)) for at in range(3))), *an_article("0.33"))

        assert groups(document) == [(19, 0, 99, 19)]  # 3 x round(0.0627) would be 0.18
        assert (document.totals.net, document.totals.tax, document.totals.gross) == (99, 19, 118)

    def test_or_per_line_as_a_policy(self):
        policies = {"tax_rounding": TaxRounding.LINE}

        document = priced(
            a_request(*(a_line(key=str(at)) for at in range(3)), policies=policies), *an_article("0.33")
        )

        assert groups(document) == [(19, 0, 99, 18)]

    def test_higher_rates_stand_first_in_whatever_order_the_lines_do(self):
        articles = (*an_article("10"), *an_article("20", "B-2", **REDUCED))
        lines = (a_line(), a_line(sku="B-2"))

        there, back = (priced(a_request(*order), *articles) for order in (lines, lines[::-1]))

        assert groups(there) == [(19, 0, 1000, 190), (7, 0, 2000, 140)]
        assert groups(back) == groups(there)

    def test_the_deal_of_the_sample(self):
        # 10 x 100 + 25 x 0.333 = 1,000.00 + 8.33; 19 % of 1,008.33 is 191.58.
        document = priced(
            a_request(a_line("10"), a_line("25", "B-2")), *an_article("100"), *an_article("0.333", "B-2")
        )

        assert (document.totals.net, document.totals.tax, document.totals.payable) == (100833, 19158, 119991)

    def test_an_empty_document_is_worth_nothing(self):
        totals = priced(a_request()).totals

        assert (totals.net, totals.payable, totals.cost_is_complete) == (0, 0, True)


class TestGrossDocuments:
    def test_the_group_is_taken_apart_once(self):
        # 3 x 4.99 at 19 %: 14.97 gross, 12.58 net.
        document = priced(a_request(a_line("3"), book="GROSS"), *in_book(an_article("4.99"), "GROSS"), GROSS)

        assert groups(document) == [(19, 0, 1258, 239)]
        assert (document.gross, document.totals.lines, document.totals.gross) == (True, 1497, 1497)

    def test_of_8_percent(self):
        # 124.40 including 8 %: 115.19 + 9.21.
        swiss = TaxSituation("CH", "CH")
        article = in_book(an_article("124.40", **REDUCED), "GROSS")

        document = priced(a_request(a_line(), book="GROSS", taxes=swiss), *article, GROSS)

        assert groups(document) == [(8, 0, 11519, 921)]

    def test_or_line_by_line_as_a_policy(self):
        policies = {"tax_rounding": TaxRounding.LINE}
        lines = (a_line(key=str(at)) for at in range(3))

        document = priced(
            a_request(*lines, book="GROSS", policies=policies), *in_book(an_article("4.99"), "GROSS"), GROSS
        )

        assert groups(document) == [(19, 0, 1257, 240)]  # 3 x 4.19


class TestDocumentDiscount:
    def test_goes_to_the_tax_groups_by_what_they_sum_to(self):
        request = a_request(a_line(), a_line(sku="B-2"), document_discount="100.01")

        document = priced(request, *an_article("200"), *an_article("100", "B-2", **REDUCED))

        assert groups(document) == [(19, 6667, 13333, 2533), (7, 3334, 6666, 467)]
        assert (document.totals.discount, document.totals.net) == (10001, 19999)

    def test_a_group_below_zero_gets_no_share(self):
        request = a_request(a_line(), a_line("-1", "B-2"), allow_returns=True, document_discount="50")

        document = priced(request, *an_article("200"), *an_article("100", "B-2", **REDUCED))

        assert groups(document) == [(19, 5000, 15000, 2850), (7, 0, -10000, -700)]

    @pytest.mark.parametrize("quantity", ["-1", "-5"])
    def test_a_document_with_nothing_to_pay_takes_none(self, quantity):
        request = a_request(
            a_line(key="1"), a_line(quantity, key="2"), allow_returns=True, document_discount="50"
        )

        document = priced(request, *an_article())

        assert document.totals.discount == 0
        assert [finding.code for finding in document.findings] == ["pricing.document_discount_not_taken"]

    @pytest.mark.parametrize(
        ("discount", "code"),
        [
            ("100.01", "pricing.document_discount_too_large"),
            ("-1", "pricing.document_discount_refused"),
            ("NaN", "pricing.document_discount_refused"),
            ("0.005", "pricing.document_discount_refused"),
        ],
    )
    def test_what_cannot_be_taken_is_a_finding(self, discount, code):
        document = priced(a_request(a_line(), document_discount=discount), *an_article())

        assert [finding.code for finding in document.findings] == [code]
        assert document.totals.discount == 0

    def test_the_whole_document_may_be_given_away(self):
        document = priced(a_request(a_line(), document_discount="100"), *an_article())

        assert (document.totals.net, document.totals.payable, document.findings) == (0, 0, ())

    def test_is_gross_in_a_gross_document(self):
        request = a_request(a_line(), book="GROSS", document_discount="19")

        document = priced(request, *in_book(an_article("138"), "GROSS"), GROSS)

        assert groups(document) == [(19, 1900, 10000, 1900)]

    def test_is_shared_before_tax_is_rounded_by_line(self):
        policies = {"tax_rounding": TaxRounding.LINE}
        lines = [a_line(key=str(at)) for at in range(3)]

        document = priced(a_request(*lines, policies=policies, document_discount="0.10"), *an_article("1"))

        # 0.96 + 0.97 + 0.97 net: 0.18 each.
        assert groups(document) == [(19, 10, 290, 54)]


class TestCashRounding:
    @pytest.mark.parametrize(
        ("price", "rounding"), [("10.02", -2), ("10.03", 2), ("10.05", 0), ("10.075", 2)]
    )
    def test_is_an_amount_of_its_own(self, price, rounding):
        policies = {"cash_step": Decimal("0.05")}
        exempt = an_article(price, tax_class=TaxClass.ZERO)

        totals = priced(a_request(a_line(), policies=policies), *exempt).totals

        assert (totals.rounding, totals.payable) == (rounding, totals.gross + rounding)
        assert totals.payable % 5 == 0

    def test_is_left_to_the_instalments_where_they_are_rounded(self):
        policies = {"cash_step": Decimal("0.05"), "cash_rounding": CashRounding.INSTALMENT}

        assert priced(a_request(a_line(), policies=policies), *an_article("10.02")).totals.rounding == 0


class TestSections:
    def test_have_subtotals_with_their_options_beside_them(self):
        lines = [
            a_line(key="1", group="A"),
            a_line("2", key="2", group="A", discount=percent_off(50)),
            a_line("5", key="3", group="A", in_total=False),
            a_line(key="4"),
        ]
        request = a_request(*lines, groups=(RequestGroup("A"), RequestGroup("EMPTY")))

        document = priced(request, *an_article())

        assert document.groups == (("A", 20000, 30000, 50000), ("EMPTY", 0, 0, 0))
        assert (document.totals.lines, document.totals.optional) == (30000, 50000)

    def test_a_section_only_a_line_names_has_a_subtotal_too(self):
        assert priced(a_request(a_line(group="A")), *an_article()).groups[0].amount == 10000


class TestOptionalLines:
    def test_are_priced_and_not_summed(self):
        document = priced(a_request(a_line(key="1"), a_line(key="2", in_total=False)), *an_article())

        assert document.lines[1].amount == 10000
        assert (document.totals.net, document.totals.optional) == (10000, 10000)


class TestMarginAndCost:
    def test_the_cost_is_the_products_or_what_the_line_says(self):
        lines = (a_line("2", key="1", cost="30"), a_line(key="2", cost="55.555"))

        totals = priced(a_request(*lines), *an_article()).totals

        assert (totals.cost, totals.cost_is_complete, totals.margin) == (11556, True, 18444)

    def test_an_unknown_cost_is_said(self):
        totals = priced(a_request(a_line(key="1", cost="30"), a_line(key="2")), *an_article()).totals

        assert (totals.cost, totals.cost_is_complete) == (3000, False)


class TestCompanyCurrency:
    def test_tax_is_also_stated_at_the_frozen_rate(self):
        rate = ExchangeRate(Currency.of("JPY"), Decimal("161.25"), DAY, "ECB")

        document = priced(a_request(a_line(), exchange=rate), *an_article())

        assert document.tax_groups[0].company_tax == 3064  # 19.00 x 161.25 = 3,063.75

    def test_is_not_stated_where_both_are_the_same(self):
        rate = ExchangeRate(Currency.of("EUR"), Decimal(1), DAY, "same currency")

        assert priced(a_request(a_line(), exchange=rate), *an_article()).tax_groups[0].company_tax is None


class TestWhatIsTooLarge:
    def test_a_total_nothing_can_hold_is_a_finding(self):
        lines = [a_line("900000000", key=str(at)) for at in range(20)]

        document = priced(a_request(*lines), *an_article("90000000"))

        assert [finding.code for finding in document.findings] == ["pricing.total_too_large"]
        assert document.money(document.totals.payable).amount == 0
        assert document.tax_groups == ()

    def test_and_comes_back_when_a_line_is_made_smaller(self):
        lines = [a_line("700000000", key=str(at)) for at in range(2)]
        things = an_article("90000000")
        after = a_request(lines[0]._replace(quantity=Decimal(1)), lines[1])

        again = reprice(priced(a_request(*lines), *things), after, "0", rules(*things))

        assert again == priced(after, *things)
        assert again.totals.net > 0


class TestUnknownTax:
    def test_a_line_whose_rate_nobody_knows_counts_nothing_and_is_marked(self):
        french = TaxSituation("FR", "FR")

        document = priced(a_request(a_line(), taxes=french), *an_article())

        line = document.lines[0]
        assert [finding.code for finding in line.findings] == ["pricing.unknown_tax_rate"]
        assert (line.amount, line.in_total, document.totals.net, document.tax_groups) == (0, False, 0, ())
        assert line.parts[0].amount == 10000  # what it would be is still explained

    def test_rates_are_those_of_the_tax_date(self):
        new = replace(RATES[0], percent=RATES[1].percent, validity=valid("2026-08-01"))
        later = DAY.replace(month=8)

        today, then = (priced(a_request(a_line(), tax_date=day), *an_article(), new) for day in (None, later))

        assert (groups(today)[0][0], groups(then)[0][0]) == (19, 7)
