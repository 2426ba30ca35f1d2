"""Text files of rows: csv with any usual delimiter and encoding, and what was copied out of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple

from app.exchange.tables.cells import Rows
from app.exchange.tables.delimiter import Delimiter, detect_delimiter
from app.exchange.tables.encoding import Encoding, chosen_encoding, detect_encoding
from app.exchange.tables.files import FileEmpty
from app.exchange.tables.formula_guard import GUARD, unguarded
from app.exchange.tables.table import ROWS_AT_ONCE, Table, distinct_names
from app.kernel.errors import RuleViolation
from app.kernel.findings import Finding, Severity

if TYPE_CHECKING:
    from _csv import Reader

PASTED = "utf-8"
_ERRORS = "surrogatepass"
_LINE_END = re.compile(r"\r\n|\r|\n")


class BrokenQuotes(RuleViolation):
    """A quoted field does not end, or goes on after its closing quote."""

    code = "exchange.broken_quotes"


class _Records(NamedTuple):
    lines: Sequence[int]
    fields: list[list[str]]


@dataclass(frozen=True, slots=True)
class _Source:
    file: str
    content: bytes
    encoding: str
    delimiter: Delimiter
    header_line: int = 0
    quoted: bool = True

    def records(self) -> Iterator[_Records]:
        """Yield the rows that are not blank, from the header on, each with the line it starts on."""
        reader, lines_before = self._reader()
        while True:
            start = reader.line_num
            try:
                records = list(islice(reader, ROWS_AT_ONCE))
            except csv.Error as error:
                raise BrokenQuotes(file=self.file, line=self._broken_line()) from error
            if not records:
                return
            lines: Sequence[int] = range(start + lines_before + 1, reader.line_num + lines_before + 1)
            if len(lines) != len(records):
                lines = _starts(lines[0], records)
            yield self._from_header(_Records(lines, records))

    def _reader(self) -> tuple[Reader, int]:
        lines = _lines(self.content, self.encoding)
        if self.delimiter.declared:
            next(lines)
        reader = csv.reader(
            lines,
            delimiter=self.delimiter.sign,
            quotechar='"' if self.quoted else None,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            strict=True,
        )
        return reader, int(self.delimiter.declared)

    def _from_header(self, rows: _Records) -> _Records:
        texts = list(map("".join, rows.fields))
        if all(map(str.strip, texts)) and rows.lines[0] >= self.header_line:
            return rows
        kept = [
            (line, row)
            for line, row, text in zip(*rows, texts, strict=True)
            if text.strip() and line >= self.header_line
        ]
        return _Records([line for line, _ in kept], [row for _, row in kept])

    def _broken_line(self) -> int:
        """Return the line on which the row starts that does not end."""
        reader, lines_before = self._reader()
        start = reader.line_num
        try:
            for _record in reader:
                start = reader.line_num
        except csv.Error:
            pass
        return start + lines_before + 1


def read_csv(
    content: bytes, *, file: str, encoding: str = "", delimiter: str = "", header_line: int = 0
) -> Table:
    r"""Return the table in a text file.

    Args:
        content: The whole file.
        file: Its name for messages.
        encoding: Codec; detected where left out.
        delimiter: Sign between fields; detected where left out.
        header_line: Line the header stands on; the first that is not blank where left out.

    Raises:
        BrokenText: Unicode with bytes that are not.
        UnknownEncoding: Text in no encoding known here.
        BrokenQuotes: A quoted field does not end or goes on after its closing quote.
        FileEmpty: No row at all.
    """
    if encoding:
        detected = chosen_encoding(content, encoding, file=file)
    else:
        detected = detect_encoding(content, file=file)
    parted = _delimiter(content, detected.name, delimiter)
    source = _Source(file, content, detected.name, parted, header_line)
    return _table(source, _noticed(detected, parted))


def read_pasted(text: str, *, name: str = "", has_header: bool = True) -> Table:
    """Return the table in text copied from a spreadsheet: fields parted by tabs, or any csv.

    A spreadsheet quotes only the cells with line breaks, so quotes that do not fit are taken as they stand.

    Args:
        text: What was copied.
        name: What to call it in messages.
        has_header: The first row names the columns; else they are called ``#1``, ``#2`` ...

    Raises:
        BrokenQuotes: A quoted field does not end.
        FileEmpty: No row at all.
    """
    content = text.encode(PASTED, errors=_ERRORS)
    parted = _delimiter(content, PASTED, "\t" if "\t" in text else "")
    source = _Source(name, content, PASTED, parted)
    try:
        for _record in source.records():
            pass
    except BrokenQuotes:
        source = replace(source, quoted=False)
    return _table(source, (), has_header=has_header)


def _table(source: _Source, findings: tuple[Finding, ...], *, has_header: bool = True) -> Table:
    names = next((rows.fields[0] for rows in source.records() if rows.fields), None)
    if names is None:
        raise FileEmpty(file=source.file)
    header = distinct_names([unguarded(name) if has_header else "" for name in names])
    return Table(
        name=source.file,
        header=header,
        read=partial(_pieces, source, len(header), has_header),
        findings=findings,
        encoding=source.encoding,
        delimiter=source.delimiter.sign,
    )


def _delimiter(content: bytes, encoding: str, asked: str) -> Delimiter:
    found = detect_delimiter(_lines(content, encoding))
    return Delimiter(asked, declared=found.declared) if asked else found


def _lines(content: bytes, encoding: str) -> io.TextIOWrapper:
    # What is no text was refused before; only a paste can still hold a lone surrogate, refused with its cell.
    errors = _ERRORS if encoding == PASTED else "strict"
    return io.TextIOWrapper(io.BytesIO(content), encoding, errors, newline="")


def _noticed(encoding: Encoding, delimiter: Delimiter) -> tuple[Finding, ...]:
    found = []
    if encoding.guessed:
        found.append(
            Finding("exchange.encoding_guessed", Severity.WARNING, params={"encoding": "Windows-1252"})
        )
    if not delimiter.certain:
        found.append(Finding("exchange.delimiter_guessed", Severity.WARNING, params={"sign": delimiter.sign}))
    return tuple(found)


def _pieces(source: _Source, width: int, has_header: bool) -> Iterator[Rows]:
    is_header = has_header
    for lines, fields in source.records():
        if is_header and fields:
            lines, fields, is_header = lines[1:], fields[1:], False
        if fields:
            yield Rows(lines, _unguarded(_as_wide(fields, width)))


def _as_wide(rows: list[list[str]], width: int) -> list[list[str]]:
    """Return the rows with the trailing blanks that spreadsheets leave out."""
    if min(map(len, rows)) >= width:
        return rows
    return [row if len(row) >= width else row + [""] * (width - len(row)) for row in rows]


def _unguarded(rows: list[list[str]]) -> list[list[str]]:
    if not any(GUARD in text for text in map("".join, rows)):
        return rows
    return [[unguarded(cell) for cell in row] for row in rows]


def _starts(first: int, records: list[list[str]]) -> list[int]:
    """Return the line each record starts on where some go over several lines."""
    breaks = (sum(len(_LINE_END.findall(field)) for field in record) for record in records)
    return list(accumulate((1 + inside for inside in breaks), initial=first))[:-1]
