from decimal import Decimal

import pytest

from app.exchange.records.exporting import sheet_of
from app.exchange.records.nouns import NOUNS
from app.exchange.records.parsing import parse
from app.exchange.tables.reading import read_table
from app.exchange.tables.writing import write_table
from tests.support.imports import parsed, source_of

FILES = {
    "products": (
        "sku,name,price,currency,tax,cost,name[de],description[fr],sell_from\n"
        '-A,=1+1,12.25,EUR,reduced 7,,Amboss,"a\nb",2026-01-01\n'
        "'=B,'x,1.234,USD,19,2,,,\n"
    ),
    "prices": "sku,price,currency,valid_from,valid_to,per\nA,1.2345,EUR,2026-01-01,,100\n",
    "offers": ('code,percent,amount[EUR],skus,min_quantity\nV,5,,"A;""B;1""",11\nW,,2.25,,\n'),
    "customers": (
        "reference,name,country,subdivision,tax_id,email,active\n007,Acme,US,CA,DE136695976;12345,,no\n"
    ),
    "lines": "sku,quantity,optional,discount\nA,1.5,yes,0\n",
}


class TestSheetOf:
    @pytest.mark.parametrize("ending", [".csv", ".xlsx"])
    @pytest.mark.parametrize("name", FILES)
    def test_reads_back_the_same_rows(self, tmp_path, name, ending):
        noun = NOUNS[name]
        rows = parsed(noun, FILES[name]).rows
        assert rows

        write_table(tmp_path / f"x{ending}", sheet_of(noun, rows))
        again = parse(noun, source_of(read_table(tmp_path / f"x{ending}")))

        assert again.findings == ()
        assert again.problems == ()
        assert [row[1:] for row in again.rows] == [row[1:] for row in rows]

    def test_writes_no_column_that_is_only_for_reading(self):
        assert "currency" not in sheet_of(NOUNS["offers"], ()).header

    def test_writes_a_column_for_each_language_that_occurs(self):
        rows = parsed(NOUNS["products"], FILES["products"]).rows
        sheet = sheet_of(NOUNS["products"], rows)
        assert [name for name in sheet.header if "[" in name] == ["name[de]", "description[fr]"]
        assert next(iter(sheet.rows))[2] == Decimal("12.25")
