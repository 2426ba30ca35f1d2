from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.tables.files import FileUnreadable, SourceFile
from app.exchange.tables.kinds import NotASpreadsheet
from app.exchange.tables.reading import Choices, read_table, table_of
from app.kernel.errors import AppError
from tests.support.spreadsheets import a_workbook, an_ods_of

CELL = '<table:table-cell office:value-type="float" office:value="1"/>'
WHOLE = [
    a_workbook(["sku", "price"], ["A-1", 1.5]),
    an_ods_of(f"<table:table-row>{CELL}</table:table-row>"),
    b'sku;name\nA;"x""y"\n',
    "a,b\nä,ü\n".encode("utf-16"),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
]
places = st.floats(0, 1, exclude_max=True)
wounds = st.lists(st.tuples(places, st.integers(0, 12), st.binary(max_size=8)), min_size=1, max_size=6)


class TestDamagedFiles:
    @settings(max_examples=300)
    @given(content=st.sampled_from(WHOLE), wounds=wounds)
    def test_are_read_or_refused_by_name(self, content, wounds):
        for where, gone, instead in wounds:
            at = int(where * len(content))
            content = content[:at] + instead + content[at + gone :]
        named = "f"
        try:
            for _piece in table_of(SourceFile("f", Path(), content)).read():
                pass
        except AppError as refusal:
            named = refusal.params["file"]
        assert named == "f"


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
