"""How many cells and how much text a spreadsheet unfolds to, counted on its XML as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from xml.parsers import expat

from app.exchange.tables.kinds import Kind

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_REPEATED_ROWS = "number-rows-repeated"
_REPEATED_COLUMNS = "number-columns-repeated"
_VALUED = ("value-type", "formula")
_FAR = 2**31
_NO_ROW = "-"
_BEYOND = "ZZZZZZ"
_VALUES = {"v", "is", "f"}


class XmlDamaged(Exception):
    """A part that begins like XML is not well formed."""


class DoctypeFound(Exception):
    """A part declares a document type, which no spreadsheet needs and entity bombs are made of."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What reading the sheets would take.

    Attributes:
        cells: Cells of the largest grid from the first to the last filled corner.
        repeats: Cells that show a shared text.
        longest: Characters of the longest shared text.
        text: Characters of repeated text, as far as counted.
        lengths: Characters of each shared text.
    """

    cells: int = 0
    repeats: int = 0
    longest: int = 0
    text: int = 0
    lengths: tuple[int, ...] = ()

    def with_text(self, characters: int) -> Weight:
        """Return the weight with its repeated text counted exactly."""
        return replace(self, text=characters)


def weigh(parts: Iterable[Iterator[bytes]], kind: Kind) -> Weight:
    """Return what the parts of a zipped spreadsheet would take.

    Raises:
        XmlDamaged: A part is no well-formed XML although it begins so.
        DoctypeFound: A part declares a document type.
    """
    meter = _OdsMeter() if kind is Kind.ODS else _XlsxMeter()
    for pieces in parts:
        _parse(pieces, meter)
    return meter.weight()


def repeated_text(parts: Iterable[Iterator[bytes]], weight: Weight) -> int:
    """Return the characters that all references to shared texts stand for.

    Raises:
        XmlDamaged: A part is no well-formed XML although it begins so.
        DoctypeFound: A part declares a document type.
    """
    meter = _ReferenceMeter(weight.lengths)
    for pieces in parts:
        _parse(pieces, meter)
    return meter.characters


class _Meter:
    """Hears the XML; subclasses keep what they count."""

    def begin(self, parser: expat.XMLParserType) -> None:
        """Forget the part before and listen to this one."""
        parser.StartElementHandler = self.start

    def end_of_part(self) -> None:
        """Add up the part just heard."""

    def weight(self) -> Weight:
        """Return what was counted."""
        return Weight()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear an element begin."""

    def end(self, name: str) -> None:
        """Hear an element end."""

    def text(self, characters: str) -> None:
        """Hear some text."""


def _parse(pieces: Iterator[bytes], meter: _Meter) -> None:
    first = next(pieces, b"")
    if not first.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
        return
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    meter.begin(parser)
    try:
        parser.Parse(first, False)
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the others: an encoding nobody knows
        raise XmlDamaged(str(error)) from error
    meter.end_of_part()


def _refuse_doctype(*_declared: object) -> None:
    raise DoctypeFound


class _XlsxMeter(_Meter):
    """Every cell passes here, so it listens to texts only inside shared ones.

    A cell without a value (a border, a colour) takes no place in the reader's grid.
    """

    def __init__(self) -> None:
        self._cells = self._repeats = self._longest = 0
        self._lengths: list[int] = []
        self._names: dict[str, str] = {}

    def begin(self, parser: expat.XMLParserType) -> None:
        super().begin(parser)
        self._parser = parser
        self._row = self._column = self._last_row = self._widest = 0
        self._place: str | None = None
        self._shared = False
        self._digits = _NO_ROW
        self._columns: set[str] = set()
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._names.get(name) or self._names.setdefault(name, _local(name))
        if local == "c":
            self._place = attributes.get("r")
            self._shared = attributes.get("t") == "s"
            if self._place is None:
                self._column += 1
        elif local in _VALUES:
            self._fill(self._place)
        elif local == "row":
            self._begin_row(attributes)
        elif local == "si":
            self._length = 0
            self._parser.CharacterDataHandler = self.text
            self._parser.EndElementHandler = self.end

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = _whole(attributes["r"]) if "r" in attributes else self._row + 1
        self._digits = str(self._row)
        self._column = 0

    def _fill(self, place: str | None) -> None:
        self._repeats += self._shared
        if place is None:
            self._widest = max(self._widest, self._column)
            self._last_row = max(self._last_row, self._row)
        elif self._row > self._last_row or not self._is_known(place):
            found = _REFERENCE.fullmatch(place)
            self._columns.add(found[1] if found else _BEYOND)
            self._last_row = max(self._last_row, int(found[2]) if found else _FAR)

    def _is_known(self, place: str) -> bool:
        """Test whether the cell names its own row and a column seen before, as nearly every one does."""
        return place.endswith(self._digits) and place[: -len(self._digits)] in self._columns

    def text(self, characters: str) -> None:
        self._length += len(characters)

    def end(self, name: str) -> None:
        if self._names.get(name) == "si":
            self._lengths.append(self._length)
            self._longest = max(self._longest, self._length)
            self._parser.CharacterDataHandler = None
            self._parser.EndElementHandler = None

    def end_of_part(self) -> None:
        # A cell without a place stands right of the one before it, so both kinds of columns may add up.
        width = self._widest + max(map(_column_number, self._columns), default=0)
        self._cells = max(self._cells, self._last_row * width)

    def weight(self) -> Weight:
        return Weight(self._cells, self._repeats, self._longest, 0, tuple(self._lengths))


class _ReferenceMeter(_Meter):
    def __init__(self, lengths: tuple[int, ...]) -> None:
        self.characters = 0
        self._lengths = lengths
        self._shared = False
        self._number = ""

    def begin(self, parser: expat.XMLParserType) -> None:
        super().begin(parser)
        parser.CharacterDataHandler = self.text
        parser.EndElementHandler = self.end

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "c":
            self._shared = attributes.get("t") == "s"
        self._number = ""

    def text(self, characters: str) -> None:
        if self._shared:
            self._number += characters

    def end(self, name: str) -> None:
        if self._shared:
            place = _whole(self._number.strip())
            self.characters += self._lengths[place] if place < len(self._lengths) else 0
        self._number = ""


class _OdsMeter(_Meter):
    def __init__(self) -> None:
        self._cells = self._text = 0
        self._forget()

    def begin(self, parser: expat.XMLParserType) -> None:
        super().begin(parser)
        parser.CharacterDataHandler = self.text
        parser.EndElementHandler = self.end
        self._forget()

    def _forget(self) -> None:
        self._rows = self._filled_rows = self._repeat = self._across = 0
        self._width = self._widest = 0
        self._heavy = 0
        self._row_text = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "table":
            self.end_of_part()
            self._forget()
        elif local == "table-row":
            self._repeat = _whole(_attribute(attributes, _REPEATED_ROWS, "1"))
            self._across = self._width = self._row_text = 0
        elif local in {"table-cell", "covered-table-cell"}:
            self._heavy = _whole(_attribute(attributes, _REPEATED_COLUMNS, "1"))
            self._across += self._heavy
            if any(_attribute(attributes, valued) for valued in _VALUED):
                self._width = self._across

    def text(self, characters: str) -> None:
        if self._heavy and characters.strip():
            self._width = self._across
            self._row_text += len(characters) * self._heavy

    def end(self, name: str) -> None:
        local = _local(name)
        if local == "table-row":
            self._rows += self._repeat
            if self._width:
                self._filled_rows = self._rows
                self._widest = max(self._widest, self._width)
                self._text += self._row_text * self._repeat
        elif local in {"table-cell", "covered-table-cell"}:
            self._heavy = 0

    def end_of_part(self) -> None:
        self._cells = max(self._cells, self._filled_rows * self._widest)

    def weight(self) -> Weight:
        return Weight(cells=self._cells, text=self._text)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _attribute(attributes: dict[str, str], name: str, default: str = "") -> str:
    return next((value for key, value in attributes.items() if _local(key) == name), default)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(_FAR)) else _FAR


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
