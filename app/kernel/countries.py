"""ISO 3166: the two-letter codes of countries, and the form of the codes of their states and regions."""

from __future__ import annotations

import re

from app.kernel.errors import RuleViolation


class UnknownCountry(RuleViolation):
    """The code is not a country of ISO 3166-1."""

    code = "countries.unknown_country"


class UnknownSubdivision(RuleViolation):
    """The code does not have the form of a state or region of this country."""

    code = "countries.unknown_subdivision"


_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
    UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""

COUNTRIES = frozenset(_CODES.split())
"""All of ISO 3166-1, and XK, which the European Union uses for Kosovo."""

_SUBDIVISION = re.compile(r"[A-Z0-9]{1,3}")


def country_code(text: str) -> str:
    """Return the two-letter code in capitals.

    Raises:
        UnknownCountry: No country has this code.
    """
    code = text.strip().upper()
    if code not in COUNTRIES:
        raise UnknownCountry(country=text.strip()[:40])
    return code


def subdivision_code(text: str, country: str) -> str:
    """Return the ISO 3166-2 code of a state or region: ``US-WA`` for ``wa`` or ``US-WA``; empty stays.

    Raises:
        UnknownSubdivision: The code has another form or belongs to another country.
    """
    code = text.strip().upper().removeprefix(f"{country}-")
    if not code:
        return ""
    if not _SUBDIVISION.fullmatch(code):
        raise UnknownSubdivision(subdivision=text.strip()[:40], country=country)
    return f"{country}-{code}"
