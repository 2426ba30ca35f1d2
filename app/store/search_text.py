"""Words as the search index keeps them: lower case, without accents, letters and digits only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_WORD = 40
"""Characters of a word that count."""

_APART = re.compile(r"[\W_]+")
_IDEOGRAPH = re.compile(
    r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
)  # written without blanks: one word each

_SEPARATORS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_SEPARATORS_IN_LINE = _SEPARATORS.replace(b"\n", b"")
_PLAIN = bytes(
    ord(chr(sign).lower()) if chr(sign).isalnum() or sign == 10 else 32 for sign in range(128)
).ljust(256)


def normal(text: str) -> str:
    """Return the words of a text, each separated by one blank, none around them."""
    return _APART.sub(" ", _folded(text)).strip()


def normal_lines(texts: Iterable[str]) -> list[str]:
    """Return `normal` of many texts at once, as an import needs it."""
    whole = "\n".join(text.replace("\n", " ") if "\n" in text else text for text in texts)
    if not whole.isascii():
        return [_APART.sub(" ", line).strip() for line in _folded(whole).split("\n")]
    plain = whole.encode().translate(_PLAIN).decode()
    return [" ".join(line.split()) for line in plain.split("\n")]


def key_of(text: str) -> str:
    """Return a code without its separators: ``PRD-00 12`` and ``prd0012`` are the same."""
    if text.isascii():
        return text.encode().translate(_PLAIN, _SEPARATORS).decode()
    return _APART.sub("", _folded(text))


def keys_of(texts: Iterable[str]) -> list[str]:
    """Return `key_of` of many codes at once."""
    whole = "\n".join(text.replace("\n", " ") if "\n" in text else text for text in texts)
    if not whole.isascii():
        return [_APART.sub("", line) for line in _folded(whole).split("\n")]
    return whole.encode().translate(_PLAIN, _SEPARATORS_IN_LINE).decode().split("\n")


def is_letters(word: str) -> bool:
    """Test whether a word is no code: only words have neighbours (substring, typing error)."""
    return word.isalpha()


def one_error_apart(typed: str, word: str) -> bool:
    """Test whether one letter added, left out, replaced, or two neighbours swapped make the one the other."""
    if abs(len(typed) - len(word)) > 1 or typed == word:
        return False
    start = 0
    shorter = min(len(typed), len(word))
    while start < shorter and typed[start] == word[start]:
        start += 1
    rest, other = typed[start:], word[start:]
    if len(rest) == len(other):
        swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
        return rest[1:] == other[1:] or swapped
    return rest[1:] == other if len(rest) > len(other) else rest == other[1:]


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _IDEOGRAPH.sub(r" \1 ", unicodedata.normalize("NFC", plain))
