"""Load and save dated tax rates."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from app.catalog.product import TaxClass
from app.store.catalog_version import raise_version
from app.store.native import among, listed, to_native
from app.store.records import Records
from app.store.scales import share_of, share_to_int, validity_of, validity_to_days
from app.taxes.rate import TaxRate

_COLUMNS = "country, region, tax_class, percent, source, first_day, last_day"
_SAVE = (
    f"INSERT INTO tax_rate (id, {_COLUMNS}) VALUES (:id, :country, :region, :tax_class, :percent, :source, "
    ":first_day, :last_day) ON CONFLICT (country, region, tax_class, first_day) DO UPDATE SET "
    "percent = excluded.percent, source = excluded.source, last_day = excluded.last_day"
)


class TaxRates:
    """The tax rates of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def all(self) -> tuple[TaxRate, ...]:
        """Return every rate by place, class and first day."""
        return self._where("TRUE", {})

    def of_countries(self, countries: Collection[str]) -> tuple[TaxRate, ...]:
        """Return every rate of some countries, whatever its days, in one query."""
        transaction = self._records.transaction
        return self._where(
            among(transaction, "country", "countries"), {"countries": listed(transaction, countries)}
        )

    def write(self, rates: Iterable[TaxRate]) -> None:
        """Insert rates; one of the same place, class and first day is replaced."""
        transaction = self._records.transaction
        rows = [
            to_native(transaction.dialect, {"id": self._records.new_id(), **_values(rate)}) for rate in rates
        ]
        if rows:
            transaction.many(_SAVE, rows)
            raise_version(self._records)

    def _where(self, condition: str, parameters: dict[str, object]) -> tuple[TaxRate, ...]:
        rows = self._records.transaction.rows(
            f"SELECT {_COLUMNS} FROM tax_rate WHERE {condition} "
            "ORDER BY country, region, tax_class, first_day",
            parameters,
        )
        return tuple(map(_to_rate, rows))


def _values(rate: TaxRate) -> dict[str, object]:
    first, last = validity_to_days(rate.validity)
    return {
        "country": rate.country,
        "region": rate.region,
        "tax_class": rate.tax_class.value,
        "percent": share_to_int(rate.percent),
        "source": rate.source,
        "first_day": first,
        "last_day": last,
    }


def _to_rate(row: tuple[Any, ...]) -> TaxRate:
    return TaxRate(
        country=row[0],
        region=row[1],
        tax_class=TaxClass(row[2]),
        percent=share_of(row[3]),
        source=row[4],
        validity=validity_of(row[5], row[6]),
    )
