"""The contract: what the accepted quote promised, line by line, with nothing retyped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.company.policies import Policies
from app.customers.party import Party
from app.kernel.money import Currency, Money
from app.kernel.period import Period
from app.quotes.exchange_rate import SAME_CURRENCY, FrozenRate
from app.taxes.determination import LineTax


class ItemKind(StrEnum):
    """How an item is delivered and billed."""

    ONE_OFF = "one_off"
    SUBSCRIPTION = "subscription"


class ContractState(StrEnum):
    """The life of a contract; that it has ended is computed from its dates."""

    ACTIVE = "active"
    TERMINATED = "terminated"


@dataclass(frozen=True, slots=True)
class ContractItem:
    """One promise of the contract.

    Attributes:
        quote_line_id: The line of the accepted revision it came from; the bands of a slab share it.
        unit_price: As printed; `quantity` x `unit_price` / `base_quantity` rounds to `amount`.
        amount: For the whole period, in the quote's price basis (net or gross), rounded there.
        document_discount: The item's share of the quote's lump sum, zero or above.
        period: Of a subscription, half-open; `None` for a one-off.
        billing_months: How many months one instalment covers; billed in advance.
    """

    id: UUID
    quote_line_id: UUID
    kind: ItemKind
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
    billing_months: int = 1

    @property
    def contracted(self) -> Money:
        """Return what the customer owes for the item, in the price basis."""
        return self.amount - self.document_discount


@dataclass(frozen=True, slots=True)
class Contract:
    """The agreement made by an accepted quote.

    Attributes:
        quote_id, quote_number, quote_hash: The accepted revision and what its content hashed to.
        starts_on: First day; one-offs fall due on it.
        ends_on: Last day of the longest subscription, inclusive; `None` without subscriptions.
        gross: Whether the items' amounts include tax.
    """

    id: UUID
    number: str
    quote_id: UUID
    quote_number: str
    quote_hash: str
    customer_id: UUID
    seller: Party
    buyer: Party
    currency: Currency
    signed_on: date
    starts_on: date
    ends_on: date | None
    items: tuple[ContractItem, ...]
    gross: bool = False
    language: str = "en"
    payment_terms: str = ""
    delivery_terms: str = ""
    buyer_reference: str = ""
    notes: str = ""
    exchange: FrozenRate = SAME_CURRENCY
    policies: Policies = field(default_factory=Policies)
    state: ContractState = ContractState.ACTIVE
    owner: str = ""
    rev: UUID | None = None
    version: int = 0

    @property
    def total(self) -> Money:
        """Return the sum of what the items promise, in the price basis."""
        return sum((item.contracted for item in self.items), start=Money.zero(self.currency))

    @property
    def subscriptions(self) -> tuple[ContractItem, ...]:
        """Return the recurring items, in order."""
        return tuple(item for item in self.items if item.kind is ItemKind.SUBSCRIPTION)

    @property
    def one_offs(self) -> tuple[ContractItem, ...]:
        """Return the items that are billed once, in order."""
        return tuple(item for item in self.items if item.kind is ItemKind.ONE_OFF)
