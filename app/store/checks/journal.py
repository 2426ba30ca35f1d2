"""The journal's chain is whole from the first row to the last."""

from __future__ import annotations

from app.kernel.findings import Finding
from app.store.journal import GENESIS, chain_fault, chain_row, chain_sql
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch

NAME = "journal.chain"
_AT_ONCE = 2_000


def _chain(reading: Reading, watch: Watch) -> Finding | None:
    transaction = reading.records.transaction
    total = int(transaction.rows("SELECT count(*) FROM journal")[0][0])
    seq, previous = 0, GENESIS
    while rows := transaction.rows(chain_sql(), {"after": seq, "limit": _AT_ONCE}):
        seq, previous, bad = chain_fault(map(chain_row, rows), seq, previous)
        if bad is not None:
            return bad
        watch.step(NAME, seq, total)
    return None


CHECKS = (Check(NAME, _chain),)
