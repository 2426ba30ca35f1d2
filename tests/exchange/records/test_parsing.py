from decimal import Decimal

import pytest

from app.exchange.records.lines import LINES
from app.exchange.records.parsing import Told, parse
from app.exchange.records.prices import PRICES
from app.exchange.records.products import PRODUCTS
from app.exchange.records.source import Source
from tests.support.imports import a_table, parsed, source_of


class TestParse:
    def test_reads_the_plain_file_of_a_price_list(self):
        found = parsed(
            PRODUCTS, "sku,name,price,currency,tax\nA-1,Anvil,100.00,EUR,19\nB-2,Bolt,0.333,EUR,19\n"
        )
        assert [(row.line, row.sku, row.price, row.tax.percent) for row in found.rows] == [
            (2, "A-1", Decimal(100), Decimal(19)),
            (3, "B-2", Decimal("0.333"), Decimal(19)),
        ]
        assert (found.findings, found.faulty) == ((), 0)

    def test_names_every_column_that_is_missing(self):
        found = parsed(PRODUCTS, "sku,tax\nA,19\n")
        assert [(f.code, f.where) for f in found.findings] == [
            ("exchange.column_missing", "name"),
            ("exchange.column_missing", "price"),
            ("exchange.column_missing", "currency"),
        ]
        assert found.rows == ()

    def test_needs_one_of_two_columns(self):
        assert parsed(PRICES, "sku,currency\nA,EUR\n").findings[0].where == "price"
        assert parsed(PRICES, "sku,currency,cost\nA,EUR,1\n").findings == ()

    def test_asks_for_the_decimal_sign_and_reads_nothing(self):
        found = parsed(LINES, "sku;quantity\nA;1.234\n")
        assert [(f.code, f.where) for f in found.findings] == [("exchange.decimal_sign_unclear", "quantity")]
        assert found.rows == ()

    @pytest.mark.parametrize(("sign", "quantity"), [(".", "1.234"), (",", "1234")])
    def test_follows_the_answer(self, sign, quantity):
        (row,) = parsed(LINES, "sku;quantity\nA;1.234\n", Told(decimal=sign)).rows
        assert row.quantity == Decimal(quantity)

    def test_refuses_numbers_that_are_written_otherwise_than_told(self):
        assert parsed(LINES, "sku;quantity\nA;1,5\n", Told(decimal=".")).faulty == 1
        assert parsed(LINES, "sku;quantity\nA;1.5\n", Told(decimal=",")).faulty == 1

    def test_proof_in_a_late_row_decides_for_the_first(self):
        rows = "".join(f"S{n};1.500\n" for n in range(5000))
        found = parsed(LINES, "sku;quantity\n" + rows + "Z;0,5\n")
        assert {row.quantity for row in found.rows} == {Decimal(1500), Decimal("0.5")}
        assert found.faulty == 0

    def test_each_column_proves_its_own_form(self):
        (row,) = parsed(PRODUCTS, "sku;name;price;currency;cost\nA;x;1.234,56;EUR;1,234.56\n").rows
        assert (row.price, row.cost) == (Decimal("1234.56"), Decimal("1234.56"))

    def test_reads_dates_in_the_order_told(self):
        text = "sku,price,currency,valid_from\nA,1,EUR,1/2/2026\n"
        assert parsed(PRICES, text).findings[0].code == "exchange.date_order_unclear"
        assert parsed(PRICES, text, Told(order="dmy")).rows[0].valid_from.month == 2

    def test_reports_progress_and_can_be_stopped(self):
        seen = []
        table = a_table("sku,quantity\n" + "A,1\n" * 5000)
        parse(LINES, source_of(table), progress=seen.append)
        assert seen == [4095, 5000]

        class Stop(Exception):
            pass

        def stop(_rows):
            raise Stop

        with pytest.raises(Stop):
            parse(LINES, source_of(table), progress=stop)

    def test_refuses_a_source_that_names_no_fields(self):
        with pytest.raises(ValueError, match="colour"):
            parse(LINES, Source("f", ("sku", "quantity", "colour"), lambda: iter(())))

    def test_reads_a_file_without_rows(self):
        assert parsed(LINES, "sku,quantity\n").rows == ()
