"""Quotes say what they said, and every number was given to one."""

from __future__ import annotations

from collections.abc import Iterator

from app.store.checks.documents import Said, hashed
from app.store.checks.numbers import Numbered, gapless
from app.store.checks.sums import adds_up
from app.store.unit_of_work import Reading


def _said(reading: Reading) -> Iterator[Said]:
    from app.quotes.content import hash_of

    for quote, kept in reading.quotes.every_with_hash():
        yield Said(f"{quote.number}/{quote.revision}", kept, hash_of(quote))


CHECKS = (
    hashed("quotes.content", _said),
    gapless(
        Numbered(
            "quote",
            "SELECT number, dated FROM quote WHERE revision = 1 ORDER BY id",
            in_date_order=False,
        )
    ),
    adds_up(
        "quotes.one_open_revision",
        "SELECT number, 1, count(*) FROM quote WHERE status NOT IN ('superseded', 'declined', 'expired') "
        "GROUP BY number HAVING count(*) > 1",
    ),
)
