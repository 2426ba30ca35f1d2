from decimal import Decimal

import pytest

from app.exchange.mapping.pasting import pasted_lines
from app.exchange.records.parsing import Told
from app.exchange.tables.files import FileEmpty
from tests.support.imports import problems


def lines(text, **told):
    return [
        (row.line, row.sku, row.quantity, row.price) for row in pasted_lines(text, told=Told(**told)).rows
    ]


class TestPastedLines:
    def test_reads_sku_quantity_and_price_without_a_heading(self):
        assert lines("A-1\t2\t9.95\nB-2\t1.5\t\n") == [
            (1, "A-1", Decimal(2), Decimal("9.95")),
            (2, "B-2", Decimal("1.5"), None),
        ]

    def test_reads_a_heading_in_any_order(self):
        assert lines("Menge\tArtikel\n2\tA-1\n") == [(2, "A-1", Decimal(2), None)]

    def test_takes_one_of_each_where_there_are_only_skus(self):
        assert lines("A-1\nB-2") == [(1, "A-1", Decimal(1), None), (2, "B-2", Decimal(1), None)]

    def test_reads_numbers_as_the_cells_prove_and_else_as_the_person_writes(self):
        assert lines("A\t1,5", decimal=".") == [(1, "A", Decimal("1.5"), None)]
        assert lines("A\t1.234", decimal=",") == [(1, "A", Decimal(1234), None)]
        assert lines("A\t1.234", decimal=".") == [(1, "A", Decimal("1.234"), None)]

    def test_asks_where_nobody_says_how_numbers_are_written(self):
        assert pasted_lines("A\t1.234").findings[0].code == "exchange.decimal_sign_unclear"

    def test_loses_no_row(self):
        found = pasted_lines("A-1\t2\nB-2\tmany\nC-3\t-1\n")
        assert [row.sku for row in found.rows] == ["A-1"]
        assert [(line, column) for line, column, _ in problems(found)] == [(2, "quantity"), (3, "quantity")]

    def test_refuses_blanks(self):
        with pytest.raises(FileEmpty):
            pasted_lines("\n")
