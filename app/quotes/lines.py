"""The lines of a quote: products, texts, section headings and subtotals, in the order they print."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.catalog.product import ChargeType
from app.catalog.reduction import Reduction
from app.kernel.errors import RuleViolation


class QuantityNotPositive(RuleViolation):
    """A product line needs a quantity above zero."""

    code = "quotes.quantity_not_positive"


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
        discount: The rep's additional discount of this line, or of the group on a heading; an explicit 0 %
            overrides the group's and the quote's.
        charge: Whether it is sold once or as a subscription, as the product was when it was picked.
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
    discount: Reduction | None = None
    charge: ChargeType = ChargeType.ONE_TIME
    term_months: int | None = None

    def __post_init__(self) -> None:
        if self.kind is LineKind.PRODUCT and not self.quantity > 0:
            raise QuantityNotPositive(quantity=self.quantity, sku=self.sku)

    @property
    def is_priced(self) -> bool:
        """Test whether pricing is asked for this line: a product line whose product is known."""
        return self.kind is LineKind.PRODUCT and self.product_id is not None
