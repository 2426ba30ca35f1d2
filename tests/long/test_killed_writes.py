"""kill -9 at any moment of any kind of write loses nothing that was acknowledged and doubles nothing."""

from __future__ import annotations

import secrets
import shutil
import signal
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from app.kernel.money import Currency, Money
from app.services import billing, documents, payments, quotes
from app.store.checks import every_check
from app.store.sqlite_file import SqliteFile
from app.store.store import Store
from app.store.verify import verify
from tests.support.catalog import a_product
from tests.support.deals import BIKES, a_draft, a_yes, accepted, sent, stocked
from tests.support.killing import killed_while_writing
from tests.support.stores import a_store, an_act

EUR = Currency.of("EUR")
SOLD = (("A-1", "10"), ("B-2", "25"), ("S-3", "2"))
OF_EACH = 12
KILLS_OF_EACH = 8


@dataclass(frozen=True)
class Prepared:
    """A closed file with documents at every stage of the deal."""

    file: Path
    drafts: list[UUID]
    sent: list[UUID]
    contracts: list[UUID]
    invoices: list[UUID]
    payments: list[UUID]


@dataclass(frozen=True)
class Write:
    """A kind of write: one of it, the things it is done to, and the table it adds a row to (empty: none)."""

    one: Callable[[Store, UUID], object]
    to: Callable[[Prepared], list[UUID]]
    adds_to: str


def issued(store: Store, contract_id: UUID) -> UUID:
    with store.writing(an_act()) as uow:
        return billing.issue(uow, an_act(key=str(contract_id)), contract_id=contract_id).id


def booked(store: Store, key: UUID) -> UUID:
    booking = payments.Booking(BIKES, Money(Decimal(100), EUR), an_act().today)
    with store.writing(an_act()) as uow:
        return payments.book(uow, an_act(key=str(key)), booking=booking).id


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    with a_store(tmp_path_factory.mktemp("prepared")) as store:
        stocked(store)
        each = range(OF_EACH)
        made = Prepared(
            file=store.place.file,
            drafts=[a_draft(store, *SOLD).id for _ in each],
            sent=[sent(store, a_draft(store, *SOLD)).id for _ in each],
            contracts=[accepted(store, *SOLD).id for _ in each],
            invoices=[issued(store, accepted(store, *SOLD).id) for _ in each],
            payments=[booked(store, UUID(int=number)) for number in each],
        )
        load_the_fonts(store, made)
    return made


def load_the_fonts(store: Store, made: Prepared) -> None:
    """Load the fonts before the fork, so that what is killed is a write and not an import."""
    with store.reading() as unit:
        documents.render(documents.data_of(unit, kind="invoice", document_id=made.invoices[0]))


def some_ids(_prepared: Prepared) -> list[UUID]:
    return [UUID(int=10_000 + number) for number in range(OF_EACH)]


def save_a_draft(store: Store, _number: UUID) -> UUID:
    return a_draft(store, *SOLD).id


def change_a_draft(store: Store, draft_id: UUID) -> object:
    with store.writing(an_act()) as uow:
        draft = uow.quotes.get(draft_id)
        return quotes.save_draft(uow, an_act(), quote=replace(draft, notes=f"{draft.notes}."))


def send(store: Store, quote_id: UUID) -> object:
    with store.writing(an_act()) as uow:
        return quotes.send(uow, an_act(), quote_id=quote_id)


def accept(store: Store, quote_id: UUID) -> object:
    with store.writing(an_act()) as uow:
        return quotes.accept(uow, an_act(), quote_id=quote_id, acceptance=a_yes())


def credit(store: Store, invoice_id: UUID) -> object:
    with store.writing(an_act()) as uow:
        return billing.credit(uow, an_act(), invoice_id=invoice_id)


def reverse(store: Store, payment_id: UUID) -> object:
    with store.writing(an_act()) as uow:
        return payments.reverse(uow, an_act(), payment_id=payment_id)


def keep_the_paper(store: Store, invoice_id: UUID) -> object:
    with store.writing(an_act()) as uow:
        return documents.pdf_of(uow, an_act(), kind="invoice", document_id=invoice_id)


def save_a_product(store: Store, product_id: UUID) -> object:
    with store.writing(an_act()) as uow:
        return uow.products.save(a_product(f"NEW-{product_id.int}", id=product_id))


WRITES = {
    "save a draft": Write(save_a_draft, some_ids, "quote"),
    "change a draft": Write(change_a_draft, lambda p: p.drafts, ""),
    "send": Write(send, lambda p: p.drafts, ""),
    "accept": Write(accept, lambda p: p.sent, "contract"),
    "issue": Write(issued, lambda p: p.contracts, "invoice"),
    "credit": Write(credit, lambda p: p.invoices, "invoice"),
    "book": Write(booked, some_ids, "payment"),
    "reverse": Write(reverse, lambda p: p.payments, ""),
    "keep the paper": Write(keep_the_paper, lambda p: p.invoices, "document_file"),
    "save a product": Write(save_a_product, some_ids, "product"),
}


def opened(file: Path) -> Store:
    """Open with real chance: two processes with the same seed and the same clock would make the same ids."""
    return Store(SqliteFile(file), secrets.randbits)


def rows(file: Path, table: str) -> int:
    if not table:
        return 0
    with sqlite3.connect(file) as raw:
        return raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def faults(file: Path) -> list[str]:
    with opened(file) as store, store.reading() as reading:
        return [str(verdict) for verdict in verify(reading, every_check()) if not verdict.ok]


def killed(file: Path, write: Write, todo: list[UUID], *, seed: int) -> int:
    """Do the write to one thing after the other until the kill; return how many were acknowledged."""

    def one_after_the_other(store: Store, number: int) -> None:
        if number == len(todo):
            signal.pause()  # all done before the kill: wait for it
        write.one(store, todo[number])

    return killed_while_writing(file, one_after_the_other, first=0, seed=seed)


@pytest.mark.parametrize("seed", range(KILLS_OF_EACH))
@pytest.mark.parametrize("kind", WRITES)
def test_a_killed_write_is_whole_or_was_never_made(prepared, tmp_path, kind, seed):
    write, file = WRITES[kind], tmp_path / "office.db"
    todo = write.to(prepared)
    shutil.copy(prepared.file, file)
    before = rows(file, write.adds_to)

    done = killed(file, write, todo, seed=seed)

    assert faults(file) == []
    if write.adds_to:
        assert rows(file, write.adds_to) - before in {done, done + 1}
    with opened(file) as store:
        for one in todo[done + 1 :]:  # the one in the middle may have been made or not
            write.one(store, one)
    assert faults(file) == []


@pytest.mark.parametrize("seed", range(KILLS_OF_EACH))
@pytest.mark.parametrize("kind", ["issue", "book"])
def test_who_asks_again_with_the_same_key_gets_the_same_document(prepared, tmp_path, kind, seed):
    write, file = WRITES[kind], tmp_path / "office.db"
    todo = write.to(prepared)
    shutil.copy(prepared.file, file)
    before = rows(file, write.adds_to)

    killed(file, write, todo, seed=seed)
    with opened(file) as store:
        for one in todo:
            write.one(store, one)

    assert rows(file, write.adds_to) - before == len(todo)
    assert faults(file) == []
