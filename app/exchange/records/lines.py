"""Lines of a quote in files and pastes: ``sku,quantity[,unit,price,discount,group,optional]``."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from app.exchange.records import kinds
from app.exchange.records.fields import Field, Noun
from app.exchange.records.products import PRICE, SKU, SMALLEST


class LineRow(NamedTuple):
    """One line of a file.

    Attributes:
        line: Where it stands in the file.
        sku: Of a product, or of none: that is for the quote to say.
        quantity: More than 0, up to 6 decimals.
        unit: UN/ECE Rec 20 code; '' is the product's.
        price: Instead of the price list's; None asks the price list.
        discount: Percent points, 0 to 100; an explicit 0 counts.
        group: Heading the line stands under.
        optional: Whether it stays outside the total until chosen.
    """

    line: int
    sku: str
    quantity: Decimal
    unit: str = ""
    price: Decimal | None = None
    discount: Decimal | None = None
    group: str = ""
    optional: bool = False


LINES: Noun[LineRow] = Noun(
    name="lines",
    row=LineRow,
    fields=(
        Field("sku", SKU),
        Field("quantity", kinds.number(low=SMALLEST)),
        Field("unit", kinds.UNIT, ""),
        Field("price", PRICE, None),
        Field("discount", kinds.percent(), None),
        Field("group", kinds.name("group"), ""),
        Field("optional", kinds.TRUTH, blank=False),
    ),
)
