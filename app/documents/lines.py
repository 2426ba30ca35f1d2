"""The lines of a paper: items, headings, texts, subtotals, and the parts an item is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.kernel.money import Money
from app.kernel.period import Period


class LineKind(StrEnum):
    """How a line is set."""

    ITEM = "item"
    HEADING = "heading"
    TEXT = "text"
    SUBTOTAL = "subtotal"


class Standing(StrEnum):
    """Whether an item counts in the total; the other two are marked and stand outside it."""

    FIRM = "firm"
    OPTIONAL = "optional"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class PrintedPrice:
    """A unit price whose product with the quantity rounds to the line's amount.

    Attributes:
        amount: With the fewest decimals that do so, at most 6.
        base_quantity: The price is for so many units; 1 is not printed.
    """

    amount: Decimal
    base_quantity: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class LineTax:
    """The tax a line bears.

    Attributes:
        category: EN 16931 code: S, Z, E, AE, K, G, O, L, M.
        rate: As a fraction, 0.19.
    """

    category: str
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Part:
    """A piece an item is the sum of: a slab band, a block, a ramp segment, a period."""

    label: str
    quantity: Decimal
    price: PrintedPrice
    amount: Money


@dataclass(frozen=True, slots=True)
class Term:
    """How long an item runs, and what one unit of it costs in the time its price is for.

    Attributes:
        months: Whole months the amount is for; 0 where the period alone says it.
        price: One unit for `price_months`: times the terms in it and the quantity it rounds to the amount;
            `None` where no price of at most 6 decimals does.
        price_months: 1 for a monthly price, 12 for a yearly one.
    """

    months: int
    price: Decimal | None = None
    price_months: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    Attributes:
        text: Name of the item, title of the section, words of a text or subtotal line; an unnamed subtotal
            is called one in the recipient's language.
        position: As printed: ``1``, ``2.1``; may be empty.
        detail: Longer text under the name, paragraphs parted by line breaks.
        unit: UN/ECE Rec 20 code, printed as a word in the recipient's language.
        price: Net unit price as charged; `None` where only the amount is printed.
        list_price: The price before the discount, printed small beside it.
        discount: Share taken off the list price, 0 to 1; `None` prints nothing.
        amount: Of the item, or the sum of the section on a subtotal.
        period: Days it pays for.
        term: Of an item that recurs.
        source: A document it comes from: a delivery note, a contract, an order; may be empty.
    """

    kind: LineKind
    text: str
    position: str = ""
    sku: str = ""
    detail: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    price: PrintedPrice | None = None
    list_price: Decimal | None = None
    discount: Decimal | None = None
    amount: Money | None = None
    tax: LineTax | None = None
    standing: Standing = Standing.FIRM
    period: Period | None = None
    term: Term | None = None
    source: str = ""
    parts: tuple[Part, ...] = ()
