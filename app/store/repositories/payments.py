"""Load and save payments, and what they and credit notes settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Row, insert, select, update

from app.kernel.errors import RuleViolation
from app.kernel.money import Currency, Money
from app.payments.content import hash_of
from app.payments.payment import Allocation, Payment, PaymentMethod, PaymentState
from app.store.documents import Document, save
from app.store.records import Records
from app.store.tables.invoices import invoice
from app.store.tables.payments import allocation, payment


class PaymentNotFound(RuleViolation):
    """No payment has this number or id."""

    code = "payments.not_found"


class Payments:
    """The payments of one unit of work."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, payment_id: UUID) -> Payment:
        """Return the payment with its allocations.

        Raises:
            PaymentNotFound: No payment has this id.
        """
        return self._one(payment.c.id == payment_id, str(payment_id))

    def by_number(self, number: str) -> Payment:
        """Return the payment with this number.

        Raises:
            PaymentNotFound: No payment has this number.
        """
        return self._one(payment.c.number == number, number)

    def save(self, booked: Payment, *, customer_name: str) -> Payment:
        """Insert the payment, or keep its new state; its new allocations are added, none is ever changed.

        Raises:
            RecordChanged: Somebody saved it since it was read.
        """
        values = {
            "number": booked.number,
            "customer_id": booked.customer_id,
            "customer_name": customer_name,
            "paid_on": booked.on,
            "currency": booked.amount.currency.code,
            "amount": booked.amount.minor,
            "method": booked.method.value,
            "reference": booked.reference,
            "reverses": booked.reverses,
        }
        document = Document(
            booked.id,
            booked.rev,
            booked.version,
            owner=str(self._records.stamp.by),
            status=booked.state.value,
            content_hash=hash_of(booked),
            values=values,
        )
        saved = save(self._records, payment, document)
        self.allocate(booked.allocations)
        return replace(booked, rev=saved.rev, version=saved.version)

    def allocate(self, made: Sequence[Allocation], *, from_credit_note: bool = False) -> None:
        """Add the allocations that are not stored yet.

        The columns `paid`, `credited` and `allocated` follow, each held to its limit by a constraint.
        """
        stored = self._stored(made)
        source = "credit_note_id" if from_credit_note else "payment_id"
        rows = [
            {
                "id": one.id,
                "payment_id": None,
                "credit_note_id": None,
                source: one.source_id,
                "invoice_id": one.invoice_id,
                "amount": one.amount.minor,
                "allocated_on": one.on,
            }
            for one in made
            if one.id not in stored
        ]
        if rows:
            self._records.connection.execute(insert(allocation), rows)
        for one in made:
            if one.id not in stored:
                self._settle(one, from_credit_note=from_credit_note)

    def every_with_hash(self) -> Iterator[tuple[Payment, str]]:
        """Yield every record with the content hash its row keeps, in the order they were made."""
        rows = self._records.connection.execute(select(payment).order_by(payment.c.id)).all()
        for row in rows:
            yield _to_payment(row, self._allocations(row.id, row.currency)), row.content_hash

    def _settle(self, one: Allocation, *, from_credit_note: bool) -> None:
        """Move the sums on the invoice and the payment; their constraints refuse more than there is."""
        column = invoice.c.credited if from_credit_note else invoice.c.paid
        self._records.connection.execute(
            update(invoice).where(invoice.c.id == one.invoice_id).values({column: column + one.amount.minor})
        )
        if not from_credit_note:
            self._records.connection.execute(
                update(payment)
                .where(payment.c.id == one.source_id)
                .values(allocated=payment.c.allocated + one.amount.minor)
            )
        self._records.touch("invoice", one.invoice_id)

    def of_invoice(self, invoice_id: UUID) -> tuple[Payment, ...]:
        """Return the payments that settled, or once settled, an invoice; oldest first."""
        found = self._records.connection.execute(
            select(payment)
            .where(
                payment.c.id.in_(select(allocation.c.payment_id).where(allocation.c.invoice_id == invoice_id))
            )
            .order_by(payment.c.paid_on, payment.c.id)
        ).all()
        return tuple(_to_payment(row, self._allocations(row.id, row.currency)) for row in found)

    def reversal_of(self, payment_id: UUID) -> tuple[UUID, str] | None:
        """Return id and number of the entry that reversed a payment, `None` while it stands."""
        row = self._records.connection.execute(
            select(payment.c.id, payment.c.number).where(payment.c.reverses == payment_id)
        ).one_or_none()
        return None if row is None else (row.id, row.number)

    def _stored(self, made: Iterable[Allocation]) -> set[UUID]:
        wanted = [one.id for one in made]
        if not wanted:
            return set()
        found = select(allocation.c.id).where(allocation.c.id.in_(wanted))
        return set(self._records.connection.execute(found).scalars())

    def _one(self, condition: object, asked: str) -> Payment:
        row = self._records.connection.execute(select(payment).where(condition)).one_or_none()  # type: ignore[arg-type] # a column expression
        if row is None:
            raise PaymentNotFound(number=asked)
        return _to_payment(row, self._allocations(row.id, row.currency))

    def _allocations(self, payment_id: UUID, currency: str) -> tuple[Allocation, ...]:
        found = self._records.connection.execute(
            select(allocation).where(allocation.c.payment_id == payment_id).order_by(allocation.c.id)
        )
        return tuple(
            Allocation(
                row.id,
                payment_id,
                row.invoice_id,
                Money.of_minor(row.amount, Currency.of(currency)),
                row.allocated_on,
            )
            for row in found
        )


def _to_payment(row: Row[tuple[object, ...]], allocations: tuple[Allocation, ...]) -> Payment:
    return Payment(
        id=row.id,
        number=row.number,
        customer_id=row.customer_id,
        on=row.paid_on,
        amount=Money.of_minor(row.amount, Currency.of(row.currency)),
        method=PaymentMethod(row.method),
        reference=row.reference,
        state=PaymentState(row.status),
        reverses=row.reverses,
        allocations=allocations,
        rev=row.rev,
        version=row.version,
    )
