"""The billing schedule: which amount of which contract item falls due when, to the cent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from app.company.policies import ProrationMode
from app.contracts.contract import Contract, ContractItem
from app.kernel.errors import RuleViolation
from app.kernel.money import Money, running_shares
from app.kernel.period import Period, periods_from
from app.kernel.ratio import Ratio
from app.pricing.proration import multiplier

MOST_INSTALMENTS = 1_200
"""A hundred years of months: a schedule beyond it is a mistyped date, not a contract."""


class ScheduleTooLong(RuleViolation):
    """An item would be billed in more instalments than any contract has."""

    code = "billing.schedule_too_long"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One amount of one contract item that falls due on one day.

    Attributes:
        index: 0 for the first of its item.
        period: The days it pays for, half-open; `None` for a one-off.
        due_on: The first day it may be invoiced.
        amount: Before the document discount, in the contract's price basis.
        document_discount: Its share of the item's share, zero or above.
    """

    item_id: UUID
    index: int
    period: Period | None
    due_on: date
    amount: Money
    document_discount: Money


def schedule(contract: Contract) -> tuple[Instalment, ...]:
    """Return every instalment of the contract by due day, then by the items' order.

    The amounts of an item sum to its contracted amount exactly: running shares
    weighted by the contract's proration mode (domain rule: splitting over time).

    Raises:
        ScheduleTooLong: An item has more than `MOST_INSTALMENTS` periods.
    """
    of_items = [schedule_item(contract, item) for item in contract.items]
    return tuple(sorted((i for item in of_items for i in item), key=lambda i: i.due_on))


def schedule_item(contract: Contract, item: ContractItem) -> tuple[Instalment, ...]:
    """Return the instalments of one item, billed in advance from the item's first day.

    Raises:
        ScheduleTooLong: The item has more than `MOST_INSTALMENTS` periods.
    """
    if item.period is None:
        return (Instalment(item.id, 0, None, contract.starts_on, item.amount, item.document_discount),)
    periods = billing_periods(item.period, item.billing_months)
    weights = _weights(item.period.start, periods, item.billing_months, contract.policies.proration)
    amounts = running_shares(item.amount, weights)
    discounts = running_shares(item.document_discount, weights)
    return tuple(
        Instalment(item.id, index, period, period.start, amount, discount)
        for index, (period, amount, discount) in enumerate(zip(periods, amounts, discounts, strict=True))
    )


def _weights(anchor: date, periods: Iterable[Period], months: int, mode: ProrationMode) -> tuple[Ratio, ...]:
    """Weigh each period by how far it carries the term from its anchor.

    Measured from its own clamped start, 28 February to 30 March would be a month and three days.
    """
    reached = [multiplier(Period(anchor, period.end), months, mode) for period in periods]
    return tuple(now - before for before, now in pairwise((Ratio(0), *reached)))


def billing_periods(whole: Period, months: int) -> tuple[Period, ...]:
    """Return the billing periods of a service period: from its anchor, never chained; a stub last.

    Raises:
        ScheduleTooLong: There are more than `MOST_INSTALMENTS`.
    """
    periods: list[Period] = []
    for period in periods_from(whole.start, months, whole.end):
        if len(periods) == MOST_INSTALMENTS:
            raise ScheduleTooLong(first=whole.start.isoformat(), last=whole.last.isoformat())
        periods.append(Period(period.start, min(period.end, whole.end)))
    return tuple(periods)


def due_by(instalments: Iterable[Instalment], day: date) -> tuple[Instalment, ...]:
    """Return the instalments that may be invoiced on a day, the day itself included."""
    return tuple(instalment for instalment in instalments if instalment.due_on <= day)
