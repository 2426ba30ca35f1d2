"""Which cells of an xlsx sheet show their number as a percentage; the reader of its values does not say.

A cell that shows 19 % holds 0.19. Whether it shows that stands in its format, and the format in the styles.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Places = Mapping[int, frozenset[int]]
"""Columns by row, both counted from 1."""

NO_PLACES: Places = {}
_BUILT_IN = {9, 10}  # 0% and 0.00%
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_ENDING_OF_ID = "}id"
_PIECE = 2**18
# What parsers raise where a part is no XML, or a number in it none; what it says is then not known.
_DAMAGE = (ValueError, LookupError, SyntaxError, expat.ExpatError)


def percent_places(content: bytes, sheet: str) -> Places:
    """Return the cells of a sheet that are formatted as percentages; none where the file does not say.

    Args:
        content: The whole xlsx file, found harmless by `require_harmless`.
        sheet: Name of the sheet.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _places(archive, sheet)
    except _DAMAGE:
        return NO_PLACES


def _places(archive: zipfile.ZipFile, sheet: str) -> Places:
    there = set(archive.namelist())
    if not {_WORKBOOK, _RELATIONS, _STYLES} <= there:
        return NO_PLACES
    styles = _percent_styles(_root(archive, _STYLES))
    part = _part_of(archive, sheet) if styles else ""
    if part not in there:
        return NO_PLACES
    with archive.open(part) as stream:
        return _Sheet(styles).read(stream)


def is_percentage(code: str) -> bool:
    r"""Test whether a number format multiplies by a hundred: `0%` does, `0\%` and `0"%"` only look so."""
    return "%" in _LITERAL.sub("", code.partition(";")[0])


def _percent_styles(styles: Element) -> frozenset[str]:
    """Return the numbers of the cell styles whose format is a percentage."""
    formats = set(_BUILT_IN)
    for one in _all(styles, "numFmt"):
        number = int(one.get("numFmtId", "-1"))
        (formats.add if is_percentage(one.get("formatCode", "")) else formats.discard)(number)
    cells = next(_all(styles, "cellXfs"), None)
    found = enumerate(_all(cells, "xf")) if cells is not None else ()
    return frozenset(str(place) for place, xf in found if int(xf.get("numFmtId", "0")) in formats)


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the member that holds a sheet, '' where the workbook does not say."""
    wanted = next((one for one in _all(_root(archive, _WORKBOOK), "sheet") if one.get("name") == sheet), None)
    if wanted is None:
        return ""
    relation = next((value for key, value in wanted.items() if key.endswith(_ENDING_OF_ID)), "")
    for one in _root(archive, _RELATIONS):
        if one.get("Id") == relation:
            target = one.get("Target", "")
            return target[1:] if target.startswith("/") else f"xl/{target}"
    return ""


def _root(archive: zipfile.ZipFile, member: str) -> Element:
    from defusedxml.ElementTree import fromstring

    root: Element = fromstring(archive.read(member), forbid_dtd=True)
    return root


def _all(element: Element, name: str) -> Iterator[Element]:
    for space in (_MAIN, _STRICT):
        yield from element.iter(space + name)


class _Sheet:
    """Hears the cells of a sheet, which may be millions, and keeps the places of some styles."""

    def __init__(self, styles: frozenset[str]) -> None:
        self._styles = styles
        self._places: dict[int, set[int]] = {}
        self._row = self._after = 0
        self._place = ""

    def read(self, stream: IO[bytes]) -> Places:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        while piece := stream.read(_PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
        return {row: frozenset(columns) for row, columns in self._places.items()}

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            place = attributes.get("r")
            if place is None:  # it stands right of the one before
                self._after += 1
            else:
                self._place, self._after = place, 0
            if attributes.get("s") in self._styles:
                self._places.setdefault(self._row, set()).add(_column_of(self._place) + self._after)
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._place, self._after = "", 0


def _column_of(place: str) -> int:
    """Return the column of a place such as B7, counted from 1; 0 for no place."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
