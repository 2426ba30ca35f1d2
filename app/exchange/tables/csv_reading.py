"""Text files of rows: csv with any usual delimiter and encoding, and what was copied out of a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from app.exchange.tables.cells import Rows
from app.exchange.tables.delimiter import Delimiter, detect_delimiter
from app.exchange.tables.encoding import Encoding, chosen_encoding, detect_encoding
from app.exchange.tables.files import FileEmpty
from app.exchange.tables.formula_guard import GUARD, unguarded
from app.exchange.tables.table import ROWS_AT_ONCE, Table, distinct_names
from app.kernel.errors import RuleViolation
from app.kernel.findings import Finding, Severity

PASTED = "utf-8"
_ERRORS = "surrogatepass"


class BrokenQuotes(RuleViolation):
    """A quoted field does not end, or goes on after its closing quote."""

    code = "exchange.broken_quotes"


@dataclass(frozen=True, slots=True)
class _Source:
    file: str
    content: bytes
    encoding: str
    delimiter: Delimiter
    header_line: int = 0
    quoted: bool = True

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row that is not blank with the line it starts on."""
        lines = _lines(self.content, self.encoding)
        if self.delimiter.declared:
            next(lines)
        quote = '"' if self.quoted else None
        reader = csv.reader(
            lines,
            delimiter=self.delimiter.sign,
            quotechar=quote,
            quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
            strict=True,
        )
        offset = 2 if self.delimiter.declared else 1
        start = offset
        try:
            for record in reader:
                if "".join(record).strip():
                    yield start, record
                start = reader.line_num + offset
        except csv.Error as error:
            raise BrokenQuotes(file=self.file, line=start) from error


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


def read_pasted(text: str, *, name: str = "") -> Table:
    """Return the table in text copied from a spreadsheet: fields parted by tabs, or any csv.

    A spreadsheet quotes only the cells with line breaks, so quotes that do not fit are taken as they stand.

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
    return _table(source, ())


def _table(source: _Source, findings: tuple[Finding, ...]) -> Table:
    names = next((record for line, record in source.records() if line >= source.header_line), None)
    if names is None:
        raise FileEmpty(file=source.file)
    header = distinct_names([unguarded(name) for name in names])
    return Table(
        name=source.file,
        header=header,
        read=partial(_pieces, source, len(header)),
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


def _pieces(source: _Source, width: int) -> Iterator[Rows]:
    records = (pair for pair in source.records() if pair[0] >= source.header_line)
    next(records, None)  # the header
    while taken := list(islice(records, ROWS_AT_ONCE)):
        lines, cells = map(list, zip(*taken, strict=True))
        if any(GUARD in "".join(record) for record in cells):
            cells = [[unguarded(cell) for cell in record] for record in cells]
        for record in cells:
            if len(record) < width:  # spreadsheets leave trailing blanks out
                record.extend([""] * (width - len(record)))
        yield Rows(lines, cells)
