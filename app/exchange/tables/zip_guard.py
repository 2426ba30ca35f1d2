"""A zipped spreadsheet is weighed before anything parses it: size, members, ratio, cells, repeated text.

The reader fills a dense grid from corner to corner and copies a shared text into every cell that names it; a
few hundred bytes can so ask for more memory than there is, which ends the process. All of it is counted
first, on a stream that never holds more than a piece.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from app.exchange.tables.kinds import FileEncrypted, Kind, NotASpreadsheet
from app.exchange.tables.sheet_weight import DoctypeFound, Weight, XmlDamaged, repeated_text, weigh
from app.kernel.errors import RuleViolation


class SpreadsheetTooHeavy(RuleViolation):
    """Unpacked, the file would be far larger than it looks: a zip bomb, or more than we take in one piece."""

    code = "exchange.spreadsheet_too_heavy"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a zipped spreadsheet may unpack to.

    Attributes:
        members: Files inside.
        unpacked: Bytes of all of them together.
        ratio: Bytes unpacked for each byte packed, asked of members over a megabyte.
        cells: Cells of the smallest grid that holds a sheet.
        text: Characters of all cells together.
    """

    members: int = 2_000
    unpacked: int = 512 * 2**20
    ratio: int = 200
    cells: int = 20_000_000
    text: int = 2**29


HOUSE_LIMITS = Limits()
_PIECE = 2**18
_SMALL = 2**20
# What the standard library raises where the bytes of an archive are not what they should be.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
_MANIFEST = "META-INF/manifest.xml"


def require_harmless(content: bytes, kind: Kind, *, file: str, limits: Limits = HOUSE_LIMITS) -> None:
    """Let a zipped spreadsheet pass if reading it takes a bounded amount of memory.

    Args:
        content: The whole file, XLSX or ODS.
        kind: Which of the two.
        file: Its name for messages.
        limits: What it may unpack to.

    Raises:
        SpreadsheetTooHeavy: Any limit is passed.
        NotASpreadsheet: The archive or a part of it is damaged.
        FileEncrypted: A part needs a password.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_small(archive.infolist(), file, limits)
            _require_open(archive, file)
            weight = weigh(_parts(archive), kind)
            if weight.repeats * weight.longest > limits.text:
                weight = weight.with_text(repeated_text(_parts(archive), weight))
    except (*_DAMAGE, XmlDamaged) as error:
        raise NotASpreadsheet(file=file, found="ZIP") from error
    except DoctypeFound as error:
        raise SpreadsheetTooHeavy(file=file, what="doctype", found=1, limit=0) from error
    _require_light(weight, file, limits)


def _require_small(members: list[zipfile.ZipInfo], file: str, limits: Limits) -> None:
    unpacked = sum(member.file_size for member in members)
    ratio = max((_ratio(member) for member in members), default=0)
    for what, found, limit in (
        ("members", len(members), limits.members),
        ("bytes", unpacked, limits.unpacked),
        ("ratio", ratio, limits.ratio),
    ):
        if found > limit:
            raise SpreadsheetTooHeavy(file=file, what=what, found=found, limit=limit)


def _ratio(member: zipfile.ZipInfo) -> int:
    return member.file_size // max(member.compress_size, 1) if member.file_size > _SMALL else 0


def _require_open(archive: zipfile.ZipFile, file: str) -> None:
    locked = any(member.flag_bits & 1 for member in archive.infolist())
    if locked or (_MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST)):
        raise FileEncrypted(file=file)


def _parts(archive: zipfile.ZipFile) -> Iterator[Iterator[bytes]]:
    """Yield each member as pieces; its length and check sum are proved by reading it to the end."""
    for member in archive.infolist():
        with archive.open(member) as stream:
            pieces = _pieces(stream)
            yield pieces
            for _rest in pieces:
                pass


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    while piece := stream.read(_PIECE):
        yield piece


def _require_light(weight: Weight, file: str, limits: Limits) -> None:
    for what, found, limit in (("cells", weight.cells, limits.cells), ("text", weight.text, limits.text)):
        if found > limit:
            raise SpreadsheetTooHeavy(file=file, what=what, found=found, limit=limit)
