"""Carry out a command once: the same key again returns what the first call made."""

from __future__ import annotations

from uuid import UUID

from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.store.instants import to_microseconds
from app.store.records import Records

_FIND = "SELECT name, outcome_kind, outcome_id FROM command WHERE key = :key"
_KEEP = (
    "INSERT INTO command (key, name, at, actor, outcome_kind, outcome_id) "
    "VALUES (:key, :name, :at, :actor, :kind, :id)"
)


class KeyUsedElsewhere(RuleViolation):
    """The idempotency key belongs to another command."""

    code = "store.key_used_elsewhere"


class Idempotency:
    """The keys of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def outcome(self, command: str, key: str) -> Ref | None:
        """Return what an earlier call with this key made, None on the first call or without a key.

        Args:
            command: Name of the use case, ``invoices.issue``.
            key: `Act.key`; empty means that the caller wants no protection.

        Raises:
            KeyUsedElsewhere: The key was used for another command.
        """
        found = self._records.transaction.rows(_FIND, {"key": key}) if key else ()
        if not found:
            return None
        name, kind, record = found[0]
        if name != command:
            raise KeyUsedElsewhere(key=key, command=name)
        return Ref(kind, record if isinstance(record, UUID) else UUID(record))

    def keep(self, command: str, key: str, outcome: Ref) -> None:
        """Remember what the command made, in the transaction that made it."""
        if not key:
            return
        stamp, transaction = self._records.stamp, self._records.transaction
        row = {
            "key": key,
            "name": command,
            "at": to_microseconds(stamp.at),
            "actor": str(stamp.by),
            "kind": outcome.kind,
            "id": transaction.key(outcome.id),
        }
        transaction.rows(_KEEP, row)
