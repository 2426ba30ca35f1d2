"""Promotions: offers with dates, product sets and quantity limits (step 1b of the waterfall)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from app.catalog.reduction import Reduction
from app.catalog.selector import EVERYTHING, Selector
from app.catalog.texts import Texts
from app.catalog.validity import ALWAYS, Validity
from app.kernel.errors import RuleViolation
from app.kernel.numbers import checked


class QuantityLimitsReversed(RuleViolation):
    """The largest quantity of an offer lies below its smallest, or one is negative."""

    code = "catalog.quantity_limits_reversed"


@dataclass(frozen=True, slots=True)
class Promotion:
    """An offer: between two dates these products cost less.

    Attributes:
        code: Unique name; of two offers with the same outcome the lower code wins.
        minimum: Smallest quantity on the line, inclusive, in the unit of the line's price.
        maximum: Largest quantity, inclusive; None: no limit.
        order: Place in the declared order where offers stack; the lower first, then by code.
        version: Counts up on each change; part of the trace of every price.

    Raises:
        QuantityLimitsReversed: The limits exclude every quantity.
        AppError: A limit is not finite, too large or has more than 6 decimals.
    """

    id: UUID
    code: str
    names: Texts
    reduction: Reduction
    selector: Selector = EVERYTHING
    validity: Validity = ALWAYS
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None
    order: int = 0
    version: int = 1

    def __post_init__(self) -> None:
        if checked(self.minimum) < 0 or (self.maximum is not None and checked(self.maximum) < self.minimum):
            raise QuantityLimitsReversed(promotion=self.code)
