"""Payment terms: in which parts a total falls due, when, and what early payment is worth.

Terms have one spelling that people type, the store keeps and papers are made from::

    30 days
    2% discount 10 days, 30 days
    40% 0 days, 60% 30 days
    500 0 days, rest 30 days end of month
    10% discount 7 days, rest 0 days day 15
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate

from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.money import Money
from app.kernel.percent import Percent, points_of_fraction
from app.kernel.period import add_months, days_in_month, month_end
from app.kernel.ratio import Ratio

MOST_DAYS = 3650
MOST_INSTALMENTS = 60
LARGEST_SHARE = Decimal(10**12)
YEAR = 365
"""Days of a year when the cost of credit is named (simple, actual/365)."""


class TermsIncomplete(RuleViolation):
    """The instalments do not make up the whole: percents not 100, or nothing takes the rest."""

    code = "company.terms_incomplete"


class TermsOutOfRange(RuleViolation):
    """A number of days, a day of the month, an amount or a count in the terms is out of range."""

    code = "company.terms_out_of_range"


class DueRule(StrEnum):
    """What happens after the days are counted."""

    DAYS = "days"
    END_OF_MONTH = "end_of_month"
    DAY_OF_MONTH = "day_of_month"


@dataclass(frozen=True, slots=True)
class Due:
    """When an instalment falls due.

    Attributes:
        days: Days after the date of the invoice, 0 to 3650.
        rule: Whether the count stops there, goes on to the month's end, or to the next `day`.
        day: Day of the month, 1 to 31, clamped in shorter months; 0 for the other rules.
    """

    days: int
    rule: DueRule = DueRule.DAYS
    day: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.days <= MOST_DAYS:
            raise TermsOutOfRange(value=self.days, low=0, high=MOST_DAYS)
        low, high = (1, 31) if self.rule is DueRule.DAY_OF_MONTH else (0, 0)
        if not low <= self.day <= high:
            raise TermsOutOfRange(value=self.day, low=low, high=high)

    def date_for(self, issued: date) -> date:
        """Return the last day on which payment is in time for an invoice of this date."""
        counted = issued + timedelta(days=self.days)
        if self.rule is DueRule.END_OF_MONTH:
            return month_end(counted)
        if self.rule is DueRule.DAY_OF_MONTH:
            return self._next_day_of_month(counted)
        return counted

    def _next_day_of_month(self, counted: date) -> date:
        here = counted.replace(day=min(self.day, days_in_month(counted)))
        if here >= counted:
            return here
        following = add_months(counted.replace(day=1), 1)
        return following.replace(day=min(self.day, days_in_month(following)))


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of the total.

    Attributes:
        due: When it falls due.
        share: A percentage of gross, a fixed amount in the document's currency, or None for the rest.
    """

    due: Due
    share: Percent | Decimal | None = None

    def __post_init__(self) -> None:
        if isinstance(self.share, Decimal) and not (
            self.share.is_finite() and 0 < self.share <= LARGEST_SHARE
        ):
            raise TermsOutOfRange(value=self.share, low=0, high=LARGEST_SHARE)


@dataclass(frozen=True, slots=True)
class EarlyStep:
    """A discount for paying within so many days, the last one included."""

    percent: Percent
    days: int

    def __post_init__(self) -> None:
        if not 0 <= self.days <= MOST_DAYS:
            raise TermsOutOfRange(value=self.days, low=0, high=MOST_DAYS)


@dataclass(frozen=True, slots=True)
class DuePart:
    """A part of a total and the last day on which it is in time."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class EarlyOffer:
    """What may be paid instead of the total, up to and including a day.

    Attributes:
        discount: Off gross, rounded to the currency; its tax part is taken per tax group.
    """

    until: date
    percent: Percent
    discount: Money
    payable: Money


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """Instalments and early-payment steps.

    Raises:
        TermsIncomplete: No instalment; two take the rest; or none does and the percents are not 100.
        TermsOutOfRange: Too many instalments.
    """

    instalments: tuple[Instalment, ...] = (Instalment(Due(30)),)
    early: tuple[EarlyStep, ...] = ()

    def __post_init__(self) -> None:
        if len(self.instalments) > MOST_INSTALMENTS:
            raise TermsOutOfRange(value=len(self.instalments), low=1, high=MOST_INSTALMENTS)
        shares = [part.share for part in self.instalments]
        percent = sum((share.fraction for share in shares if isinstance(share, Percent)), Decimal(0))
        whole = percent == 1 and not any(isinstance(share, Decimal) for share in shares)
        rests = shares.count(None)
        if not (rests == 1 and percent <= 1) and not (rests == 0 and whole):
            raise TermsIncomplete(terms=str(self), points=points_of_fraction(percent))

    def __str__(self) -> str:
        early = [f"{step.percent} discount {_days(step.days)}".replace(" %", "%") for step in self.early]
        only_rest = len(self.instalments) == 1 and self.instalments[0].share is None
        parts = [_written(part, named_rest=not only_rest) for part in self.instalments]
        return ", ".join([*early, *parts])

    def schedule(self, gross: Money, issued: date) -> tuple[DuePart, ...]:
        """Return what falls due when; the parts sum to `gross` exactly.

        Percents are shared as running totals (10.01 at 45/45/10 is 4.50, 4.51, 1.00). Fixed amounts and
        percents never take more than is left; parts that come to nothing are left out. A negative total (a
        credit) is split like the positive one.

        Args:
            gross: Total with tax, on its currency's quantum.
            issued: Date of the invoice.
        """
        sign = -1 if gross.amount < 0 else 1
        amounts = self._shares(abs(gross))
        parts = tuple(
            DuePart(part.due.date_for(issued), amount.times(sign))
            for part, amount in zip(self.instalments, amounts, strict=True)
            if amount
        )
        return parts or (DuePart(self.last_due(issued), gross),)

    def last_due(self, issued: date) -> date:
        """Return the last day on which the whole is in time."""
        return max(part.due.date_for(issued) for part in self.instalments)

    def early_offers(self, gross: Money, issued: date) -> tuple[EarlyOffer, ...]:
        """Return what may be paid instead of the total, in the order of the steps.

        2 % in 7 days of 100 is 98 up to and including day 7.
        """
        offers = []
        for step in self.early:
            discount = gross.times(step.percent.fraction).rounded()
            until = issued + timedelta(days=step.days)
            offers.append(EarlyOffer(until, step.percent, discount, gross - discount))
        return tuple(offers)

    def payable_on(self, gross: Money, issued: date, paid_on: date) -> Money:
        """Return what settles the whole total when it is paid on this day."""
        offers = [offer.payable for offer in self.early_offers(gross, issued) if paid_on <= offer.until]
        return min(offers, default=gross)

    def _shares(self, gross: Money) -> list[Money]:
        fractions = [
            part.share.fraction if isinstance(part.share, Percent) else Decimal(0)
            for part in self.instalments
        ]
        so_far = [gross.times(fraction).rounded() for fraction in accumulate(fractions)]
        left, taken = gross, []
        for part, now, before in zip(self.instalments, so_far, [gross.times(0), *so_far], strict=False):
            wanted = Money(part.share, gross.currency) if isinstance(part.share, Decimal) else now - before
            taken.append(min(wanted.rounded(), left))
            left -= taken[-1]
        return [
            amount + left if part.share is None else amount
            for part, amount in zip(self.instalments, taken, strict=True)
        ]


def annual_cost(step: EarlyStep, net_days: int) -> Ratio:
    """Return what not taking an early-payment discount costs a year, as a fraction (simple interest).

    2 % in 10 days, net 30: 2/98 x 365/20 = 37.24 %.

    Args:
        step: The discount forgone.
        net_days: Days until the whole is due, more than the step's.

    Raises:
        TermsOutOfRange: The discount is 100 %, or net_days is not beyond the step's days.
    """
    if net_days <= step.days or not step.percent.rest:
        raise TermsOutOfRange(value=net_days, low=step.days + 1, high=MOST_DAYS)
    return Ratio.of(step.percent.fraction) / step.percent.rest * Ratio(YEAR, net_days - step.days)


def _written(part: Instalment, *, named_rest: bool) -> str:
    if part.share is None:
        share = "rest " if named_rest else ""
    elif isinstance(part.share, Percent):
        share = f"{part.share} ".replace(" %", "%")
    else:
        share = f"{plain(part.share)} "
    endings = {
        DueRule.DAYS: "",
        DueRule.END_OF_MONTH: " end of month",
        DueRule.DAY_OF_MONTH: f" day {part.due.day}",
    }
    return f"{share}{_days(part.due.days)}{endings[part.due.rule]}"


def _days(days: int) -> str:
    return f"{days} day" if days == 1 else f"{days} days"
