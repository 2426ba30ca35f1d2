"""What a file is, by its first bytes and not by its ending."""

from __future__ import annotations

import re
from enum import StrEnum

from app.kernel.errors import RuleViolation


class Kind(StrEnum):
    """The kinds of table files that can be read."""

    TEXT = "text"
    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"


class NotASpreadsheet(RuleViolation):
    """The file is something else, or damaged."""

    code = "exchange.not_a_spreadsheet"


class FileEncrypted(RuleViolation):
    """The spreadsheet is protected by a password."""

    code = "exchange.file_encrypted"


_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "ELF"),
    (b"{\\rtf", "RTF"),
)
_MARKUP = re.compile(rb"\s*<\s*(?:!doctype\s+|\?)?(html|xml|table)\b", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_SAMPLE = 4096


def kind_of(content: bytes, *, file: str) -> Kind:
    """Return what the bytes are.

    Args:
        content: The whole file.
        file: Its name for messages.

    Raises:
        NotASpreadsheet: A PDF, a picture, a web page, an archive, a program ...
        FileEncrypted: A spreadsheet behind a password.
    """
    if content.startswith(_ZIP):
        return _zipped(content, file)
    if content.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content:
            raise FileEncrypted(file=file)
        return Kind.XLS
    for start, found in _OTHERS:
        if content.startswith(start):
            raise NotASpreadsheet(file=file, found=found)
    if markup := _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")[:_SAMPLE]):
        raise NotASpreadsheet(file=file, found=markup[1].decode().upper())
    if _is_binary(content[:_SAMPLE]):
        raise NotASpreadsheet(file=file, found="binary")
    return Kind.TEXT


def _zipped(content: bytes, file: str) -> Kind:
    # The names stand uncompressed in the archive; whether it is whole is the guard's question.
    if b"workbook.xml" in content:
        return Kind.XLSX
    if b"application/vnd.oasis.opendocument.spreadsheet" in content:
        return Kind.ODS
    raise NotASpreadsheet(file=file, found="XLSB" if b"xl/workbook.bin" in content else "ZIP")


def _is_binary(sample: bytes) -> bool:
    """Test for zero bytes that are no UTF-16 text: in neither all even nor all odd places."""
    if b"\0" not in sample or sample.startswith(_WIDE):
        return False
    return bool(sample[::2].count(0) and sample[1::2].count(0))
