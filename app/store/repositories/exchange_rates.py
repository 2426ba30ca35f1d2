"""Load and save dated exchange rates."""

from __future__ import annotations

from datetime import date

from app.kernel.money import Currency
from app.quotes.exchange_rate import FrozenRate
from app.store.native import day_of, to_native
from app.store.records import Records
from app.store.scales import price_of, price_to_int

_SAVE = (
    "INSERT INTO exchange_rate (id, currency, company_currency, day, rate, source, entered_at, entered_by) "
    "VALUES (:id, :currency, :company_currency, :day, :rate, :source, :entered_at, :entered_by) "
    "ON CONFLICT (currency, company_currency, day) DO UPDATE SET rate = excluded.rate, "
    "source = excluded.source, entered_at = excluded.entered_at, entered_by = excluded.entered_by"
)
_LATEST = (
    "SELECT rate, day, source FROM exchange_rate WHERE currency = :currency "
    "AND company_currency = :company_currency AND day <= :day ORDER BY day DESC LIMIT 1"
)
_KNOWN = (
    "SELECT currency, rate, day, source FROM exchange_rate WHERE company_currency = :company_currency "
    "AND currency <> :company_currency AND day <= :day ORDER BY currency, day"
)
_NEWEST = (
    "SELECT currency, rate, day, source FROM (SELECT currency, rate, day, source, "
    "ROW_NUMBER() OVER (PARTITION BY currency ORDER BY day DESC) AS place FROM exchange_rate "
    "WHERE company_currency = :company_currency) AS placed WHERE place <= :each ORDER BY currency, day DESC"
)


class ExchangeRates:
    """The exchange rates of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def latest(self, currency: Currency, company_currency: Currency, on: date) -> FrozenRate | None:
        """Return the last rate quoted up to and including a day, None when nobody entered one."""
        transaction = self._records.transaction
        wanted = {"currency": currency.code, "company_currency": company_currency.code, "day": on}
        rows = transaction.rows(_LATEST, to_native(transaction.dialect, wanted))
        return FrozenRate(price_of(rows[0][0]), day_of(rows[0][1]), rows[0][2]) if rows else None

    def every_latest(self, company_currency: Currency, on: date) -> dict[str, FrozenRate]:
        """Return the last rate of each foreign currency up to and including a day, by the currency's code."""
        transaction = self._records.transaction
        wanted = {"company_currency": company_currency.code, "day": on}
        rows = transaction.rows(_KNOWN, to_native(transaction.dialect, wanted))
        return {row[0]: FrozenRate(price_of(row[1]), day_of(row[2]), row[3]) for row in rows}

    def newest(self, company_currency: Currency, each: int) -> list[tuple[Currency, FrozenRate]]:
        """Return the rates quoted last, at most so many of each currency: by currency, the newest first."""
        wanted = {"company_currency": company_currency.code, "each": each}
        return [
            (Currency.of(row[0]), FrozenRate(price_of(row[1]), day_of(row[2]), row[3]))
            for row in self._records.transaction.rows(_NEWEST, wanted)
        ]

    def write(self, currency: Currency, company_currency: Currency, rate: FrozenRate) -> None:
        """Keep a rate; one of the same day is replaced.

        Raises:
            TooManyDecimals: The rate has more than six decimals.
        """
        transaction, stamp = self._records.transaction, self._records.stamp
        rate_id = self._records.new_id()
        row = {
            "id": rate_id,
            "currency": currency.code,
            "company_currency": company_currency.code,
            "day": rate.on,
            "rate": price_to_int(rate.rate),
            "source": rate.source,
            "entered_at": stamp.at,
            "entered_by": stamp.by,
        }
        transaction.rows(_SAVE, to_native(transaction.dialect, row))
        self._records.touch("exchange_rate", rate_id)
