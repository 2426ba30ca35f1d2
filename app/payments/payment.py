"""A payment received, and what of it is still free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.kernel.errors import RuleViolation
from app.kernel.money import Money


class AmountNotPositive(RuleViolation):
    """A payment or an allocation needs an amount above zero."""

    code = "payments.amount_not_positive"


class PaymentState(StrEnum):
    """A payment is booked; the only way out is the entry that reverses it."""

    BOOKED = "booked"
    REVERSED = "reversed"


class PaymentMethod(StrEnum):
    """How the money came."""

    TRANSFER = "transfer"
    CARD = "card"
    CASH = "cash"
    CHECK = "check"
    DIRECT_DEBIT = "direct_debit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Allocation:
    """A part of a payment or of a credit note that settles an invoice.

    Attributes:
        source_id: The payment, or the credit note.
        invoice_id: The invoice that is settled.
        amount: Positive; negative on the entry that undoes an earlier allocation.
        on: The day it counts from.
    """

    id: UUID
    source_id: UUID
    invoice_id: UUID
    amount: Money
    on: date


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received from a customer.

    Attributes:
        amount: Positive, in the currency's decimals; a reversal's is negative.
        reverses: On a reversing entry the payment it undoes.
        allocations: What was settled with it so far, undone parts included.
    """

    id: UUID
    number: str
    customer_id: UUID
    on: date
    amount: Money
    method: PaymentMethod = PaymentMethod.TRANSFER
    reference: str = ""
    state: PaymentState = PaymentState.BOOKED
    reverses: UUID | None = None
    allocations: tuple[Allocation, ...] = ()
    rev: UUID | None = None
    version: int = 0

    @property
    def allocated(self) -> Money:
        """Return the part that settles invoices."""
        parts = (allocation.amount for allocation in self.allocations)
        return sum(parts, start=Money.zero(self.amount.currency))

    @property
    def unallocated(self) -> Money:
        """Return the rest, which is the customer's credit; zero once reversed."""
        if self.state is PaymentState.REVERSED or self.reverses is not None:
            return Money.zero(self.amount.currency)
        return self.amount - self.allocated


def require_positive(amount: Money) -> Money:
    """Return the amount.

    Raises:
        AmountNotPositive: It is zero or below.
    """
    if amount.amount <= 0:
        raise AmountNotPositive(amount=amount.amount, currency=amount.currency.code)
    return amount
