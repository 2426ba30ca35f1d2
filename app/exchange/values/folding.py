"""One spelling for looking names up: no accents, no case, no punctuation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """Return the text as it is compared: ``Côte d’Ivoire`` is ``cote d ivoire``."""
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).casefold().split())


def unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return code by folded name from (name, code) pairs; a name of two codes is the name of none ('')."""
    found: dict[str, str] = {}
    for name, code in pairs:
        if key := folded(name):
            found[key] = code if found.get(key, code) == code else ""
    return found
