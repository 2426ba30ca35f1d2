import json
from decimal import Decimal

import pytest

from app.exchange.tables.atomic import FileExists
from app.exchange.tables.reading import read_table
from app.exchange.tables.sheet import Sheet
from app.exchange.tables.writing import UnknownEnding, write_table

SHEET = Sheet("Prices", ("sku", "price"), (("A-1", Decimal("1.5")),))


class TestWriteTable:
    @pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "A.CSV"])
    def test_writes_by_the_ending(self, tmp_path, name):
        write_table(tmp_path / name, SHEET)
        table = read_table(tmp_path / name)
        assert table.header == ("sku", "price")
        assert [list(map(str, row)) for row in table.first(9).cells] == [["A-1", "1.5"]]

    def test_writes_rows_as_records(self, tmp_path):
        write_table(tmp_path / "a.json", SHEET)
        assert json.loads((tmp_path / "a.json").read_text()) == [{"sku": "A-1", "price": "1.5"}]

    def test_writes_records_with_parts(self, tmp_path):
        write_table(tmp_path / "a.json", SHEET, [{"lines": []}])
        assert json.loads((tmp_path / "a.json").read_text()) == [{"lines": []}]

    def test_refuses_other_endings(self, tmp_path):
        with pytest.raises(UnknownEnding):
            write_table(tmp_path / "a.pdf", SHEET)

    def test_replaces_only_when_told(self, tmp_path):
        write_table(tmp_path / "a.csv", SHEET)
        with pytest.raises(FileExists):
            write_table(tmp_path / "a.csv", SHEET)
        write_table(tmp_path / "a.csv", SHEET, overwrite=True)
