"""The words and figures of a paper, ready to be placed: what tests read instead of the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from app.kernel.money import Money


class RowKind(Enum):
    """How a table row is set."""

    ITEM = "item"
    PART = "part"
    HEADING = "heading"
    TEXT = "text"
    SUBTOTAL = "subtotal"


class Row(NamedTuple):
    """One row of the table.

    Attributes:
        small: Short lines under the text: marks, period, source.
        price_note: Small line under the price: the list price and its discount.
        running: Sum of the firm items up to and including this row, for the carried total.
        muted: Outside the total: set in grey.
    """

    kind: RowKind
    running: Money
    text: str = ""
    position: str = ""
    sku: str = ""
    detail: str = ""
    small: tuple[str, ...] = ()
    quantity: str = ""
    price: str = ""
    price_note: str = ""
    tax: str = ""
    amount: str = ""
    muted: bool = False


class TotalRow(NamedTuple):
    """One row of the totals; `weight` 0 is plain, 1 the total, -1 a remark in small print."""

    label: str
    amount: str
    weight: int = 0


class LabelledValue(NamedTuple):
    """A label and what stands beside it."""

    label: str
    value: str


class ScheduleLine(NamedTuple):
    """One instalment of the billing schedule."""

    on: str
    text: str
    period: str
    amount: str


@dataclass(frozen=True, slots=True)
class PrintedSchedule:
    """The billing schedule with its column titles and its sum."""

    title: str
    columns: ScheduleLine
    rows: tuple[ScheduleLine, ...]
    total: LabelledValue


@dataclass(frozen=True, slots=True)
class PrintedPayment:
    """How to pay.

    Attributes:
        code: Payload of the code to scan; empty prints none.
    """

    title: str
    sentences: tuple[str, ...]
    account: tuple[LabelledValue, ...]
    code: str = ""
    code_caption: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The column titles; an empty one has no column."""

    position: str
    sku: str
    text: str
    quantity: str
    price: str
    tax: str
    amount: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The place to sign."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """All text of one paper in the order it is read.

    Attributes:
        sender_line: The seller in one line, for the window of the envelope.
        footer: Columns of short lines at the foot of every page.
    """

    title: str
    number: str
    sender: str
    sender_line: str
    address: tuple[str, ...]
    facts: tuple[LabelledValue, ...]
    subject: str
    introduction: tuple[str, ...]
    columns: Columns
    rows: tuple[Row, ...]
    totals: tuple[TotalRow, ...]
    remarks: tuple[str, ...]
    schedule: PrintedSchedule | None
    payment: PrintedPayment | None
    notes: tuple[str, ...]
    terms_title: str
    terms: tuple[str, ...]
    signature: Signature | None
    footer: tuple[tuple[str, ...], ...]
    mark: str
