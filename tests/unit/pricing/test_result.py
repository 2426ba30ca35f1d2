from decimal import Decimal

import pytest

from app.kernel.money import Currency, Money
from tests.support.pricing import a_line, a_request, an_article, priced

DOCUMENT = priced(a_request(a_line("2", key="1", cost="30"), a_line(sku="NOBODY", key="2")), *an_article())


class TestPricedDocument:
    def test_amounts_are_money_of_its_currency(self):
        assert DOCUMENT.money(DOCUMENT.totals.net) == Money(Decimal(200), Currency.of("EUR"))

    def test_the_margin_is_what_the_cost_leaves_of_the_net(self):
        assert DOCUMENT.totals.margin == 14000

    def test_a_line_is_found_by_its_key(self):
        assert DOCUMENT.line("2").amount == 0
        with pytest.raises(KeyError):
            DOCUMENT.line("3")

    def test_findings_of_lines_stand_behind_those_of_the_document(self):
        assert [finding.where for finding in DOCUMENT.all_findings] == ["lines[2].sku"]
