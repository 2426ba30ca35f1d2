import zipfile

import pytest

from app.exchange.tables.kinds import FileEncrypted, Kind, NotASpreadsheet
from app.exchange.tables.zip_guard import HOUSE_LIMITS, Limits, SpreadsheetTooHeavy, require_harmless
from tests.support.spreadsheets import a_workbook, a_zip, an_ods_of, an_xlsx_of

BOOK = a_workbook(["sku", "price"], ["A-1", 1.5])


def refusal(content: bytes, kind: Kind = Kind.XLSX, limits: Limits = HOUSE_LIMITS) -> dict[str, object]:
    with pytest.raises(SpreadsheetTooHeavy) as raised:
        require_harmless(content, kind, file="f.xlsx", limits=limits)
    return raised.value.params


class TestRequireHarmless:
    def test_lets_a_workbook_pass(self):
        require_harmless(BOOK, Kind.XLSX, file="f.xlsx")

    def test_refuses_a_bomb_by_its_size(self):
        bomb = an_xlsx_of("", **{"xl/media/a": b"\0" * 2_000_000})
        found = refusal(bomb, limits=Limits(unpacked=2_000_000))
        assert (found["file"], found["what"]) == ("f.xlsx", "bytes")

    def test_refuses_a_bomb_by_its_ratio(self):
        assert refusal(an_xlsx_of("<!--" + " " * 2**21 + "-->"))["what"] == "ratio"

    def test_refuses_a_bomb_by_its_members(self):
        assert refusal(a_zip({f"{n}": "" for n in range(5)}), limits=Limits(members=4))["what"] == "members"

    def test_takes_members_up_to_the_limit(self):
        require_harmless(a_zip({f"{n}": "" for n in range(4)}), Kind.XLSX, file="f", limits=Limits(members=4))

    def test_refuses_two_cells_in_far_corners(self):
        rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        assert refusal(an_xlsx_of(rows)) == {
            "file": "f.xlsx",
            "what": "cells",
            "found": 1_048_576 * 16_384,
            "limit": 20_000_000,
        }

    def test_refuses_a_shared_text_in_too_many_cells(self):
        rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 101))
        book = an_xlsx_of(rows, "<si><t>" + "x" * 50 + "</t></si>")
        require_harmless(book, Kind.XLSX, file="f", limits=Limits(text=5_000))
        assert refusal(book, limits=Limits(text=4_999))["what"] == "text"

    def test_does_not_hold_one_long_text_against_many_short_ones(self):
        rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c></row>' for n in range(1, 101))
        book = an_xlsx_of(rows, "<si><t>" + "x" * 500 + "</t></si><si><t>ab</t></si>")
        require_harmless(book, Kind.XLSX, file="f", limits=Limits(text=200))

    def test_refuses_declared_entities(self):
        entities = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
        assert refusal(an_xlsx_of("", **{"xl/styles.xml": entities.encode()}))["what"] == "doctype"

    def test_refuses_repeated_cells_of_an_ods(self):
        cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"/>'
        row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
        assert refusal(an_ods_of(row), Kind.ODS)["what"] == "cells"

    def test_refuses_a_damaged_archive(self):
        with pytest.raises(NotASpreadsheet):
            require_harmless(BOOK[: len(BOOK) // 2], Kind.XLSX, file="f")

    def test_refuses_a_member_whose_bytes_are_not_what_was_packed(self):
        damaged = an_xlsx_of("", **{"xl/media/a": bytes(range(256)) * 8})
        at = damaged.index(b"xl/media/a") + 40
        with pytest.raises(NotASpreadsheet):
            require_harmless(damaged[:at] + b"\xff\xff" + damaged[at + 2 :], Kind.XLSX, file="f")

    def test_refuses_xml_that_is_none(self):
        with pytest.raises(NotASpreadsheet):
            require_harmless(an_xlsx_of("<row>"), Kind.XLSX, file="f")

    def test_says_when_a_member_needs_a_password(self):
        locked = bytearray(BOOK)
        for name in (b"PK\x01\x02", b"PK\x03\x04"):
            at = locked.index(name) + (8 if name[2] == 1 else 6)
            locked[at] |= 1
        with pytest.raises(FileEncrypted):
            require_harmless(bytes(locked), Kind.XLSX, file="f")

    def test_says_when_an_ods_needs_a_password(self):
        locked = a_zip({"mimetype": "m", "META-INF/manifest.xml": "<a><encryption-data/></a>"})
        with pytest.raises(FileEncrypted):
            require_harmless(locked, Kind.ODS, file="f")

    def test_reads_only_what_the_archive_declares(self):
        """A header that lies about the length fails the check sum instead of unpacking more."""
        lying = bytearray(an_xlsx_of("", **{"xl/media/a": b"a" * 5000}))
        at = lying.index(b"xl/media/a", lying.index(b"PK\x01\x02")) - 22
        assert int.from_bytes(lying[at : at + 4], "little") == 5000
        lying[at : at + 4] = (10).to_bytes(4, "little")
        assert zipfile.is_zipfile(__import__("io").BytesIO(bytes(lying)))
        with pytest.raises(NotASpreadsheet):
            require_harmless(bytes(lying), Kind.XLSX, file="f")
