"""Mappings to TOML, as `mapping_of` reads them back."""

from __future__ import annotations

import json
from collections.abc import Iterator

from app.exchange.mapping.mapping import Collect, Condition, Filter, Join, Mapping, Take, Unmatched
from app.exchange.mapping.toml_reading import FORMAT
from app.kernel.exact import plain


def toml_of(mapping: Mapping) -> str:
    """Return the mapping as a text that a person can read and change."""
    return "\n".join(_top(mapping)) + "\n"


def _top(mapping: Mapping) -> Iterator[str]:
    yield f"format = {FORMAT}"
    yield f"noun = {_text(mapping.noun)}"
    if mapping.file:
        yield f"file = {_text(mapping.file)}"
    yield from _reading(mapping)
    for join in mapping.joins:
        yield from _join("join", join)
    for one in mapping.filters:
        yield from _filter("filter", one)
    yield from _table("columns", [(field, _take(take)) for field, take in mapping.columns])
    yield from _table("constants", [(field, _text(text)) for field, text in mapping.constants])
    for collect in mapping.collects:
        yield from _collect(collect)


def _reading(mapping: Mapping) -> Iterator[str]:
    choices, told = mapping.choices, mapping.told
    written = {
        "encoding": choices.encoding,
        "delimiter": choices.delimiter,
        "sheet": choices.sheet,
        "decimal_sign": told.decimal,
        "date_order": told.order,
    }
    lines = [(key, _text(text)) for key, text in written.items() if text]
    if choices.header_line:
        lines.append(("header_line", str(choices.header_line)))
    return _table("reading", lines)


def _join(path: str, join: Join) -> Iterator[str]:
    yield from _head(path)
    yield f"name = {_text(join.name)}"
    yield f"file = {_text(join.file)}"
    yield f"on = {_inline(join.on)}"
    if join.unmatched is not Unmatched.KEEP:
        yield f"unmatched = {_text(join.unmatched.value)}"
    if join.first:
        yield "first = true"
    for one in join.filters:
        yield from _filter(f"{path}.filter", one)


def _collect(collect: Collect) -> Iterator[str]:
    yield from _head("collect")
    yield f"file = {_text(collect.file)}"
    yield f"on = {_inline(collect.on)}"
    yield f"unmatched = {_text(collect.unmatched.value)}"
    if collect.into and collect.listed:
        yield f"into = {_text(collect.into)}"
        yield f"listed = {_take(collect.listed)}"
    if collect.index:
        yield f"index = {_take(collect.index)}"
    if collect.columns:
        pairs = ", ".join(f"{_text(field)} = {_take(take)}" for field, take in collect.columns)
        yield f"columns = {{ {pairs} }}"
    for join in collect.joins:
        yield from _join("collect.join", join)
    for one in collect.filters:
        yield from _filter("collect.filter", one)


def _filter(path: str, one: Filter) -> Iterator[str]:
    yield from _head(path)
    yield f"column = {_text(one.column)}"
    if one.condition is Condition.ONE_OF:
        yield f"{one.condition.value} = [{', '.join(map(_text, one.values))}]"
    elif one.condition is Condition.FILLED:
        yield f"{one.condition.value} = {one.values[0]}"
    else:
        yield f"{one.condition.value} = {_text(one.values[0])}"


def _take(take: Take) -> str:
    if take == Take(take.columns) and len(take.columns) == 1:
        return _text(take.columns[0])
    columns = ", ".join(map(_text, take.columns))
    parts = [f"from = {columns if len(take.columns) == 1 else f'[{columns}]'}"]
    if take.glue != " ":
        parts.append(f"glue = {_text(take.glue)}")
    if take.times is not None:
        parts.append(f"times = {_text(plain(take.times))}")
    if take.words:
        parts.append(f"words = {_inline(take.words)}")
    return f"{{ {', '.join(parts)} }}"


def _table(name: str, lines: list[tuple[str, str]]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"[{name}]"
    yield from (f"{_text(key)} = {value}" for key, value in lines)


def _head(path: str) -> Iterator[str]:
    yield ""
    yield f"[[{path}]]"


def _inline(pairs: tuple[tuple[str, str], ...]) -> str:
    return f"{{ {', '.join(f'{_text(key)} = {_text(value)}' for key, value in pairs)} }}"


def _text(text: str) -> str:
    # A JSON string is a TOML string, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
