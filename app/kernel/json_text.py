"""Strict reading of JSON: one meaning per text, exact numbers, bounded size and depth.

Python's reader keeps the last of two equal keys, makes 1e999 an infinity and every decimal a binary float;
here each of them is refused with its reason.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Never

from app.kernel.canonical import DEEPEST, LARGEST_INTEGER, canonical_json
from app.kernel.errors import RuleViolation

LARGEST = 50_000_000
"""Bytes of one text at most."""

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
"""What strict JSON can say; decimals are strings."""


class JsonRefused(RuleViolation):
    """The text is not JSON, or says something no document may say."""


class NotJson(JsonRefused):
    """The text breaks off or holds a sign where none belongs."""

    code = "json.not_json"


class JsonNotUtf8(JsonRefused):
    """The bytes are written in another encoding than UTF-8."""

    code = "json.not_utf8"


class JsonTooLarge(JsonRefused):
    """The text has more bytes than any document."""

    code = "json.too_large"


class JsonTooDeep(JsonRefused):
    """The text nests more levels than any document."""

    code = "json.too_deep"


class KeyTwice(JsonRefused):
    """An object holds the same key twice, so that nobody knows which one is meant."""

    code = "json.key_twice"


class NotWhole(JsonRefused):
    """A number has decimals, an exponent, or is none; decimals are written as strings."""

    code = "json.not_whole"


class WholeTooLarge(JsonRefused):
    """A whole number is so large that programs disagree about it."""

    code = "json.whole_too_large"


class NotCanonicalJson(JsonRefused):
    """The bytes say the right thing in another spelling than the canonical one."""

    code = "json.not_canonical"


def parse_json(text: bytes | str, *, largest: int = LARGEST, deepest: int = DEEPEST) -> Json:
    """Return what the text says; blanks and the order of keys are free.

    Args:
        text: UTF-8 bytes, or text.
        largest: Bytes at most.
        deepest: Levels of nesting at most.

    Raises:
        JsonRefused: In one of its kinds: not JSON, too large or deep, a key twice, a number that is not a
            whole one within 2**53.
    """
    written = _decoded(text, largest)
    try:
        value: Json = _DECODER.decode(written)
    except RecursionError:
        raise JsonTooDeep(deepest=deepest) from None
    except json.JSONDecodeError as error:
        raise NotJson(line=error.lineno, column=error.colno) from None
    if _depth_exceeds(value, deepest):
        raise JsonTooDeep(deepest=deepest)
    return value


def parse_canonical(text: bytes, *, largest: int = LARGEST) -> Json:
    """Return what canonical bytes say.

    Raises:
        JsonRefused: The bytes are no such JSON.
        NotCanonicalJson: They are not the canonical form of what they say.
    """
    value = parse_json(text, largest=largest)
    if canonical_json(value) != text:
        raise NotCanonicalJson
    return value


def _decoded(text: bytes | str, largest: int) -> str:
    if len(text) > largest:
        raise JsonTooLarge(largest=largest)
    if isinstance(text, str):
        return text
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise JsonNotUtf8(position=error.start + 1) from None


def _depth_exceeds(value: Json, levels: int) -> bool:
    level: list[Json] = [value]
    for _ in range(levels):
        level = [
            part
            for holder in level
            if isinstance(holder, dict | list)
            for part in (holder.values() if isinstance(holder, dict) else holder)
        ]
        if not level:
            return False
    return any(isinstance(part, dict | list) for part in level)


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    members = dict(pairs)
    if len(members) != len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise KeyTwice(key=twice[:80])
    return members


def _no_float(text: str) -> Never:
    raise NotWhole(text=text[:40])


def _whole(text: str) -> int:
    # The length first: turning a million digits into a number takes seconds.
    if len(text) > len(str(-LARGEST_INTEGER)) or abs(int(text)) > LARGEST_INTEGER:
        raise WholeTooLarge(text=text[:40], largest=LARGEST_INTEGER)
    return int(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=_no_float, parse_int=_whole, parse_constant=_no_float, strict=True
)
