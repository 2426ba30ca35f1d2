from datetime import date
from decimal import Decimal

from app.exchange.records.prices import PRICES
from tests.support.imports import parsed, problems

HEADER = "sku,price,currency,valid_from,valid_to\n"


class TestPrices:
    def test_reads_a_history(self):
        found = parsed(
            PRICES,
            HEADER
            + "A,33.6442,USD,2011-05-31 00:00:00.000,2012-05-29 00:00:00.000\nA,34.99,USD,2012-05-30,\n",
        )
        assert [(row.price, row.valid_from, row.valid_to) for row in found.rows] == [
            (Decimal("33.6442"), date(2011, 5, 31), date(2012, 5, 29)),
            (Decimal("34.99"), date(2012, 5, 30), None),
        ]

    def test_tells_prices_apart_by_book_currency_and_day(self):
        text = "sku,price,currency,price_book,unit,valid_from\n"
        rows = "A,1,EUR,,,\nA,1,USD,,,\nA,1,EUR,B2B,,\nA,1,EUR,,,2026-01-01\nA,2,EUR,,XBX,\n"
        assert problems(parsed(PRICES, text + rows)) == [(6, "", "exchange.row_repeated")]

    def test_refuses_a_row_without_price_and_cost(self):
        found = parsed(PRICES, "sku,price,cost,currency\nA,,,EUR\nB,,2,EUR\n")
        assert problems(found) == [(2, "price", "exchange.price_missing")]

    def test_refuses_days_in_the_wrong_order(self):
        assert problems(parsed(PRICES, HEADER + "A,1,EUR,2026-01-02,2026-01-01\n")) == [
            (2, "valid_to", "catalog.validity_reversed")
        ]

    def test_refuses_a_price_for_no_quantity(self):
        assert problems(parsed(PRICES, "sku,price,currency,per\nA,1,EUR,0\n")) == [
            (2, "per", "numbers.out_of_range")
        ]
