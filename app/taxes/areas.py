"""Which countries and regions form one tax area; a few lie in a state but outside its VAT, or the reverse."""

from __future__ import annotations

from typing import NamedTuple

from app.catalog.product import SupplyKind

_MEMBERS = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU_MEMBERS = frozenset(_MEMBERS.split())

NORTHERN_IRELAND = "NIR"

_TREATED_AS = {"MC": "FR", "IM": "GB", "LI": "CH"}
_CANARIES = frozenset({"CN", "GC", "TF"})
_CEUTA_MELILLA = frozenset({"CE", "ML"})
_OUTSIDE = {"ES": _CANARIES | _CEUTA_MELILLA, "FI": frozenset({"01"})}
_NUMBER_PREFIXES = {"EL": "GR", "XI": "GB"}


class Place(NamedTuple):
    """Where a supply is, for tax: the country whose law holds, its region, and whether EU VAT law holds."""

    country: str
    region: str
    in_eu: bool

    @property
    def is_canary(self) -> bool:
        """Test for the Canary Islands, which have IGIC in place of VAT."""
        return self.country == "ES" and self.region in _CANARIES

    @property
    def is_ceuta_melilla(self) -> bool:
        """Test for Ceuta and Melilla, which have IPSI in place of VAT."""
        return self.country == "ES" and self.region in _CEUTA_MELILLA

    def is_same_area(self, other: Place) -> bool:
        """Test whether a supply between the two is domestic; US states are told apart elsewhere."""
        return (self.country, self.in_eu) == (other.country, other.in_eu)


def place(country: str, region: str, supply: SupplyKind) -> Place:
    """Return the tax place of an address: Monaco is France, Northern Ireland is in the EU for goods."""
    treated = _TREATED_AS.get(country, country)
    if treated == "GB" and region == NORTHERN_IRELAND:
        return Place("GB", region, in_eu=supply is SupplyKind.GOODS)
    outside = region in _OUTSIDE.get(treated, ())
    return Place(treated, region, in_eu=treated in EU_MEMBERS and not outside)


def country_of_tax_id(tax_id: str) -> str:
    """Return the country that issued a VAT number by its prefix; empty where there is none."""
    prefix = tax_id.strip()[:2].upper()
    return _NUMBER_PREFIXES.get(prefix, prefix) if prefix.isascii() and prefix.isalpha() else ""


def is_eu_tax_id(tax_id: str) -> bool:
    """Test whether a VAT number was issued by a member state, Northern Ireland's XI included."""
    return tax_id.strip()[:2].upper() == "XI" or country_of_tax_id(tax_id) in EU_MEMBERS
