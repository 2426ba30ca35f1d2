"""Builders for files that come in: workbooks as a person saves them, and as nobody should."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_FRAME = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHEET_TYPE}.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook {_MAIN} xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
}


def a_workbook(*rows: Sequence[object]) -> bytes:
    """Return an xlsx file as a spreadsheet program saves it, its rows from the first on."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet("Prices")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return stream.getvalue()


def an_xlsx_of(rows: str, strings: str = "", **more: bytes) -> bytes:
    """Return an xlsx file of the rows' raw XML: what no spreadsheet program writes, but anybody can."""
    parts: dict[str, str | bytes] = {
        **_FRAME,
        "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{strings}</sst>",
        **more,
    }
    return a_zip(parts)


def an_ods_of(rows: str) -> bytes:
    """Return an ods file of the rows' raw XML."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return a_zip({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def a_zip(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of these members; the first is not compressed, as ODS wants it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, (name, text) in enumerate(parts.items()):
            archive.writestr(name, text, zipfile.ZIP_DEFLATED if place else zipfile.ZIP_STORED)
    return stream.getvalue()


def an_xls_of(*records: tuple[int, bytes], name: str = "Workbook", size: int = 4096) -> bytes:
    """Return an old Excel file of these records, of this size at least."""
    stream = b"".join(struct.pack("<HH", kind, len(given)) + given for kind, given in records)
    return an_ole(name, stream.ljust(size, b"\0"))


def an_ole(name: str, stream: bytes) -> bytes:
    """Return an OLE file with one stream: sector 0 the table, 1 the directory, from 2 on the stream.

    A stream under 4 KB lies in pieces of 64 bytes: their table in sector 2, the pieces from 3 on.
    """
    is_short = len(stream) < 4096
    sectors = [stream[at : at + 512].ljust(512, b"\0") for at in range(0, len(stream), 512)]
    if is_short:
        pieces = len(sectors) * 8
        sectors = [_numbers([*range(1, pieces), _END]), *sectors]
    chain = [*range(4 if is_short else 3, len(sectors) + 2), _END]
    table = [_TABLE, _END, *([_END] if is_short else []), *chain]
    root = _entry("Root Entry", 5, 3 if is_short else _END, len(stream) if is_short else 0)
    found = _entry(name, 2, 0 if is_short else 2, len(stream))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, 2 if is_short else _END, int(is_short), _END, 0),
    )
    header += struct.pack("<I", 0) + b"\xff" * 4 * 108
    return header + _numbers(table) + (root + found).ljust(512, b"\0") + b"".join(sectors)


_END, _TABLE = 0xFFFFFFFE, 0xFFFFFFFD


def _numbers(numbers: Sequence[int]) -> bytes:
    return b"".join(struct.pack("<I", number) for number in numbers).ljust(512, b"\xff")


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le").ljust(64, b"\0")
    return (
        text
        + struct.pack("<HBB", len(name) * 2 + 2, kind, 1)
        + b"\xff" * 12
        + bytes(36)
        + struct.pack("<III", start, size, 0)
    )
