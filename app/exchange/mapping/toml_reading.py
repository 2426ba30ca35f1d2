"""Mappings from TOML; every mistake is named with the key it stands at."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as Pairs
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from app.exchange.mapping.mapping import Collect, Condition, Filter, Join, Mapping, Take, Unmatched
from app.exchange.records.nouns import NOUNS
from app.exchange.records.parsing import Told
from app.exchange.tables.encoding import detect_encoding
from app.exchange.tables.files import read_file
from app.exchange.tables.reading import Choices
from app.exchange.values.dates import DAY_FIRST, MONTH_FIRST
from app.exchange.values.number_form import COMMA, POINT
from app.kernel.errors import AppError, RuleViolation
from app.kernel.exact import plain
from app.kernel.numbers import parse_number

FORMAT = 1
LARGEST = 2**20

_T = TypeVar("_T")


class MappingUnreadable(RuleViolation):
    """The file is no TOML."""

    code = "exchange.mapping_unreadable"


class MappingMistaken(RuleViolation):
    """Something in a mapping is missing, unknown or of the wrong kind."""

    code = "exchange.mapping_mistaken"


def read_mapping(path: Path) -> Mapping:
    """Return the mapping in a TOML file.

    Raises:
        MappingUnreadable: No TOML.
        MappingMistaken: A key is missing, unknown or holds the wrong kind of value.
        AppError: The file cannot be read (see `read_file`).
    """
    source = read_file(path, largest=LARGEST)
    encoding = detect_encoding(source.content, file=source.name)
    return mapping_of(source.content.decode(encoding.name), file=source.name)


def mapping_of(text: str, *, file: str = "") -> Mapping:
    """Return the mapping a TOML text says.

    Args:
        text: See docs/examples.
        file: Its name for messages.

    Raises:
        MappingUnreadable: No TOML.
        MappingMistaken: A key is missing, unknown or holds the wrong kind of value.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MappingUnreadable(file=file, reason=str(error)) from error
    top = _Table(file, "", content)
    if top.take("format", int) != FORMAT:
        top.wrong("format", "1")
    noun = top.one_of("noun", tuple(NOUNS))
    reading = top.table("reading")
    mapping = Mapping(
        noun=noun,
        columns=_takes(top.table("columns")),
        constants=tuple(
            (field, top.table("constants").take(field, str)) for field in content.get("constants", {})
        ),
        joins=tuple(map(_join, top.tables("join"))),
        filters=tuple(map(_filter, top.tables("filter"))),
        collects=tuple(map(_collect, top.tables("collect"))),
        file=top.take("file", str, ""),
        told=Told(
            reading.one_of("decimal_sign", (POINT, COMMA, ""), ""),
            reading.one_of("date_order", (DAY_FIRST, MONTH_FIRST, ""), ""),
        ),
        choices=_choices(reading),
    )
    reading.finish()
    top.finish("constants", "columns", "reading")
    _require_fields(mapping, top)
    return mapping


class _Table:
    """A TOML table that knows where it stands and which of its keys were read."""

    def __init__(self, file: str, path: str, content: Pairs[str, Any]) -> None:
        self.file, self.path, self.content = file, path, content
        self.read: set[str] = set()

    def key(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, name: str, wanted: str) -> NoReturn:
        raise MappingMistaken(file=self.file, key=self.key(name), wanted=wanted)

    def take(self, name: str, kind: type[_T], default: _T | None = None) -> _T:
        self.read.add(name)
        value = self.content.get(name, default)
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            self.wrong(name, _KINDS[kind])
        return value

    def one_of(self, name: str, choices: tuple[str, ...], default: str | None = None) -> str:
        value = self.take(name, str, default)
        if value not in choices:
            self.wrong(name, " | ".join(filter(None, choices)))
        return value

    def table(self, name: str) -> _Table:
        return _Table(self.file, self.key(name), self.take(name, dict, {}))

    def tables(self, name: str) -> list[_Table]:
        found = []
        for place, content in enumerate(self.take(name, list, [])):
            if not isinstance(content, dict):
                self.wrong(name, _KINDS[list])
            found.append(_Table(self.file, f"{self.key(name)}[{place + 1}]", content))
        return found

    def finish(self, *also: str) -> None:
        """Refuse keys nobody asked for: a typing error must not go unseen."""
        for name in self.content:
            if name not in self.read and name not in also:
                self.wrong(name, "unknown")


_KINDS: dict[type, str] = {
    str: '"text"',
    int: "number",
    bool: "true | false",
    dict: "[table]",
    list: "[[table]]",
}


def _takes(table: _Table) -> tuple[tuple[str, Take], ...]:
    return tuple((field, _take(table, field)) for field in table.content)


def _take(table: _Table, name: str) -> Take:
    value = table.content.get(name)
    table.read.add(name)
    if isinstance(value, str) and value:
        return Take((value,))
    if not isinstance(value, dict):
        table.wrong(name, '"Column" | { from = "Column" }')
    inner = _Table(table.file, table.key(name), value)
    columns = value.get("from")
    names = (columns,) if isinstance(columns, str) else tuple(columns) if isinstance(columns, list) else ()
    if not names or not all(isinstance(column, str) and column for column in names):
        inner.wrong("from", '"Column" | ["Column", "Column"]')
    words = inner.table("words")
    take = Take(
        columns=names,
        glue=inner.take("glue", str, " "),
        times=_factor(inner, "times"),
        words=tuple((word, words.take(word, str)) for word in words.content),
    )
    inner.finish("from")
    return take


def _factor(table: _Table, name: str) -> Decimal | None:
    written = table.content.get(name)
    table.read.add(name)
    if written is None:
        return None
    try:
        return parse_number(str(written))
    except AppError:
        table.wrong(name, "number")


def _join(table: _Table) -> Join:
    join = Join(
        name=table.take("name", str),
        file=table.take("file", str),
        on=_pairs(table, "on"),
        filters=tuple(map(_filter, table.tables("filter"))),
        unmatched=_unmatched(table, Unmatched.KEEP),
        first=table.take("first", bool, False),
    )
    table.finish()
    return join


def _collect(table: _Table) -> Collect:
    into = table.take("into", str, "")
    collect = Collect(
        file=table.take("file", str),
        on=_pairs(table, "on"),
        joins=tuple(map(_join, table.tables("join"))),
        filters=tuple(map(_filter, table.tables("filter"))),
        columns=() if into else _takes(table.table("columns")),
        index=None if into else _take(table, "index"),
        into=into,
        listed=_take(table, "listed") if into else None,
        unmatched=_unmatched(table, Unmatched.REFUSE if into else Unmatched.KEEP),
    )
    table.finish()
    return collect


def _filter(table: _Table) -> Filter:
    column = table.take("column", str)
    named = [condition for condition in Condition if condition.value in table.content]
    if len(named) != 1:
        table.wrong("column", " | ".join(condition.value for condition in Condition))
    condition = named[0]
    found = Filter(column, condition, _filter_values(table, condition))
    table.finish()
    return found


def _filter_values(table: _Table, condition: Condition) -> tuple[str, ...]:
    name = condition.value
    if condition is Condition.FILLED:
        return ("true" if table.take(name, bool) else "false",)
    if condition.compares_numbers:
        return (plain(_factor(table, name) or Decimal(0)),)
    written = table.content[name]
    table.read.add(name)
    values = written if isinstance(written, list) and condition is Condition.ONE_OF else [written]
    if not values or not all(isinstance(value, str) for value in values):
        table.wrong(name, _KINDS[str])
    return tuple(values)


def _pairs(table: _Table, name: str) -> tuple[tuple[str, str], ...]:
    inner = table.table(name)
    pairs = tuple((here, inner.take(here, str)) for here in inner.content)
    if not pairs:
        table.wrong(name, '{ "column here" = "column there" }')
    return pairs


def _unmatched(table: _Table, default: Unmatched) -> Unmatched:
    return Unmatched(table.one_of("unmatched", tuple(choice.value for choice in Unmatched), default.value))


def _choices(table: _Table) -> Choices:
    return Choices(
        encoding=table.take("encoding", str, ""),
        delimiter=table.one_of("delimiter", (",", ";", "\t", "|", ""), ""),
        sheet=table.take("sheet", str, ""),
        header_line=table.take("header_line", int, 0),
    )


def _require_fields(mapping: Mapping, top: _Table) -> None:
    noun = NOUNS[mapping.noun]
    known = {field.key for field in noun.fields if not field.indexed}
    indexed = {field.key for field in noun.fields if field.indexed}
    for place, (field, _) in [("columns", pair) for pair in mapping.columns] + [
        ("constants", pair) for pair in mapping.constants
    ]:
        if noun.field_of(field) is None or (place == "constants" and field in dict(mapping.columns)):
            top.wrong(f"{place}.{field}", " | ".join(field.key for field in noun.fields))
    for number, collect in enumerate(mapping.collects, start=1):
        for field, _ in collect.columns:
            if field not in indexed:
                top.wrong(f"collect[{number}].columns.{field}", " | ".join(sorted(indexed)))
        if collect.into and collect.into not in known:
            top.wrong(f"collect[{number}].into", " | ".join(sorted(known)))
