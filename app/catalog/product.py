"""Products: what can stand on a line, in which unit, taxed how, and what it costs us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.catalog.texts import NO_TEXTS, Texts
from app.catalog.validity import ALWAYS, Validity
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.kernel.numbers import checked
from app.kernel.percent import Percent
from app.kernel.quantity import PIECE, Conversion, Unit

CATEGORY_SEPARATOR = "/"
"""Stands between a category and its subcategory: ``Bikes/Mountain Bikes``."""


class CostNegative(RuleViolation):
    """A cost lies below zero."""

    code = "catalog.cost_negative"


class ChargeType(StrEnum):
    """How often a product is charged."""

    ONE_TIME = "one_time"
    RECURRING = "recurring"


class SupplyKind(StrEnum):
    """What is supplied; the place of taxation depends on it."""

    GOODS = "goods"
    SERVICE = "service"


class TaxClass(StrEnum):
    """Which of a country's rates a product falls under."""

    STANDARD = "standard"
    REDUCED = "reduced"
    SECOND_REDUCED = "second_reduced"
    SUPER_REDUCED = "super_reduced"
    ZERO = "zero"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one unit costs us while it is valid.

    Attributes:
        amount: Per product unit, in `currency`, up to 6 decimals, not negative.

    Raises:
        CostNegative: The amount lies below zero.
        AppError: The amount is not finite, too large or has more than 6 decimals.
    """

    amount: Decimal
    currency: Currency
    validity: Validity = ALWAYS

    def __post_init__(self) -> None:
        if checked(self.amount) < 0:
            raise CostNegative(amount=self.amount)


@dataclass(frozen=True, slots=True)
class Product:
    """One article, service or subscription.

    Attributes:
        id: UUIDv7.
        sku: The code people and files use; unique, also the key of every pricing rule.
        names: What the customer reads first.
        descriptions: Longer text under the name.
        unit: Unit of the price and the cost.
        conversions: Other units the product is sold in (a box is 12 pieces).
        category: Path from the top category down, ``Bikes/Mountain Bikes``; empty when there is none.
        tax_class: Which rate of a country applies.
        tax_percent: The rate as imported when it is none of the seller's domestic rates; it then holds
            for domestic sales in place of the class's rate.
        exemption: Reason code (VATEX-...) where the class is exempt.
        costs: What it costs us, dated.
        sellable: First and last day on which it may be put on a quote.
        version: Counts up on each change; part of the trace of every price.
    """

    id: UUID
    sku: str
    names: Texts
    descriptions: Texts = NO_TEXTS
    unit: Unit = PIECE
    conversions: tuple[Conversion, ...] = ()
    category: str = ""
    supply: SupplyKind = SupplyKind.GOODS
    charge: ChargeType = ChargeType.ONE_TIME
    tax_class: TaxClass = TaxClass.STANDARD
    tax_percent: Percent | None = None
    exemption: str = ""
    costs: tuple[Cost, ...] = ()
    sellable: Validity = ALWAYS
    version: int = 1

    def cost_on(self, day: date, currency: Currency | None = None) -> Cost | None:
        """Return the newest cost valid on a day, in `currency` where one is named; None without any."""
        valid = [
            cost
            for cost in self.costs
            if cost.validity.covers(day) and (currency is None or cost.currency == currency)
        ]
        return max(valid, key=lambda cost: cost.validity.first or date.min, default=None)


def categories_of(path: str) -> tuple[str, ...]:
    """Return the category and everything above it, nearest first: ``a/b`` gives ``a/b``, ``a``."""
    found = []
    while path:
        found.append(path)
        path = path.rpartition(CATEGORY_SEPARATOR)[0]
    return tuple(found)
