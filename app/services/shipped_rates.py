"""The tax rates that are shipped with the program: what a new company starts with, each with its source."""

from __future__ import annotations

from app.assets import asset
from app.kernel.json_text import parse_json
from app.taxes.plain import rate_from_plain
from app.taxes.rate import TaxRate

FOLDER = "tax_rates"


def shipped_rates() -> tuple[TaxRate, ...]:
    """Return every rate of the files under resources/tax_rates, in the order of the files' names.

    Raises:
        TaxRateUnreadable: A file was shipped damaged.
    """
    found: list[TaxRate] = []
    for file in sorted(asset(FOLDER).glob("*.json")):
        found.extend(rate_from_plain(row) for row in _rows(parse_json(file.read_bytes())))
    return tuple(found)


def _rows(content: object) -> list[dict[str, str]]:
    rows = content["rates"] if isinstance(content, dict) else []
    return [{name: str(value) for name, value in row.items()} for row in rows]
