"""What a country suggests for a new company: currency, language, time zone, paper, coins."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.company.seller import Paper
from app.kernel.countries import country_code
from app.kernel.money import Currency

_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Countries that print on Letter (CLDR, paper size)."""

_CASH_STEPS = {"CH": Decimal("0.05"), "LI": Decimal("0.05")}
"""Smallest coin where invoices are rounded to it as well."""

_MAIN_ZONES = {
    "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo",
    "CA": "America/Toronto", "CD": "Africa/Kinshasa", "CL": "America/Santiago", "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia", "DE": "Europe/Berlin", "EC": "America/Guayaquil", "ES": "Europe/Madrid",
    "FM": "Pacific/Pohnpei", "GL": "America/Nuuk", "ID": "Asia/Jakarta", "KI": "Pacific/Tarawa",
    "KZ": "Asia/Almaty", "MH": "Pacific/Majuro", "MN": "Asia/Ulaanbaatar", "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur", "NZ": "Pacific/Auckland", "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby", "PS": "Asia/Hebron", "PT": "Europe/Lisbon", "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv", "US": "America/New_York", "UZ": "Asia/Tashkent", "XK": "Europe/Belgrade",
}  # fmt: skip
"""Where a country has several zones: that of its capital or its trade."""

_BUSINESS_LANGUAGES = {"IN": "en", "PK": "en", "PH": "en", "KE": "en", "TZ": "en", "RW": "en", "LU": "fr"}
"""Where business is written in another language than most people speak."""

_NOWHERE_IN_PARTICULAR = "UTC"


@dataclass(frozen=True, slots=True)
class CountryDefaults:
    """The suggestions; every one may be changed.

    Attributes:
        language: Tag of the papers' language, with the country where it writes numbers its own way.
        cash_step: Smallest coin totals are rounded to; None: the currency's smallest unit.
    """

    country: str
    currency: Currency
    language: str
    time_zone: str
    paper: Paper
    cash_step: Decimal | None


def defaults_of(country: str) -> CountryDefaults:
    """Return what a country suggests; a place without a currency of its own (Antarctica) suggests USD.

    Args:
        country: ISO 3166-1 alpha-2 code in any case.

    Raises:
        UnknownCountry: No country has this code.
    """
    code = country_code(country)
    return CountryDefaults(
        country=code,
        currency=_currency(code),
        language=_language(code),
        time_zone=_time_zone(code),
        paper=Paper.LETTER if code in _LETTER else Paper.A4,
        cash_step=_CASH_STEPS.get(code),
    )


def _currency(country: str) -> Currency:
    from babel.numbers import get_territory_currencies

    for code in get_territory_currencies(country):
        return Currency.of(code)
    return Currency.of("USD")


def _language(country: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        likely = Locale.parse(f"und_{country}")
        language = _BUSINESS_LANGUAGES.get(country, likely.language)
        Locale.parse(f"{language}_{country}")
    except (UnknownLocaleError, ValueError):
        return "en"
    at_home = str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]
    return language if at_home == country else f"{language}_{country}"


def _time_zone(country: str) -> str:
    from babel.core import get_global

    zones = get_global("territory_zones").get(country, ())
    return _MAIN_ZONES.get(country) or (zones[0] if zones else _NOWHERE_IN_PARTICULAR)
