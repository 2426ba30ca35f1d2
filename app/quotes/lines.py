"""The lines of a quote: products, texts, section headings and subtotals, in the order they print."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.kernel.errors import RuleViolation
from app.kernel.money import Money


class QuantityNotPositive(RuleViolation):
    """A product line needs a quantity above zero."""

    code = "quotes.quantity_not_positive"


class DiscountOutOfRange(RuleViolation):
    """An additional discount lies outside 0 to 100 percent, or an amount is negative."""

    code = "quotes.discount_out_of_range"


class LineKind(StrEnum):
    """What a line of the quote is."""

    PRODUCT = "product"
    TEXT = "text"
    HEADING = "heading"
    SUBTOTAL = "subtotal"


class LineRole(StrEnum):
    """Whether a product line counts in the total."""

    STANDARD = "standard"
    OPTIONAL = "optional"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class AdditionalDiscount:
    """The rep's discount on a line or a group: exactly one of the two is set.

    Attributes:
        fraction: Share taken off, 0 to 1; an explicit 0 overrides the group's and the quote's.
        amount: Amount off each unit, in the quote's currency.
    """

    fraction: Decimal | None = None
    amount: Money | None = None

    def __post_init__(self) -> None:
        if (self.fraction is None) == (self.amount is None):
            raise DiscountOutOfRange(discount="")
        if self.fraction is not None and not 0 <= self.fraction <= 1:
            raise DiscountOutOfRange(discount=self.fraction * 100)
        if self.amount is not None and self.amount.amount < 0:
            raise DiscountOutOfRange(discount=self.amount.amount)


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line; the lines between two headings are a group.

    Attributes:
        id: Stable over edits and revisions, so that two revisions compare line by line.
        product_id: The catalog product; `None` for texts, headings and an SKU nobody knows.
        name: What the customer reads first; on a heading the section's title.
        detail: Longer text under the name.
        quantity: In `unit`; 1 on lines that carry no product.
        unit: UN/ECE Rec 20 code.
        unit_price: The rep's own list price per unit instead of the price book's; traced as such.
        discount: Additional discount of this line, or of the group on a heading.
        term_months: Length of a subscription; `None` for one-off products or the quote's term.
    """

    id: UUID
    kind: LineKind = LineKind.PRODUCT
    role: LineRole = LineRole.STANDARD
    product_id: UUID | None = None
    sku: str = ""
    name: str = ""
    detail: str = ""
    quantity: Decimal = Decimal(1)
    unit: str = "C62"
    unit_price: Decimal | None = None
    discount: AdditionalDiscount | None = None
    term_months: int | None = None

    def __post_init__(self) -> None:
        if self.kind is LineKind.PRODUCT and not self.quantity > 0:
            raise QuantityNotPositive(quantity=self.quantity, sku=self.sku)

    @property
    def is_priced(self) -> bool:
        """Test whether pricing is asked for this line: a product line whose product is known."""
        return self.kind is LineKind.PRODUCT and self.product_id is not None
