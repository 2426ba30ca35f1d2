"""Invoices and credit notes: drafts until issued, then never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.billing.status import InvoiceKind
from app.company.payment_terms import DuePart, EarlyOffer
from app.company.policies import Policies
from app.customers.party import Party
from app.kernel.money import Currency, Money
from app.kernel.period import Period
from app.pricing.result import TaxGroup
from app.quotes.exchange_rate import SAME_CURRENCY, FrozenRate
from app.taxes.determination import LineTax


@dataclass(frozen=True, slots=True)
class LineSource:
    """Where a line came from, so that nothing is ever retyped and everything can be traced.

    Attributes:
        contract_item_id, instalment: Which instalment of which item this line bills.
        attempt: 0 the first time; one more for each earlier line that was credited.
        invoice_line_id: On a credit note the line it corrects.
    """

    quote_line_id: UUID
    contract_item_id: UUID
    instalment: int
    attempt: int = 0
    invoice_line_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One line of an invoice.

    Attributes:
        unit_price: As printed; `quantity` x `unit_price` / `base_quantity` rounds to `amount`.
        amount: In the invoice's price basis (net or gross), before the document discount.
        document_discount: The line's share of the lump sum, zero or above.
        period: The days it pays for, half-open; `None` for a one-off.
    """

    id: UUID
    source: LineSource
    product_id: UUID
    sku: str
    name: str
    detail: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    base_quantity: Decimal
    amount: Money
    document_discount: Money
    tax: LineTax
    period: Period | None = None

    @property
    def charged(self) -> Money:
        """Return the line's amount after its share of the document discount."""
        return self.amount - self.document_discount


@dataclass(frozen=True, slots=True)
class Chain:
    """The link of an issued document to the one issued before it.

    Attributes:
        position: 1 for the first issued document of the company.
        previous: Hash of the document before; empty for the first.
        hash: Of this document's content and `previous`.
    """

    position: int
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Invoice:
    """An issued invoice or credit note with everything frozen that it stood on.

    Attributes:
        corrects: On a credit note the invoice it gives back.
        gross: Whether line amounts include tax (the price book's basis).
        groups: Tax per category and rate, in smallest units.
        cash_rounding: What rounding to the cash step adds to the total; may be negative.
        company_currency: Currency of each group's `company_tax`; `None` when it is the invoice's own.
    """

    id: UUID
    number: str
    kind: InvoiceKind
    contract_id: UUID
    contract_number: str
    quote_number: str
    customer_id: UUID
    seller: Party
    buyer: Party
    currency: Currency
    issued_on: date
    lines: tuple[InvoiceLine, ...]
    groups: tuple[TaxGroup, ...]
    due: tuple[DuePart, ...]
    early_offers: tuple[EarlyOffer, ...] = ()
    gross: bool = False
    cash_rounding: Money | None = None
    company_currency: Currency | None = None
    corrects: UUID | None = None
    corrects_number: str = ""
    language: str = "en"
    payment_terms: str = ""
    delivery_terms: str = ""
    buyer_reference: str = ""
    notes: str = ""
    exchange: FrozenRate = SAME_CURRENCY
    policies: Policies = field(default_factory=Policies)
    chain: Chain | None = None
    owner: str = ""
    rev: UUID | None = None
    version: int = 0

    @property
    def net(self) -> Money:
        """Return the total without tax: the sum of the groups' bases."""
        return Money.of_minor(sum(group.net for group in self.groups), self.currency)

    @property
    def tax(self) -> Money:
        """Return the sum of the groups' taxes."""
        return Money.of_minor(sum(group.tax for group in self.groups), self.currency)

    @property
    def company_tax(self) -> Money | None:
        """Return the tax in the company's currency at the frozen rate, `None` when it is the invoice's."""
        if self.company_currency is None:
            return None
        return Money.of_minor(sum(group.company_tax or 0 for group in self.groups), self.company_currency)

    @property
    def total(self) -> Money:
        """Return net plus tax plus cash rounding: what the customer owes, or gets back."""
        rounding = self.cash_rounding or Money.zero(self.currency)
        return self.net + self.tax + rounding

    @property
    def due_on(self) -> date:
        """Return the last day on which the whole is due."""
        return max((part.on for part in self.due), default=self.issued_on)
