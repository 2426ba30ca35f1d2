"""Lists of records as JSON: amounts as decimal strings, dates as ISO, nothing a reader could round."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import IO

from app.kernel.exact import plain


def write_json(records: Iterable[Mapping[str, object]], stream: IO[bytes]) -> None:
    """Write a list with one record per line of the file.

    Args:
        records: Objects of texts, numbers, dates, truth values, None, and lists and objects of these.
        stream: Binary stream.
    """
    before = b"[\n"
    for record in records:
        stream.write(before + json.dumps(_plain(record), ensure_ascii=False, allow_nan=False).encode())
        before = b",\n"
    stream.write(b"[]\n" if before == b"[\n" else b"\n]\n")


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, Iterable):
        return [_plain(part) for part in value]
    raise TypeError(f"no JSON for {type(value).__name__}")
