"""Rules between which nothing decides: refused when somebody writes one, with both names."""

from __future__ import annotations

from collections.abc import Iterable

from app.catalog.contracted_price import ContractedPrice
from app.catalog.discount_schedule import DiscountSchedule
from app.kernel.errors import RuleViolation


class RulesTie(RuleViolation):
    """Two rules are for the same products and customers and begin on the same day; nothing decides which."""

    code = "catalog.rules_tie"


def refuse_tied_schedule(schedule: DiscountSchedule, others: Iterable[DiscountSchedule]) -> None:
    """Let a schedule pass that ties with no other: same place, same measure, same first day.

    Raises:
        RulesTie: It ties; the error names both.
    """
    for other in others:
        if (
            other.id != schedule.id
            and other.measure is schedule.measure
            and other.validity.first == schedule.validity.first
            and other.selector.overlaps(schedule.selector)
        ):
            raise RulesTie(rule=schedule.code, other=other.code)


def refuse_tied_agreement(agreed: ContractedPrice, others: Iterable[ContractedPrice]) -> None:
    """Let a contracted price pass that ties with no other of the same customer.

    Raises:
        RulesTie: It ties; the error names both.
    """
    for other in others:
        if (
            other.id != agreed.id
            and (other.customer, other.sku, other.category) == (agreed.customer, agreed.sku, agreed.category)
            and other.validity.first == agreed.validity.first
        ):
            raise RulesTie(rule=agreed.code, other=other.code)
