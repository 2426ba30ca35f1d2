"""What a long list costs: a million documents beside a thousand."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from decimal import Decimal

from app.services import lists
from app.services.lists import PageRequest
from app.store.store import Store
from tests.performance.deal import a_company
from tests.performance.row import Row
from tests.performance.timing import spent_on
from tests.support.deals import ACME

GOAL = Decimal("1.5")
FIRST_DAY = date(2010, 1, 1)
_TEMPLATE = {
    "version": 1,
    "owner": "o",
    "status": "sent",
    "content_hash": "h",
    "created_at": 0,
    "created_by": "o",
    "updated_at": 0,
    "updated_by": "o",
    "customer_name": "Acme AG",
    "currency": "EUR",
    "price_book": "LIST",
    "language": "de",
    "exchange_rate": 1_000_000,
    "exchange_source": "",
    "policies": "{}",
    "payment_terms": "30 days",
    "delivery_terms": "",
    "term_months": 12,
    "partner": 0,
    "distributor": 0,
    "buyer_reference": "",
    "notes": "",
    "internal_notes": "",
    "binned": 0,
}


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the first page of the quotes; `scale` is not needed for a ratio."""
    many = 50_000 if quick else 1_000_000
    spent = {count: _first_page(count) for count in (1_000, many)}
    ratio = (spent[many] / spent[1_000]).quantize(Decimal("0.01"))
    return [Row(f"open a list of {many:,} documents, against 1,000", ratio, "x", GOAL, ratio <= GOAL)]


def _first_page(count: int) -> Decimal:
    with a_company() as store:
        fill(store, count)

        def first_page() -> None:
            with store.reading() as unit:
                assert len(lists.quotes(unit, PageRequest("dated"))) == lists.PAGE

        return spent_on(first_page, rounds=15).wall


def fill(store: Store, count: int) -> None:
    """Put so many quotes into the file, past the services: only their number matters here."""
    columns = (
        *_TEMPLATE, "id", "rev", "family", "number", "revision", "customer_id", "dated", "valid_until",
        "price_date", "net", "tax", "total",
    )  # fmt: skip
    sql = f"INSERT INTO quote ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    shared = tuple(_TEMPLATE.values())
    raw = sqlite3.connect(store.name)
    raw.execute("PRAGMA synchronous = OFF")
    raw.executemany(sql, ((*shared, *_own(number)) for number in range(count)))
    raw.execute("ANALYZE")
    raw.commit()
    raw.close()


def _own(number: int) -> tuple[object, ...]:
    day = (FIRST_DAY + timedelta(days=number % 5_000)).isoformat()
    name = f"{number:032x}"
    return (name, name, name, f"Q-{number:07}", 1, ACME.hex, day, day, day, number, 0, number)
