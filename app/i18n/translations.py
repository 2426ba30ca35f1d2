"""Translate what people read: one language for the window, any language for a single document.

The source language is English. Catalogs are ``resources/locale/<language>/<domain>.po``, read when a
language is first asked for: ``app`` holds the window and the command line, ``documents`` the words
printed on papers, so that a customer's invoice can speak a language the window does not.
"""

from __future__ import annotations

import gettext as _stdlib
import io
from functools import lru_cache
from pathlib import Path

from app.assets import resources
from app.i18n import pseudo

SOURCE_LANGUAGE = "en"
APP = "app"
DOCUMENTS = "documents"

Translator = _stdlib.NullTranslations
"""What `translator` returns: an object with ``gettext``, ``ngettext`` and ``pgettext``."""

_current: Translator = _stdlib.NullTranslations()
_language: str = SOURCE_LANGUAGE


def set_language(language: str) -> None:
    """Switch the window and the command line to this language; texts asked for from now on follow."""
    global _current, _language
    _current, _language = translator(language, APP), language


def current_language() -> str:
    """Return the language `set_language` chose last."""
    return _language


def gettext(message: str) -> str:
    """Return the message in the current language."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form for ``n`` things in the current language."""
    return _current.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Return the message in the current language, as meant in this context ("Order": noun or verb)."""
    return _current.pgettext(context, message)


@lru_cache(maxsize=64)
def translator(language: str, domain: str = DOCUMENTS) -> Translator:
    """Return the catalog of a language (``de``, ``de_AT``, ``pt-BR``), independent of the window's.

    What a regional catalog leaves out falls back to its parent, what that leaves out to English.
    """
    if language == pseudo.LANGUAGE:
        return pseudo.PseudoTranslations()
    catalog = _stdlib.NullTranslations()
    for candidate in reversed(_candidates(language)):
        path = resources() / "locale" / candidate / f"{domain}.po"
        if path.exists():
            parent, catalog = catalog, _read(path, candidate)
            catalog.add_fallback(parent)
    return catalog


def languages(domain: str = DOCUMENTS) -> tuple[str, ...]:
    """Return the languages with a catalog, English first, the others in order of their code."""
    found = sorted(path.parent.name for path in (resources() / "locale").glob(f"*/{domain}.po"))
    return (SOURCE_LANGUAGE, *(code for code in found if code != SOURCE_LANGUAGE))


def _candidates(language: str) -> tuple[str, ...]:
    whole = language.replace("-", "_")
    return tuple(dict.fromkeys((whole, whole.split("_")[0])))


def _read(path: Path, language: str) -> Translator:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return _stdlib.GNUTranslations(compiled)
