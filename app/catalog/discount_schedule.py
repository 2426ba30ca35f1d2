"""Discount schedules: what the reached quantity or term takes off (domain.md section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from app.catalog.reduction import Reduction
from app.catalog.selector import EVERYTHING, Selector
from app.catalog.texts import Texts
from app.catalog.validity import ALWAYS, Validity
from app.kernel.errors import RuleViolation
from app.kernel.numbers import checked
from app.kernel.quantity import Unit


class ScheduleWithoutTiers(RuleViolation):
    """A schedule has no tier."""

    code = "catalog.schedule_without_tiers"


class TierBoundsUnsorted(RuleViolation):
    """The lower bounds of the tiers are negative or do not rise."""

    code = "catalog.tier_bounds_unsorted"


class SlabScopeRefused(RuleViolation):
    """A slab schedule counts more than its own line; nobody could say which line fills which band."""

    code = "catalog.slab_scope_refused"


class TermScheduleRefused(RuleViolation):
    """A schedule by term is a slab, counts beyond its line or counts owned units."""

    code = "catalog.term_schedule_refused"


class TierKind(StrEnum):
    """Whether the reached tier takes the whole quantity, or each unit its own band."""

    RANGE = "range"
    SLAB = "slab"


class Measure(StrEnum):
    """What is counted against the tiers."""

    QUANTITY = "quantity"
    TERM = "term"


class Scope(StrEnum):
    """Whose quantity is counted."""

    LINE = "line"
    GROUP = "group"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Tier:
    """From `lower` on, inclusive, the schedule takes this off."""

    lower: Decimal
    reduction: Reduction


@dataclass(frozen=True, slots=True)
class DiscountSchedule:
    """A ladder of tiers for some lines.

    Attributes:
        code: Unique name; of two schedules that tie the lower code wins.
        tiers: By rising lower bound, at least one.
        measure: Quantity in `unit`, or the line's span in months (months_and_days).
        step: How far below the next bound a band ends: 1 for pieces, 0 for money, time, usage.
        unit: Unit of the bounds and of amounts off; None: the unit of the line's price.
        counts_owned: Whether units the customer owns already count (they fill the lowest bands first).
        version: Counts up on each change; part of the trace of every price.

    Raises:
        ScheduleWithoutTiers: There is no tier.
        TierBoundsUnsorted: The bounds are negative or do not rise.
        SlabScopeRefused: A slab with group or quote scope.
        TermScheduleRefused: A term schedule that is a slab, has a wider scope or counts owned units.
        AppError: A number is not finite, too large or has more than 6 decimals.
    """

    id: UUID
    code: str
    names: Texts
    tiers: tuple[Tier, ...]
    kind: TierKind = TierKind.RANGE
    measure: Measure = Measure.QUANTITY
    scope: Scope = Scope.LINE
    step: Decimal = Decimal(1)
    unit: Unit | None = None
    counts_owned: bool = False
    selector: Selector = EVERYTHING
    validity: Validity = ALWAYS
    version: int = 1

    def __post_init__(self) -> None:
        if not self.tiers:
            raise ScheduleWithoutTiers(schedule=self.code)
        bounds = [checked(tier.lower) for tier in self.tiers]
        if bounds[0] < 0 or checked(self.step) < 0 or any(low >= high for low, high in pairwise(bounds)):
            raise TierBoundsUnsorted(schedule=self.code)
        if self.kind is TierKind.SLAB and self.scope is not Scope.LINE:
            raise SlabScopeRefused(schedule=self.code, scope=self.scope.value)
        plain = self.kind is TierKind.RANGE and self.scope is Scope.LINE and not self.counts_owned
        if self.measure is Measure.TERM and not plain:
            raise TermScheduleRefused(schedule=self.code)
