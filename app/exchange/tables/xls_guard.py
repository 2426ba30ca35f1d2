"""An old Excel workbook is looked through before it is parsed.

A damaged row or column would make the reader ask for more memory than there is, which ends the process. The
format has 65,536 rows and 256 columns, so a place beyond them is damage.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from app.exchange.tables.kinds import FileEncrypted, NotASpreadsheet
from app.exchange.tables.ole import OleDamaged, stream_named

_STREAMS = ("WORKBOOK", "BOOK")
_ROWS, _COLUMNS = 65_536, 256
_PASSWORD, _SHEET, _DIMENSIONS, _SEVERAL = 0x002F, 0x0085, 0x0200, 0x00BD
# Records that fill a cell: its row, then its column, in their first four bytes.
_CELLS = frozenset({0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0206, 0x0406, 0x027E, _SEVERAL})
_PLACE, _OLD_BOUNDS, _BOUNDS = 4, 10, 14


def require_in_bounds(content: bytes, *, file: str) -> None:
    """Let an old workbook pass if every cell lies where a cell can.

    Args:
        content: The whole file.
        file: Its name for messages.

    Raises:
        NotASpreadsheet: It is damaged.
        FileEncrypted: It is behind a password.
    """
    try:
        stream = stream_named(content, _STREAMS)
    except OleDamaged as error:
        raise NotASpreadsheet(file=file, found="XLS") from error
    seen: set[int] = set()
    waiting = [0]
    while waiting:
        for kind, at, length in _records(stream, waiting.pop(), seen):
            if kind == _PASSWORD:
                raise FileEncrypted(file=file)
            if kind == _SHEET and length >= _PLACE:
                waiting += unpack_from("<I", stream, at)
            if not _is_in_bounds(stream, kind, at, length):
                raise NotASpreadsheet(file=file, found="XLS")


def _records(stream: bytes, start: int, seen: set[int]) -> Iterator[tuple[int, int, int]]:
    """Yield kind, place and length of the records from here on, as far as none was there before."""
    at = start
    while at + _PLACE <= len(stream) and at not in seen:
        seen.add(at)
        kind, length = unpack_from("<HH", stream, at)
        at += _PLACE
        if at + length > len(stream):
            return
        yield kind, at, length
        at += length


def _is_in_bounds(stream: bytes, kind: int, at: int, length: int) -> bool:
    if kind == _DIMENSIONS and length >= _BOUNDS:
        first_row, last_row, _, last_column = unpack_from("<IIHH", stream, at)
        return bool(first_row <= last_row <= _ROWS and last_column <= _COLUMNS)
    if kind == _DIMENSIONS and length >= _OLD_BOUNDS:
        first_row, last_row, _, last_column = unpack_from("<HHHH", stream, at)
        return bool(first_row <= last_row and last_column <= _COLUMNS)
    if kind not in _CELLS or length < _PLACE:
        return True
    last = unpack_from("<H", stream, at + length - 2)[0] if kind == _SEVERAL else 0
    return bool(max(unpack_from("<H", stream, at + 2)[0], last) < _COLUMNS)
