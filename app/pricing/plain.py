"""A priced document as plain values and back: a sent quote keeps the whole trace it was priced with.

The types of request and result are their own schema: each field is written by its type and read by it, so
a field that is added is kept without a line here. Exact fractions are texts (``7/12``), since their integers
may be larger than JSON readers agree on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from app.kernel.exact import plain
from app.kernel.findings import Finding
from app.kernel.money import Currency
from app.kernel.percent import Percent
from app.pricing.exact import Exact, as_text, of_text
from app.pricing.result import PricedDocument

Read = Callable[[Any], Any]
"""Makes a value of its plain form; typed by the field it is for."""

_ATOMS: dict[Any, Read] = {
    str: str,
    int: int,
    bool: bool,
    Decimal: Decimal,
    date: date.fromisoformat,
    UUID: UUID,
    Currency: Currency.of,
    Percent: lambda text: Percent(Decimal(text)),
    Exact: of_text,
    object: lambda value: value,
}


def to_plain(document: PricedDocument) -> Mapping[str, object]:
    """Return the document as mappings, lists, texts and integers that `canonical_json` takes."""
    written = _write(document)
    if not isinstance(written, Mapping):
        raise TypeError("a document is written as a mapping")
    return written


def of_plain(stored: Mapping[str, object]) -> PricedDocument:
    """Return the document that `to_plain` wrote.

    Raises:
        KeyError: A field without a default is missing (a damaged or strange value).
        ValueError: A value has another form than its field's type.
    """
    found = _reader(PricedDocument)(stored)
    if not isinstance(found, PricedDocument):
        raise TypeError("not a priced document")
    return found


def _write(value: object) -> object:
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Percent):
        return plain(value.fraction)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Currency | UUID):
        return str(value)
    return _write_many(value)


def _write_many(value: object) -> object:
    if isinstance(value, Finding):
        facts = {name: str(fact) for name, fact in value.params.items()}
        return {"code": value.code, "severity": value.severity.value, "where": value.where, "params": facts}
    if is_dataclass(value):
        return {field.name: _write(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _write(item) for name, item in value._asdict().items()}
    if isinstance(value, tuple) and len(value) == 2 and all(type(part) is int for part in value):
        return as_text(value)
    if isinstance(value, Mapping):
        return [[_write(key), _write(item)] for key, item in value.items()]
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, Sequence):
        return [_write(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no plain form")


@cache
def _reader(kind: Any) -> Read:  # noqa: ANN401 # a type, a generic alias or a union
    if kind in _ATOMS:
        return _ATOMS[kind]
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _union(get_args(kind))
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin is frozenset:
        return frozenset
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(get_args(kind))
    if kind is Finding:
        return _finding
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _record(kind)


def _record(kind: Any) -> Read:  # noqa: ANN401 # a dataclass or a named tuple
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items() if not name.startswith("_")}

    def read(stored: Mapping[str, Any]) -> object:
        return kind(**{name: readers[name](value) for name, value in stored.items() if name in readers})

    return read


def _union(kinds: tuple[Any, ...]) -> Read:
    """Read None, or the one record among the others whose fields are those stored."""
    others = [kind for kind in kinds if kind is not NoneType]
    if len(others) == 1:
        only = _reader(others[0])
        return lambda stored: None if stored is None else only(stored)
    by_fields = {frozenset(get_type_hints(kind)): _reader(kind) for kind in others}
    return lambda stored: None if stored is None else by_fields[frozenset(stored)](stored)


def _tuple(kinds: tuple[Any, ...]) -> Read:
    if kinds == (int, int):
        return of_text
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        each = _reader(kinds[0])
        return lambda stored: tuple([each(item) for item in stored])
    readers = [_reader(kind) for kind in kinds]
    return lambda stored: tuple(read(item) for read, item in zip(readers, stored, strict=True))


def _mapping(kinds: tuple[Any, ...]) -> Read:
    key, value = map(_reader, kinds)
    return lambda stored: {key(name): value(item) for name, item in stored}


def _finding(stored: Mapping[str, Any]) -> Finding:
    severity = get_type_hints(Finding)["severity"](stored["severity"])
    return Finding(stored["code"], severity, stored["where"], MappingProxyType(dict(stored["params"])))
