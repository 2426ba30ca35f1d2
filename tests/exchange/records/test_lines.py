from decimal import Decimal

import pytest

from app.exchange.records.lines import LINES
from tests.support.imports import parsed, problems


class TestLines:
    def test_reads_a_line(self):
        (row,) = parsed(
            LINES, "sku,quantity,unit,price,discount,group,optional\nA,10,Std,9.95,5 %,Work,x\n"
        ).rows
        assert row == (2, "A", Decimal(10), "HUR", Decimal("9.95"), Decimal(5), "Work", True)

    def test_leaves_to_the_price_list_what_is_not_said(self):
        (row,) = parsed(LINES, "sku,quantity\nA,10\n").rows
        assert (row.price, row.discount, row.optional) == (None, None, False)

    def test_takes_the_same_product_twice(self):
        assert len(parsed(LINES, "sku,quantity\nA,1\nA,2\n").rows) == 2

    @pytest.mark.parametrize("quantity", ["0", "-1", "1e999", "NaN", "", "ten", "0.0000001"])
    def test_refuses_what_is_no_quantity(self, quantity):
        found = parsed(LINES, f"sku,quantity\nA,{quantity}\nB,1.5\n")
        assert [(line, column) for line, column, _ in problems(found)] == [(2, "quantity")]
        assert len(found.rows) == 1

    def test_refuses_a_discount_of_more_than_everything(self):
        assert problems(parsed(LINES, "sku,quantity,discount\nA,1,101 %\nB,1,100\n")) == [
            (2, "discount", "numbers.out_of_range")
        ]
