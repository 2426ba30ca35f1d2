"""What a paper says, as plain data: no store, no rule, no layout.

Amounts arrive computed and rounded; this room only words and places them. Dates, numbers and amounts are
written in the recipient's language when the paper is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.documents.lines import Line
from app.documents.settlement import Bank, PaymentTerms, Schedule, Totals
from app.kernel.money import Currency, Money
from app.kernel.period import Period


class DocumentKind(StrEnum):
    """Which paper it is; it chooses the title and the order of the parts."""

    QUOTE = "quote"
    CONFIRMATION = "confirmation"
    CONTRACT = "contract"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class Paper(StrEnum):
    """The sheet it is printed on."""

    A4 = "a4"
    LETTER = "letter"


class Mark(StrEnum):
    """A word across every page that is no valid paper."""

    NONE = ""
    DRAFT = "draft"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value of the header or of a party.

    Attributes:
        label: Key of `app.documents.words.WORDS` (``due_date``); any other text is printed as it is.
        value: Dates, numbers, amounts and periods are written in the recipient's way.
    """

    label: str
    value: str | date | Decimal | Money | Period


@dataclass(frozen=True, slots=True)
class Party:
    """The seller or the buyer as the paper names them.

    Attributes:
        address: Finished lines under the name, in the country's own order.
        facts: Tax ids, e-mail, register number and the like.
    """

    name: str
    address: tuple[str, ...] = ()
    contact: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Brand:
    """How the seller's papers look.

    Attributes:
        logo: A PNG or JPEG file's bytes; empty prints the seller's name instead.
        colour: Accent as ``#rrggbb``; used for a few hairs of ink, never for body text.
    """

    logo: bytes = b""
    colour: str = "#1f4e79"


@dataclass(frozen=True, slots=True)
class DocumentData:
    """Everything printed on one quote, confirmation, contract, invoice or credit note.

    Attributes:
        language: Of the recipient, with its region where known: ``de``, ``de_CH``, ``en_GB``. Chooses the
            words and how numbers and dates are written.
        subject: What it is about, in one line above the text; may be empty.
        facts: Header facts beside the address: date, due date, customer number, your order.
        delivery_address: Where goods go, when that is not the buyer's address.
        introduction: Paragraphs before the lines, parted by line breaks.
        lines: In printing order.
        schedule: When what will be billed, on a contract.
        bank: The account to pay to; with `Bank.iban` in EUR an EPC code is printed.
        notes: Paragraphs after the totals.
        terms: Small print after the notes.
        signature: Whether a place to sign is printed.
        dated: Date of the paper; also the fixed date in the file.
        tax_word: What the tax is called: ``vat``, ``gst``, ``sales_tax`` or any text, printed as it is.
    """

    kind: DocumentKind
    number: str
    dated: date
    language: str
    currency: Currency
    seller: Party
    buyer: Party
    lines: tuple[Line, ...]
    totals: Totals
    subject: str = ""
    facts: tuple[Fact, ...] = ()
    delivery_address: tuple[str, ...] = ()
    introduction: str = ""
    schedule: Schedule | None = None
    payment: PaymentTerms | None = None
    bank: Bank | None = None
    notes: str = ""
    terms: str = ""
    signature: bool = False
    tax_word: str = "vat"
    brand: Brand = Brand()
    paper: Paper = Paper.A4
    mark: Mark = Mark.NONE
