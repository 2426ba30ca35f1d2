from decimal import Decimal

import pytest

from app.exchange.records.offers import OFFERS
from tests.support.imports import parsed, problems


class TestOffers:
    def test_reads_an_offer_with_its_products_and_limits(self):
        (row,) = parsed(
            OFFERS,
            "code,name,percent,valid_from,valid_to,min_quantity,max_quantity,skus,customers\n"
            "V2,Volume,2%,2011-05-31,2014-05-30,11,14,B-2;A-1,\n",
        ).rows
        assert (row.percent, row.min_quantity, row.max_quantity) == (Decimal(2), Decimal(11), Decimal(14))
        assert (row.skus, row.customers) == (("A-1", "B-2"), ())

    def test_calls_an_offer_by_its_code_where_it_has_no_name(self):
        assert parsed(OFFERS, "code,percent\nV2,2\n").rows[0].name == "V2"

    def test_reads_amounts_by_currency(self):
        (row,) = parsed(OFFERS, "code,amount[USD],amount[eur]\nV2,3,2.5\n").rows
        assert row.amounts == (("EUR", Decimal("2.5")), ("USD", Decimal(3)))

    def test_reads_one_amount_and_its_currency(self):
        (row,) = parsed(OFFERS, "code,amount,currency\nV2,3,USD\n").rows
        assert (row.amounts, row.amount, row.currency) == ((("USD", Decimal(3)),), None, "")

    @pytest.mark.parametrize(
        ("text", "column", "code"),
        [
            ("code,percent\nV2,\n", "percent", "exchange.reduction_unclear"),
            ("code,percent,amount[EUR]\nV2,5,5\n", "percent", "exchange.reduction_unclear"),
            ("code,percent\nV2,101 %\n", "percent", "numbers.out_of_range"),
            (
                "code,percent,min_quantity,max_quantity\nV2,5,10,9\n",
                "max_quantity",
                "exchange.quantities_reversed",
            ),
            (
                "code,percent,valid_from,valid_to\nV2,5,2026-02-01,2026-01-01\n",
                "valid_to",
                "catalog.validity_reversed",
            ),
            ("code,amount[EURO]\nV2,5\n", "amount[EURO]", "money.unknown_currency"),
        ],
    )
    def test_refuses_what_is_no_offer(self, text, column, code):
        assert (2, column, code) in problems(parsed(OFFERS, text))

    def test_refuses_an_amount_of_no_currency(self):
        assert (2, "currency", "exchange.amount_without_currency") in problems(
            parsed(OFFERS, "code,amount\nV2,5\n")
        )

    def test_needs_to_know_what_is_taken_off(self):
        assert parsed(OFFERS, "code,name\nV2,x\n").findings[0].where == "percent"
