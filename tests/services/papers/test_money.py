from datetime import date
from decimal import Decimal

from app.quotes.exchange_rate import SAME_CURRENCY, FrozenRate
from app.services.papers.money import in_company_currency, printed_groups, printed_tax
from tests.support.billing import DE_7, EUR, a_contract, a_one_off, an_invoice, euros


class TestPrintedGroups:
    def test_carries_base_and_tax_in_order(self):
        groups = an_invoice(a_contract(a_one_off(1, "10.00", tax=DE_7), a_one_off(2, "100.00"))).groups

        assert [(group.base, group.amount) for group in printed_groups(groups, EUR)] == [
            (euros("100.00"), euros("19.00")),
            (euros("10.00"), euros("0.70")),
        ]


class TestPrintedTax:
    def test_names_category_and_rate(self):
        assert (printed_tax(DE_7).category, printed_tax(DE_7).rate) == ("S", Decimal("0.07"))


class TestInCompanyCurrency:
    def test_is_not_printed_where_the_paper_is_in_it(self):
        assert in_company_currency(None, SAME_CURRENCY) is None

    def test_names_rate_day_and_source(self):
        rate = FrozenRate(Decimal("0.95"), date(2026, 3, 2), "ECB")

        found = in_company_currency(euros("9.50"), rate)

        assert (found.tax, found.rate, found.source) == (euros("9.50"), Decimal("0.95"), "ECB")
