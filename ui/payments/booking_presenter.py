"""A payment being booked: who, how much, when, and what it settles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.kernel.money import Currency, Money
from app.payments.payment import PaymentMethod
from ui.kit.queries import Latest
from ui.payments.sharing import Sharing, sharing_of, with_amount, with_share

if TYPE_CHECKING:
    from app.access.act import Act
    from app.payments.payment import Payment
    from app.services.payments import BookingStart
    from ui.shell.session import Session, Unit


@dataclass(frozen=True, slots=True)
class Typed:
    """What the page holds so far.

    Attributes:
        currencies: Those the person may choose from.
        sharing: Amount and shares; `None` until the first answer of the file.
    """

    on: date
    customer_id: UUID | None = None
    customer: str = ""
    method: PaymentMethod = PaymentMethod.TRANSFER
    reference: str = ""
    currencies: tuple[str, ...] = ()
    sharing: Sharing | None = None


class BookingPresenter(QObject):
    """Keeps what is typed and books it.

    Signals:
        shown: The `Typed` as it is now.
        booked: The `Payment`.
        refused: The `AppError` that keeps it from being booked.
    """

    shown = Signal(object)
    booked = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.typed = Typed(session.today())
        self._start: BookingStart | None = None
        self._latest = Latest(self)
        self._latest.arrived.connect(self._begun)
        self._latest.refused.connect(self.refused)
        self._latest.crashed.connect(session.crashed)

    def begin(self, *, customer_id: UUID | None = None, invoice_id: UUID | None = None) -> None:
        """Ask what the customer, or the customer of the invoice, owes."""

        def begin(unit: Unit) -> BookingStart:
            from app.services.payments import begin

            return begin(unit, customer_id=customer_id, invoice_id=invoice_id)

        self._latest.ask(self._session.question(begin))

    def again(self) -> None:
        """Ask once more what they owe: an invoice or a payment was written."""
        first = self._start.first.id if self._start is not None and self._start.first else None
        if self.typed.customer_id is not None and not self._is_by_hand:
            self.begin(customer_id=self.typed.customer_id, invoice_id=first)

    def take(self, **facts: object) -> None:
        """Take over date, method or reference."""
        self._change(replace(self.typed, **facts))  # type: ignore[arg-type]  # the fields of a form

    def take_amount(self, amount: Decimal | None) -> None:
        """Take the amount over; the proposal follows it."""
        sharing = self.typed.sharing
        if sharing is not None:
            money = None if amount is None else Money(amount, sharing.currency)
            self._change(replace(self.typed, sharing=with_amount(sharing, money)))

    def take_currency(self, code: str) -> None:
        """Take another currency: other invoices are open in it."""
        start, sharing = self._start, self.typed.sharing
        if start is None or sharing is None or code == sharing.currency.code:
            return
        currency = Currency.of(code)
        money = None if sharing.amount is None else Money(sharing.amount.amount, currency)
        changed = sharing_of(currency, start.owed, amount=money, first=sharing.first)
        self._change(replace(self.typed, sharing=changed))

    def take_share(self, invoice_id: UUID, amount: Decimal | None) -> None:
        """Take over what one invoice gets, by hand."""
        sharing = self.typed.sharing
        if sharing is not None:
            share = None if amount is None else Money(amount, sharing.currency)
            self._change(replace(self.typed, sharing=with_share(sharing, invoice_id, share)))

    @property
    def why_not(self) -> str:
        """Return what is still missing (``customer``, ``amount``), empty when it can be booked."""
        sharing = self.typed.sharing
        if self.typed.customer_id is None:
            return "customer"
        return "amount" if sharing is None or sharing.amount is None else ""

    def book(self) -> None:
        """Book what is typed; a refusal leaves everything as it is."""
        typed = self.typed
        if self.why_not or typed.sharing is None or typed.sharing.amount is None or not typed.customer_id:
            return
        sharing, amount, customer_id = typed.sharing, typed.sharing.amount, typed.customer_id

        def book(uow: Unit, act: Act) -> Payment:
            from app.services.payments import Booking, book

            booking = Booking(customer_id, amount, typed.on, typed.method, typed.reference, sharing.wanted)
            return book(uow, act, booking=booking)

        self._session.run(book, self.booked.emit, self.refused.emit)

    @property
    def _is_by_hand(self) -> bool:
        return self.typed.sharing is not None and self.typed.sharing.by_hand

    def _begun(self, start: BookingStart) -> None:
        before, self._start = self.typed.sharing, start
        amount = None if before is None else before.amount
        if amount is None and start.first is not None:
            amount = start.first.open
        elif amount is not None and amount.currency != start.currency:
            amount = Money(amount.amount, start.currency)
        first = None if start.first is None else start.first.id
        sharing = sharing_of(start.currency, start.owed, amount=amount, first=first)
        codes = dict.fromkeys([start.currency.code, *(each.open.currency.code for each in start.owed)])
        self._change(
            replace(
                self.typed,
                customer_id=start.customer_id,
                customer=start.customer,
                currencies=tuple(codes),
                sharing=sharing,
            )
        )

    def _change(self, typed: Typed) -> None:
        self.typed = typed
        self.shown.emit(typed)
