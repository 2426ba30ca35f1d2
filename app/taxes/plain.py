"""Tax rates to and from plain JSON values: the sample tables, imports, and the `price` command's request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.catalog.product import TaxClass
from app.catalog.validity import Validity
from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.numbers import parse_number
from app.kernel.percent import Percent
from app.taxes.rate import TaxRate


class TaxRateUnreadable(RuleViolation):
    """A row of a tax table misses a field or holds a value the field cannot have."""

    code = "taxes.rate_unreadable"


def rate_from_plain(row: Mapping[str, str]) -> TaxRate:
    """Return the rate of one row: country, class, percent, source, and region, first, last where set.

    Raises:
        TaxRateUnreadable: A field is missing or holds an impossible value.
        AppError: The percent is no number or out of range.
    """
    try:
        return TaxRate(
            country=row["country"],
            tax_class=TaxClass(row["class"]),
            percent=Percent.of_points(parse_number(row["percent"])),
            source=row["source"],
            region=row.get("region", ""),
            validity=Validity(_day(row.get("first")), _day(row.get("last"))),
        )
    except KeyError as error:
        raise TaxRateUnreadable(field=str(error.args[0]), value="") from None
    except ValueError as error:
        raise TaxRateUnreadable(field="class, first, last", value=str(error)[:80]) from None


def rate_to_plain(rate: TaxRate) -> dict[str, str]:
    """Return the row of a rate; fields that are not set are left out."""
    row = {
        "country": rate.country,
        "region": rate.region,
        "class": rate.tax_class.value,
        "percent": plain(rate.percent.points),
        "first": rate.validity.first.isoformat() if rate.validity.first else "",
        "last": rate.validity.last.isoformat() if rate.validity.last else "",
        "source": rate.source,
    }
    return {name: value for name, value in row.items() if value}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
