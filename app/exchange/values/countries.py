"""Countries by their codes and names: in English, in a few languages, and in their own."""

from __future__ import annotations

from functools import lru_cache

from app.exchange.values.folding import folded, unambiguous
from app.kernel.countries import COUNTRIES, UnknownCountry

_LANGUAGES = ("en", "de", "fr", "es")
_MOST_OWN_LANGUAGES = 6
_SHOWN = 40

_PEOPLE_SAY = {
    "usa": "US",
    "united states of america": "US",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "holland": "NL",
    "the netherlands": "NL",
    "republic of ireland": "IE",
    "czech republic": "CZ",
    "south korea": "KR",
    "russian federation": "RU",
    "uae": "AE",
    "ivory coast": "CI",
    "vatican": "VA",
    "macedonia": "MK",
    "turkey": "TR",
    "swaziland": "SZ",
    "burma": "MM",
    "congo": "",  # two countries are called so: the code says which
    "korea": "",
}


def read_country(text: str) -> str:
    """Return the ISO 3166-1 code of a country.

    Args:
        text: ``DE``, ``DEU``, ``276``, ``Germany``, ``Allemagne``, ``Deutschland``.

    Raises:
        UnknownCountry: No country is called so, or more than one.
    """
    word = text.strip()
    if word.upper() in COUNTRIES:
        return word.upper()
    name = folded(word)
    code = _PEOPLE_SAY.get(name)
    if code is None:
        code = _names().get(name) or _codes().get(word.upper()) or _own_names().get(name)
    if not code:
        raise UnknownCountry(country=word[:_SHOWN])
    return code


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    from babel import Locale

    known = [Locale.parse(tag).territories for tag in _LANGUAGES]
    return unambiguous((names.get(code, ""), code) for names in known for code in COUNTRIES)


@lru_cache(maxsize=1)
def _own_names() -> dict[str, str]:
    """Return what countries are called in their own languages; it takes half a second, so it comes last."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    names = []
    for code in COUNTRIES:
        for tag in get_official_languages(code, de_facto=True)[:_MOST_OWN_LANGUAGES]:
            try:
                names.append((Locale.parse(tag).territories.get(code, ""), code))
            except UnknownLocaleError:
                continue
    return unambiguous(names)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Return the two-letter codes of three-letter and numeric ones."""
    from babel.core import get_global

    known = get_global("territory_aliases")
    return {old: new[0] for old, new in known.items() if len(new) == 1 and new[0] in COUNTRIES}
