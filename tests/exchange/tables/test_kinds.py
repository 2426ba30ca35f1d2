import pytest

from app.exchange.tables.kinds import FileEncrypted, Kind, NotASpreadsheet, kind_of
from tests.support.spreadsheets import a_workbook, a_zip, an_ods_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class TestKindOf:
    @pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
    def test_sees_text_in_any_encoding(self, codec):
        assert kind_of("sku;name\nA-1;Größe\n".encode(codec), file="f") is Kind.TEXT

    def test_sees_spreadsheets_by_their_content(self):
        assert kind_of(a_workbook(["sku"]), file="f.csv") is Kind.XLSX
        assert kind_of(an_ods_of(""), file="f") is Kind.ODS
        assert kind_of(a_zip({"[Content_Types].xml": "", "xl\\workbook.xml": ""}), file="f") is Kind.XLSX
        assert kind_of(OLE + b"\0" * 600, file="f") is Kind.XLS

    def test_says_when_a_spreadsheet_has_a_password(self):
        with pytest.raises(FileEncrypted):
            kind_of(OLE + b"\0" * 64 + "EncryptedPackage".encode("utf-16-le"), file="f")

    @pytest.mark.parametrize(
        ("content", "found"),
        [
            (b"%PDF-1.7", "PDF"),
            (b"\x89PNG\r\n", "PNG"),
            (b"\xff\xd8\xff\xe0", "JPEG"),
            (b"\x1f\x8b\x08", "GZIP"),
            (b"<html><table>", "HTML"),
            (b"<!DOCTYPE html>", "HTML"),
            (b'\xef\xbb\xbf  <?xml version="1.0"?>', "XML"),
            (b"SQLite format 3\0", "SQLite"),
            (b"\x7fELF\x02\x01", "ELF"),
            (b"ab\0\0\0\1cd", "binary"),
            (a_zip({"a.txt": "a"}), "ZIP"),
            (a_zip({"xl/workbook.bin": "a"}), "XLSB"),
        ],
    )
    def test_names_what_is_no_spreadsheet(self, content, found):
        with pytest.raises(NotASpreadsheet) as refusal:
            kind_of(content, file="f.xlsx")
        assert refusal.value.params == {"file": "f.xlsx", "found": found}

    def test_takes_markup_inside_a_table_as_text(self):
        assert kind_of(b"name\n<img src=file:///etc/passwd>\n", file="f") is Kind.TEXT
