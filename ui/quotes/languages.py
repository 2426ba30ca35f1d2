"""Names of languages, each as its speakers call it."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=64)
def language_name(tag: str) -> str:
    """Return ``Deutsch`` for ``de``; the tag itself where nobody knows it."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(tag.replace("-", "_")).display_name
    except (UnknownLocaleError, ValueError):
        return tag
    return name[:1].upper() + name[1:] if name else tag
