"""Values inside a row as text: canonical JSON going in, the same plain values coming out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TypeVar

from app.kernel.canonical import canonical_json

Given = TypeVar("Given")
Written = TypeVar("Written")


def to_text(value: object) -> str:
    """Return the canonical JSON of a plain value.

    Raises:
        NotCanonical: It holds a float, NaN, or text that is not NFC.
    """
    return canonical_json(value).decode()


def mapping_of(text: str) -> Mapping[str, object]:
    """Return the mapping a text of ours holds; anything else was written by somebody else and raises."""
    value = json.loads(text)
    if not isinstance(value, dict):
        raise TypeError("a stored mapping is no mapping")
    return value


def list_of(text: str) -> list[object]:
    """Return the list a text of ours holds; anything else was written by somebody else and raises."""
    value = json.loads(text)
    if not isinstance(value, list):
        raise TypeError("a stored list is no list")
    return value


def texts_of(text: str) -> dict[str, str]:
    """Return the mapping of texts to texts a text of ours holds."""
    return {key: str(value) for key, value in mapping_of(text).items()}


def where_given(value: Given | None, write: Callable[[Given], Written]) -> Written | None:
    """Return what `write` makes of a value, `None` where there is none."""
    return None if value is None else write(value)
