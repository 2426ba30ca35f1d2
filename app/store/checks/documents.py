"""Frames for a noun's own checks: documents say what they said, the chain of issued ones is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from app.kernel.errors import RuleViolation
from app.kernel.findings import Finding, Severity
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch

_STEP = 200

UNREADABLE = (RuleViolation, ValueError, TypeError, KeyError)
"""What reading a document raises whose rows no longer fit together."""


class Said(NamedTuple):
    """A document with the hash its row keeps and the hash of what its rows say now."""

    number: str
    kept: str
    computed: str


class Link(NamedTuple):
    """An issued document's place in the chain: 1 for the first, each with the hash of the one before."""

    number: str
    position: int
    previous: str
    hash: str


def hashed(name: str, documents: Callable[[Reading], Iterable[Said]]) -> Check:
    """Return the check that no document was changed behind its content hash."""

    def find(reading: Reading, watch: Watch) -> Finding | None:
        number = ""
        try:
            for done, one in enumerate(documents(reading)):
                number = one.number
                if one.kept != one.computed:
                    return _bad("verify.content_changed", number, {"number": number})
                if not done % _STEP:
                    watch.step(name, done)
        except UNREADABLE as reason:
            return _bad("verify.content_unreadable", number, {"after": number, "reason": str(reason)[:80]})
        return None

    return Check(name, find)


def chained(name: str, links: Callable[[Reading], Iterable[Link]], genesis: str = "") -> Check:
    """Return the check that every issued document carries the hash of its predecessor.

    Args:
        name: Name of the check.
        links: Gives the chain in the order of `position`.
        genesis: What the first document carries.
    """

    def find(reading: Reading, _watch: Watch) -> Finding | None:
        position, previous = 0, genesis
        for link in links(reading):
            if (link.position, link.previous) != (position + 1, previous):
                return _bad("verify.chain_broken", link.number, {"number": link.number, "row": link.position})
            position, previous = link.position, link.hash
        return None

    return Check(name, find)


def _bad(code: str, number: str, facts: dict[str, object]) -> Finding:
    return Finding(code, Severity.BLOCKER, number, facts)
