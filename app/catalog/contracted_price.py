"""Contracted prices: what one customer agreed to pay for a product or a whole category (step 1)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from app.catalog.reduction import Reduction
from app.catalog.validity import ALWAYS, Validity
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.kernel.numbers import checked
from app.kernel.quantity import Unit


class ContractedPriceTarget(RuleViolation):
    """A contracted price names a product and a category, or neither."""

    code = "catalog.contracted_price_target"


class AgreedPriceInvalid(RuleViolation):
    """An agreed price is negative, or for no quantity or no months."""

    code = "catalog.agreed_price_invalid"


@dataclass(frozen=True, slots=True)
class FixedPrice:
    """An agreed price in place of the list price.

    Attributes:
        price: For `base_quantity` units, up to 6 decimals, not negative; recurring products: per term.
        term_months: Months a recurring price is for.
        unit: Unit the price is for; None: the product's.

    Raises:
        AgreedPriceInvalid: Negative, for no quantity or for no months.
        AppError: A number is not finite, too large or has more than 6 decimals.
    """

    price: Decimal
    currency: Currency
    base_quantity: Decimal = Decimal(1)
    term_months: int = 1
    unit: Unit | None = None

    def __post_init__(self) -> None:
        if checked(self.price) < 0 or checked(self.base_quantity) <= 0 or self.term_months < 1:
            raise AgreedPriceInvalid(price=self.price)


@dataclass(frozen=True, slots=True)
class ContractedPrice:
    """An agreement with one customer; the most specific wins (product before category), then the newest.

    Attributes:
        code: Unique name; of two that tie the lower code wins.
        customer: Customer reference.
        sku: The product; empty where the agreement is for a category.
        category: Category path, what lies below included; the deeper path is the more specific.
        terms: A price, or what is taken off the list price.
        version: Counts up on each change; part of the trace of every price.

    Raises:
        ContractedPriceTarget: Names a product and a category, or neither.
    """

    id: UUID
    code: str
    customer: str
    terms: FixedPrice | Reduction
    sku: str = ""
    category: str = ""
    validity: Validity = ALWAYS
    version: int = 1

    def __post_init__(self) -> None:
        if bool(self.sku) == bool(self.category):
            raise ContractedPriceTarget(contracted_price=self.code)
