"""The one way to write a document as bytes: what is hashed, signed and compared.

A subset of RFC 8785: object keys sorted, no blanks, UTF-8, texts in NFC, keys in ASCII, whole numbers within
2**53, decimals as strings without trailing zeros, no floats. A decimal, a date and an id are written as text,
so a document's schema, whose name is part of every hash, says what each text means.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from uuid import UUID

from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.money import Currency, Money
from app.kernel.percent import Percent
from app.kernel.quantity import Unit
from app.kernel.ratio import Ratio

FORMAT_VERSION = 1
"""Version of this form; it stands in front of every hash, and `verify` keeps the encoders of all versions."""

LARGEST_INTEGER = 2**53 - 1
"""Beyond it JSON readers disagree about a number; larger figures are written as decimals."""

DEEPEST = 40
"""Levels of nesting at most."""


class NotCanonical(RuleViolation):
    """A value has no canonical form, or a text is not canonical JSON."""

    code = "canonical.not_canonical"


def canonical_json(value: object) -> bytes:
    """Return the canonical bytes of a value.

    Args:
        value: None, bool, int, str, Decimal, date, datetime in UTC, UUID, an Enum of these, the kernel's
            values, mappings with text keys, lists and tuples of these. Dataclasses go through `fields_of`
            first, so that a document's schema is written down and not taken from the names of attributes.

    Raises:
        NotCanonical: The value holds anything else: a float, NaN, a text that is not in NFC, a naive time.
    """
    text = _ENCODE(_encodable(value, 0))
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        raise NotCanonical(reason="not_nfc", value=_not_normal(value))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonical(reason="surrogate", value=repr(error.object[error.start])) from None


def content_hash(value: object, *, schema: str) -> str:
    """Return the versioned hash of a value: ``1:quote/1:`` and the SHA-256 of its canonical bytes in hex.

    Args:
        value: Anything `canonical_json` takes.
        schema: Name and version of the document's schema, e.g. ``quote/1``; it is hashed with the value.

    Raises:
        NotCanonical: The value has no canonical form.
    """
    prefix = f"{FORMAT_VERSION}:{schema}:"
    return prefix + sha256(prefix.encode() + canonical_json(value)).hexdigest()


def fields_of(value: object, *, without: frozenset[str] = frozenset()) -> dict[str, object]:
    """Return a frozen dataclass as a mapping of its fields, nested ones too; kernel values stay.

    Args:
        value: A dataclass instance.
        without: Names of fields of `value` itself that are left out, e.g. ``rev``.
    """
    return {
        field.name: _with_fields(getattr(value, field.name))
        for field in fields(value)  # type: ignore[arg-type] # mypy cannot narrow object to a dataclass
        if field.name not in without
    }


def _with_fields(value: object) -> object:
    if type(value) in _WRITTEN:
        return value
    if isinstance(value, Mapping):
        return {key: _with_fields(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_with_fields(item) for item in value]
    return fields_of(value) if is_dataclass(value) else value


_ENCODE: Callable[[object], str] = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
).encode


def _encodable(value: object, depth: int) -> object:
    write = _WRITTEN.get(type(value))
    if write is not None:
        return write(value)
    if isinstance(value, Enum):
        return _encodable(value.value, depth)
    if depth == DEEPEST:
        raise NotCanonical(reason="too_deep", value=str(DEEPEST))
    if isinstance(value, Mapping):
        return _mapping(value, depth)
    if type(value) is list or type(value) is tuple:
        return [item if type(item) is str else _encodable(item, depth + 1) for item in value]
    raise NotCanonical(reason="kind", value=type(value).__qualname__)


def _mapping(value: Mapping[str, object], depth: int) -> dict[str, object]:
    # One check of all keys together, and no call for a text: a document has tens of thousands of both.
    try:
        ascii_keys = "".join(value).isascii()
    except TypeError:
        ascii_keys = False
    if not ascii_keys:
        raise NotCanonical(reason="key", value=", ".join(map(repr, value))[:80])
    return {key: item if type(item) is str else _encodable(item, depth + 1) for key, item in value.items()}


def _as_it_is(value: object) -> object:
    return value


def _whole(value: int) -> int:
    if not -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
        raise NotCanonical(reason="integer_too_large", value=str(value)[:40])
    return value


def _decimal(value: Decimal) -> str:
    try:
        return plain(value)
    except ValueError:
        raise NotCanonical(reason="not_finite", value=str(value)[:40]) from None


def _instant(value: datetime) -> str:
    if value.tzinfo is not UTC and value.utcoffset() != UTC.utcoffset(None):
        raise NotCanonical(reason="not_utc", value=value.isoformat())
    return f"{value.replace(tzinfo=None).isoformat()}Z"


def _money(value: Money) -> dict[str, object]:
    return {"amount": _decimal(value.amount), "currency": value.currency.code}


def _id(value: UUID) -> str:
    digits = f"{value.int:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


_WRITTEN: dict[type, Callable[..., object]] = {
    str: _as_it_is,
    bool: _as_it_is,
    type(None): _as_it_is,
    int: _whole,
    Decimal: _decimal,
    date: date.isoformat,
    datetime: _instant,
    UUID: _id,
    Money: _money,
    Currency: str,
    Unit: str,
    Ratio: str,
    Percent: lambda percent: _decimal(percent.fraction),
}


def _not_normal(value: object) -> str:
    """Return the first text that is not in NFC, to name it."""
    if isinstance(value, str):
        return "" if unicodedata.is_normalized("NFC", value) else value[:80]
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return next(filter(None, map(_not_normal, parts)), "")
