"""Whatever somebody changes behind the application's back, `verify` names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import billing, documents, payments
from app.services.payments import Booking
from app.store.checks import contracts, every_check, files, invoices, quotes, sums
from app.store.checks import payments as payment_checks
from app.store.store import Store
from app.store.verify import verify
from tests.support.billing import euros
from tests.support.deals import ACME, accepted, stocked
from tests.support.stores import TODAY, a_store, an_act

OURS = (quotes, contracts, invoices, payment_checks, files)


@pytest.fixture
def dealt(tmp_path: Path) -> Iterator[Store]:
    """Two deals, one of them paid in part and reversed, the other credited."""
    with a_store(tmp_path, "deals.db") as store:
        stocked(store)
        for quantity in ("1", "2"):
            contract = accepted(store, ("A-1", quantity), ("S-3", "1"))
            with store.writing(an_act()) as uow:
                invoice = billing.issue(uow, an_act(), contract_id=contract.id)
                documents.pdf_of(uow, an_act(), kind="invoice", document_id=invoice.id)
        with store.writing(an_act()) as uow:
            paid = payments.book(uow, an_act(), booking=Booking(ACME, euros("50"), TODAY))
            payments.reverse(uow, an_act(), payment_id=paid.id)
            payments.book(uow, an_act(), booking=Booking(ACME, euros("20"), TODAY))
            billing.credit(uow, an_act(), invoice_id=invoice.id)
        yield store


def bad_checks(store: Store) -> set[str]:
    with store.reading() as unit:
        return {verdict.check for verdict in verify(unit, every_check()) if not verdict.ok}


def changed_by_hand(store: Store, sql: str) -> None:
    """Change a row the way somebody with a database tool would, guards removed."""
    raw = sqlite3.connect(store.name)
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute("PRAGMA foreign_keys = OFF")
    for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f'DROP TRIGGER "{trigger}"')
    raw.execute(sql)
    raw.commit()
    raw.close()


def test_what_the_application_wrote_is_in_order(dealt):
    assert bad_checks(dealt) == set()


@pytest.mark.parametrize(
    ("sql", "check"),
    [
        ("UPDATE quote SET notes = 'free beer'", "quotes.content"),
        ("UPDATE quote_line SET quantity = quantity + 1", "quotes.content"),
        ("DELETE FROM quote WHERE number = 'Q-2026-A0002'", "numbers.quote"),
        ("UPDATE contract SET notes = 'x'", "contracts.content"),
        ("UPDATE quote SET language = 'fr'", "contracts.quote"),
        ("UPDATE contract_item SET amount = amount + 1", "contracts.items"),
        ("UPDATE contract SET total = total + 1", "contracts.items"),
        ("UPDATE invoice_line SET amount = amount + 1", "invoices.lines"),
        ("UPDATE invoice SET notes = 'x'", "invoices.content"),
        ("DELETE FROM invoice WHERE chain_position = 1", "invoices.chain"),
        ("UPDATE invoice SET chain_hash = 'x' WHERE chain_position = 3", "invoices.links"),
        ("DELETE FROM invoice WHERE number = 'INV-2026-00002'", "numbers.invoice"),
        ("UPDATE invoice SET paid = paid + 1", "invoices.paid"),
        ("UPDATE invoice SET credited = credited + 1", "invoices.credited"),
        ("UPDATE invoice SET total = total + 5 WHERE kind = 'credit_note'", "invoices.credit_notes"),
        ("UPDATE payment SET reference = 'x'", "payments.content"),
        ("UPDATE payment SET allocated = allocated + 1", "payments.allocated"),
        ("UPDATE payment SET status = 'booked'", "payments.reversals"),
        ("UPDATE document_file SET content = x'00'", "files.bytes"),
    ],
)
def test_a_change_by_hand_is_named(dealt, sql, check):
    changed_by_hand(dealt, sql)

    assert check in bad_checks(dealt)


def test_every_check_has_a_name_of_its_own():
    names = [check.name for room in OURS for check in room.CHECKS]

    assert len(names) == len(set(names))
    assert sums.adds_up("a.b", "SELECT 1, 1, 1 WHERE 0").name == "a.b"
