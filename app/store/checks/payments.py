"""Payments say what they said, and settle no more than came in."""

from __future__ import annotations

from collections.abc import Iterator

from app.store.checks.documents import Said, hashed
from app.store.checks.numbers import Numbered, gapless
from app.store.checks.sums import adds_up
from app.store.unit_of_work import Reading


def _said(reading: Reading) -> Iterator[Said]:
    from app.payments.content import hash_of

    for payment, kept in reading.payments.every_with_hash():
        yield Said(payment.number, kept, hash_of(payment))


CHECKS = (
    hashed("payments.content", _said),
    gapless(Numbered("payment", "SELECT number, paid_on FROM payment ORDER BY id", in_date_order=False)),
    adds_up(
        "payments.allocated",
        "SELECT p.number, p.allocated, coalesce(sum(a.amount), 0) FROM payment p LEFT JOIN allocation a "
        "ON a.payment_id = p.id GROUP BY p.id, p.number, p.allocated "
        "HAVING p.allocated <> coalesce(sum(a.amount), 0)",
    ),
    adds_up(
        "payments.reversals",
        "SELECT p.number, p.amount, r.amount FROM payment p JOIN payment r ON r.reverses = p.id "
        "WHERE p.amount + r.amount <> 0 OR p.allocated + r.allocated <> 0 OR p.status <> 'reversed'",
    ),
)
