"""Contracts say what they said, promise what their quotes offered, and their items sum to their totals."""

from __future__ import annotations

from collections.abc import Iterator

from app.store.checks.documents import Said, hashed
from app.store.checks.numbers import Numbered, gapless
from app.store.checks.sums import adds_up
from app.store.unit_of_work import Reading


def _said(reading: Reading) -> Iterator[Said]:
    from app.contracts.content import hash_of

    for contract, kept in reading.contracts.every_with_hash():
        yield Said(contract.number, kept, hash_of(contract))


def _offered(reading: Reading) -> Iterator[Said]:
    """Yield for each contract the hash of the quote it was made of, then and now."""
    from app.quotes.content import hash_of

    for contract, _kept in reading.contracts.every_with_hash():
        yield Said(contract.number, contract.quote_hash, hash_of(reading.quotes.get(contract.quote_id)))


CHECKS = (
    hashed("contracts.content", _said),
    hashed("contracts.quote", _offered),
    gapless(Numbered("contract", "SELECT number, signed_on FROM contract ORDER BY id", in_date_order=False)),
    adds_up(
        "contracts.items",
        "SELECT c.number, c.total, sum(i.amount - i.document_discount) FROM contract c "
        "JOIN contract_item i ON i.document_id = c.id GROUP BY c.id, c.number, c.total "
        "HAVING c.total <> sum(i.amount - i.document_discount)",
    ),
    adds_up(
        # Of net quotes without chosen options; the others are proven by the hash of the quote.
        "contracts.total_of_quote",
        "SELECT c.number, c.total, q.net FROM contract c JOIN quote q ON q.id = c.quote_id "
        "WHERE NOT c.gross AND q.accepted_options = '[]' AND c.total <> q.net",
    ),
)
