import pytest

from app.exchange.tables.files import FileUnreadable
from app.exchange.tables.kinds import NotASpreadsheet
from app.exchange.tables.reading import Choices, read_table
from tests.support.spreadsheets import a_workbook


class TestReadTable:
    def test_goes_by_content_not_by_ending(self, tmp_path):
        (tmp_path / "a.csv").write_bytes(a_workbook(["sku"], ["A-1"]))
        (tmp_path / "b.xlsx").write_bytes(b"sku;name\nA;one\n")

        assert read_table(tmp_path / "a.csv").sheet == "Prices"
        assert read_table(tmp_path / "b.xlsx").delimiter == ";"

    def test_follows_what_was_chosen(self, tmp_path):
        (tmp_path / "a.csv").write_bytes(b"x\na,b;c\n")
        table = read_table(tmp_path / "a.csv", Choices(delimiter=";", header_line=2, encoding="cp1252"))
        assert (table.header, table.encoding) == (("a,b", "c"), "cp1252")

    def test_names_the_file_it_cannot_read(self, tmp_path):
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
        with pytest.raises(NotASpreadsheet) as refusal:
            read_table(tmp_path / "a.pdf")
        assert refusal.value.params["file"] == "a.pdf"
        with pytest.raises(FileUnreadable):
            read_table(tmp_path / "none.csv")
