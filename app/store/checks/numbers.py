"""Numbers: a series has given as many as there are documents, and their dates run in the order of issue."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from app.kernel.findings import Finding, Severity
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch

_GIVEN = (
    "SELECT coalesce(sum(last - first + 1), 0) FROM counter WHERE series = :series OR series LIKE :devices"
)


class Numbered(NamedTuple):
    """How a noun's numbers can be proven.

    Attributes:
        series: Code of the series as `Numbers.take` was given it, without the ``/`` and name of a device.
        sql: Statement that returns number and date of every document of the series, in the order of issue.
        in_date_order: Whether the dates must not run backwards.
    """

    series: str
    sql: str
    in_date_order: bool = True


def gapless(numbered: Numbered) -> Check:
    """Return the check that a series has no number without a document and no date out of order."""

    def find(reading: Reading, _watch: Watch) -> Finding | None:
        transaction = reading.records.transaction
        documents = transaction.rows(numbered.sql)
        if numbered.in_date_order:
            for (_, before), (number, on) in pairwise(documents):
                if on < before:
                    return _bad("verify.date_order", number, {"number": number, "date": on, "last": before})
        parameters = {"series": numbered.series, "devices": f"{numbered.series}/%"}
        given = int(transaction.rows(_GIVEN, parameters)[0][0])
        if given == len(documents):
            return None
        facts = {"series": numbered.series, "given": given, "found": len(documents)}
        return _bad("verify.numbers_missing", numbered.series, facts)

    return Check(f"numbers.{numbered.series}", find)


def _counters(reading: Reading, _watch: Watch) -> Finding | None:
    sql = "SELECT series, year FROM counter WHERE first < 1 OR last < first - 1 OR year < 0"
    for series, year in reading.records.transaction.rows(sql):
        return _bad("verify.counter_broken", f"{series}[{year}]", {"series": series, "year": year})
    return None


def _bad(code: str, where: str, facts: dict[str, object]) -> Finding:
    return Finding(code, Severity.BLOCKER, where, facts)


CHECKS = (Check("numbers.counters", _counters),)
