"""Give a document its number, in the transaction that needs it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.company.numbering import Numbered, Series, counter_name

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.unit_of_work import UnitOfWork

ISSUED_IN_DATE_ORDER = frozenset({Series.INVOICE, Series.CREDIT_NOTE})
"""Series in which numbers and dates run in the same order."""


def next_number(uow: UnitOfWork, act: Act, series: Series, on: date) -> str:
    """Return the next number of a series by the company's pattern.

    Raises:
        IssueDateTooEarly: The series already holds an invoice of a later date.
    """
    company = uow.company.get()
    pattern = company.pattern(series)
    device = act.actor.device
    numbered = Numbered(on, company.fiscal_year, device)
    counted = uow.numbers.take(
        counter_name(series, device),
        on,
        year=pattern.counter_year(numbered),
        in_date_order=series in ISSUED_IN_DATE_ORDER,
    )
    return pattern.number(counted, numbered)
