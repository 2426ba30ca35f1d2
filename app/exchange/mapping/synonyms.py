"""What columns are called in other people's files, from resources/imports/synonyms.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from app.assets import asset

SHIPPING = "shipping_"


@lru_cache(maxsize=1)
def synonyms() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the words by noun and field, the surest first; the field's own name is one of them."""
    content = tomllib.loads(asset("imports", "synonyms.toml").read_text(encoding="utf-8"))
    shared = content.pop("shared")
    nouns = {
        noun: {field: _words(field, words, shared) for field, words in fields.items()}
        for noun, fields in content.items()
    }
    customers = nouns["customers"]
    for field in ("street", "street2", "street3", "postcode", "city", "subdivision", "country"):
        words = [f"{before} {word}" for word in customers[field] for before in shared["shipping"]]
        customers[SHIPPING + field] = (SHIPPING + field, *words)
    return nouns


def _words(field: str, words: str | list[str], shared: dict[str, list[str]]) -> tuple[str, ...]:
    listed = shared[words] if isinstance(words, str) else words
    return (field, *(word for word in listed if word != field))
