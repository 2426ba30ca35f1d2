"""Append to the journal and prove its chain.

The hash of a row covers the row before it, so a row that was changed, removed or put in between shows. The
journal holds business ids, dates and amounts as fixed decimals; never names, addresses or secrets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from app.kernel.canonical import canonical_json
from app.kernel.events import DomainEvent
from app.kernel.findings import Finding, Severity
from app.store.instants import from_microseconds, to_microseconds
from app.store.records import Records
from app.store.transaction import Row

FORMAT = 1
"""Version of what a hash covers; `chain_fault` keeps every older one."""

GENESIS = "0" * 64
"""What the first row carries as the hash before it."""

_COLUMNS = "seq, format, at, actor, device, kind, subject_kind, subject_id, number, facts, previous, hash"
_LAST = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"
_INSERT = (
    f"INSERT INTO journal ({_COLUMNS}) VALUES (:seq, :format, :at, :actor, :device, :kind, "
    ":subject_kind, :subject_id, :number, :facts, :previous, :hash)"
)
_OF = f"SELECT {_COLUMNS} FROM journal WHERE subject_id = :subject ORDER BY seq"
_LOCK = "SELECT pg_advisory_xact_lock(7311904260001)"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal as people read it.

    Attributes:
        seq: 1 for the first, without a gap.
        at: The instant of the act, UTC.
        facts: Canonical JSON of the event's facts.
    """

    seq: int
    at: datetime
    actor: str
    device: str
    kind: str
    subject_kind: str
    subject_id: UUID
    number: str
    facts: str


class ChainRow(NamedTuple):
    """One row with everything its hash covers, in the order of the table."""

    seq: int
    format: int
    at: int
    actor: str
    device: str
    kind: str
    subject_kind: str
    subject_id: UUID
    number: str
    facts: str
    previous: str
    hash: str


class Journal:
    """The journal of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._head: tuple[int, str] | None = None

    def append(self, event: DomainEvent) -> None:
        """Add a business fact to the chain, in the transaction that makes it true."""
        seq, previous = self._head or self._read_head()
        stamp = self._records.stamp
        row = ChainRow(
            seq + 1,
            FORMAT,
            to_microseconds(stamp.at),
            str(stamp.by),
            stamp.device,
            str(event.kind),
            event.subject.kind,
            event.subject.id,
            event.number,
            canonical_json(dict(event.facts)).decode(),
            previous,
            "",
        )
        hashed = row._replace(hash=hash_of(row))
        self._records.transaction.rows(
            _INSERT, {**hashed._asdict(), "subject_id": self._key(event.subject.id)}
        )
        self._head = hashed.seq, hashed.hash

    def _read_head(self) -> tuple[int, str]:
        transaction = self._records.transaction
        if transaction.dialect == "postgresql":
            transaction.rows(_LOCK)  # one writer at the chain's end; SQLite has one writer anyway
        last = transaction.rows(_LAST)
        return (last[0][0], last[0][1]) if last else (0, GENESIS)

    def of(self, subject: UUID) -> tuple[Entry, ...]:
        """Return what happened to a record, oldest first."""
        found = self._records.transaction.rows(_OF, {"subject": self._key(subject)})
        return tuple(_to_entry(chain_row(row)) for row in found)

    def _key(self, subject: UUID) -> UUID | str:
        return self._records.transaction.key(subject)


def chain_row(row: Row) -> ChainRow:
    """Return a row of `SELECT` in the table's order, the id as a UUID on both engines."""
    values = list(row)
    place = ChainRow._fields.index("subject_id")
    values[place] = UUID(str(values[place]))
    return ChainRow(*values)


def chain_sql(after: str = "after", limit: str = "limit") -> str:
    """Return the statement that walks the chain in pages, with the names of its two parameters."""
    return f"SELECT {_COLUMNS} FROM journal WHERE seq > :{after} ORDER BY seq LIMIT :{limit}"


def hash_of(row: ChainRow) -> str:
    """Return the hash a row must carry: SHA-256 of its format and the canonical form of all it says."""
    said: Mapping[str, object] = {
        "seq": row.seq,
        "at": str(row.at),
        "actor": row.actor,
        "device": row.device,
        "kind": row.kind,
        "subject": f"{row.subject_kind}:{row.subject_id}",
        "number": row.number,
        "facts": row.facts,
        "previous": row.previous,
    }
    return sha256(f"journal/{row.format}:".encode() + canonical_json(said)).hexdigest()


def chain_fault(rows: Iterable[ChainRow], seq: int, previous: str) -> tuple[int, str, Finding | None]:
    """Follow the chain from a proven row.

    Args:
        rows: The next rows in order.
        seq: Number of the last proven row, 0 before the first.
        previous: Its hash.

    Returns:
        The last proven number and hash, and what is wrong with the row after it, or None.
    """
    for row in rows:
        if row.seq != seq + 1:
            return seq, previous, _broken("verify.journal_row_missing", seq + 1)
        if row.format != FORMAT:
            return seq, previous, _broken("verify.journal_format_unknown", row.seq)
        if row.previous != previous or row.hash != hash_of(row):
            return seq, previous, _broken("verify.journal_row_changed", row.seq)
        seq, previous = row.seq, row.hash
    return seq, previous, None


def _broken(code: str, seq: int) -> Finding:
    return Finding(code, Severity.BLOCKER, f"journal[{seq}]", {"row": seq})


def _to_entry(row: ChainRow) -> Entry:
    return Entry(
        row.seq,
        from_microseconds(row.at),
        row.actor,
        row.device,
        row.kind,
        row.subject_kind,
        row.subject_id,
        row.number,
        row.facts,
    )
