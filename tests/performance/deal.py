"""What a deal costs: each command on 20 lines, a document of 1,000 lines, the 1,000th invoice."""

from __future__ import annotations

import gc
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import UUID

from app.quotes.quote import Quote
from app.services import billing, payments, quotes
from app.services.lists import quote_lines
from app.services.payments import Booking
from app.store.store import Store
from tests.performance.row import Row
from tests.performance.timing import milliseconds, spent_on
from tests.support.deals import ACME, a_draft, a_yes, accepted, sent, stocked
from tests.support.stores import TODAY, a_store, an_act

COMMAND_GOAL = Decimal(15)
DISPLAY_COLUMNS = "id, kind, role, sku, name, quantity, unit, shown_price, shown_base, amount"
SOLD = tuple(("A-1" if number % 2 else "B-2", str(number + 1)) for number in range(20))


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure commands, display and growth."""
    with a_company() as store:
        found = _commands(store, rounds=3 if quick else 15, scale=scale)
    with a_company() as store:
        found.append(_display(store, rounds=9 if quick else 25))
    with a_company() as store:
        found.append(_growth(store, last=45 if quick else 1_000))
    return found


@contextmanager
def a_company() -> Iterator[Store]:
    with TemporaryDirectory() as folder, a_store(Path(folder)) as store:
        yield stocked(store)


def _commands(store: Store, *, rounds: int, scale: Decimal) -> list[Row]:
    """Processor time of each command of the deal, on documents of 20 lines."""
    spent: dict[str, list[int]] = {}
    for number in range(rounds + 1):
        draft = a_draft(store, *SOLD)
        draft = _timed(spent, "save", lambda draft=draft: _save(store, replace(draft, notes="changed")))
        quote = _timed(spent, "send", lambda draft=draft: sent(store, draft))
        contract = _timed(spent, "accept", lambda quote=quote: _accept(store, quote))
        invoice = _timed(spent, "issue", lambda contract=contract: _issue(store, contract.id))
        _timed(spent, "book", lambda invoice=invoice: _book(store, invoice.total))
        if not number:
            spent.clear()
    return [
        _row(f"20 lines: {name}, CPU", milliseconds(median(times)) * scale, "ms", COMMAND_GOAL)
        for name, times in spent.items()
    ]


def _display(store: Store, *, rounds: int) -> Row:
    """A document of 1,000 lines for display, beside raw sqlite3 of the same columns."""
    draft = a_draft(store, *(SOLD * 50))
    raw = sqlite3.connect(store.name)
    sql = f"SELECT {DISPLAY_COLUMNS} FROM quote_line WHERE document_id = ? ORDER BY position"

    def own() -> None:
        with store.reading() as unit:
            assert len(quote_lines(unit, draft.id)) == 1_000

    def floor() -> None:
        assert len(raw.execute(sql, (draft.id.hex,)).fetchall()) == 1_000

    ratio = spent_on(own, rounds=rounds).wall / max(spent_on(floor, rounds=rounds).wall, Decimal("0.001"))
    raw.close()
    return _row("load 1,000 lines for display, against raw sqlite3", ratio, "x", Decimal(3))


def _growth(store: Store, *, last: int) -> Row:
    """The last invoice costs what the 10th did."""
    times: list[int] = []
    for _ in range(last):
        contract = accepted(store, ("A-1", "1"))
        gc.collect()
        start = time.process_time_ns()
        _issue(store, contract.id)
        times.append(time.process_time_ns() - start)
    early, late = median(times[5:25]), median(times[-20:])
    return _row(
        f"invoice number {last} against the 10th", Decimal(late) / Decimal(early), "x", Decimal("1.2")
    )


def _timed(spent: dict[str, list[int]], name: str, act: Callable[[], object]):
    gc.collect()
    start = time.process_time_ns()
    result = act()
    spent.setdefault(name, []).append(time.process_time_ns() - start)
    return result


def _save(store: Store, draft: Quote) -> Quote:
    with store.writing(an_act()) as uow:
        return quotes.save_draft(uow, an_act(), quote=draft)


def _accept(store: Store, quote: Quote):
    with store.writing(an_act()) as uow:
        return quotes.accept(uow, an_act(), quote_id=quote.id, acceptance=a_yes())


def _issue(store: Store, contract_id: UUID):
    with store.writing(an_act()) as uow:
        return billing.issue(uow, an_act(), contract_id=contract_id)


def _book(store: Store, amount):
    with store.writing(an_act()) as uow:
        return payments.book(uow, an_act(), booking=Booking(ACME, amount, TODAY))


def _row(name: str, value: Decimal, unit: str, goal: Decimal) -> Row:
    shown = value.quantize(Decimal("0.01"))
    return Row(name, shown, unit, goal, shown <= goal)
