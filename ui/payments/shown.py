"""A payment as its page shows it: frozen texts, made on a reader thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.payments.payment import Payment, PaymentState
from ui.documents.deal import Deal
from ui.payments.states import method_word, payment_chip
from ui.widgets.facts import Fact
from ui.widgets.list_rows import ListColumn, ListKind, ListRow
from ui.widgets.totals import Totals, TotalsLine

if TYPE_CHECKING:
    from app.payments.allocation import OpenInvoice
    from app.services.payments import PaymentOverview
    from ui.widgets.state_chip import Chip

COLUMNS = (
    ListColumn("number", lambda: _("Invoice"), ListKind.STRONG, 160, sortable=False),
    ListColumn("due", lambda: _("Due"), width=140, stretch=True, sortable=False),
    ListColumn("amount", lambda: _("Settles"), ListKind.NUMBER, 130, sortable=False),
)


class PaymentShown(NamedTuple):
    """Everything the page says.

    Attributes:
        locked: Why nothing can be changed, and what can be done instead.
        has_credit: Whether something is left to allocate.
        can_reverse: Whether it may still be undone.
        undoes: What reversing does, a sentence each.
        owed: What the customer's credit could settle.
    """

    payment: Payment
    customer: str
    chip: Chip
    has_credit: bool
    can_reverse: bool
    locked: str
    facts: tuple[Fact, ...]
    settled: tuple[ListRow, ...]
    totals: Totals
    undoes: tuple[str, ...]
    owed: tuple[OpenInvoice, ...]
    deal: Deal


def payment_shown(
    seen: PaymentOverview, owed: tuple[OpenInvoice, ...], deal: Deal, formats: Formats
) -> PaymentShown:
    """Return a payment with what it settled."""
    payment = seen.payment
    is_reversal = payment.reverses is not None
    has_credit = payment.unallocated.amount > 0
    stands = payment.state is PaymentState.BOOKED and not is_reversal
    return PaymentShown(
        payment=payment,
        customer=seen.customer,
        chip=payment_chip(payment.state, is_reversal=is_reversal, has_credit=has_credit),
        has_credit=has_credit,
        can_reverse=stands,
        locked=_locked(seen, formats),
        facts=tuple(_facts(seen, formats)),
        settled=tuple(
            ListRow(
                Ref("invoice", each.id),
                (each.number, formats.date(each.due_on), formats.amount(each.amount)),
            )
            for each in seen.settled
        ),
        totals=_totals(payment, formats),
        undoes=tuple(_undoes(seen, formats)) if stands else (),
        owed=tuple(each for each in owed if each.open.currency == payment.amount.currency),
        deal=deal,
    )


def _locked(seen: PaymentOverview, formats: Formats) -> str:
    if seen.reverses is not None:
        return _("This entry reversed payment {number}; it cannot be undone itself.").format(
            number=seen.reverses[1]
        )
    if seen.payment.state is PaymentState.REVERSED:
        return _("Reversed: what it settled is open again. Book a new payment instead.")
    return _("A booked payment never changes. Where it was a mistake, reverse it by an entry of its own.")


def _facts(seen: PaymentOverview, formats: Formats) -> Iterator[Fact]:
    payment = seen.payment
    yield Fact(_("Customer"), seen.customer, Ref("customer", payment.customer_id))
    yield Fact(_("Received on"), formats.date(payment.on))
    yield Fact(_("Method"), method_word(payment.method))
    if payment.reference:
        yield Fact(_("Reference"), payment.reference)
    if seen.reverses is not None:
        yield Fact(_("Reverses"), seen.reverses[1], Ref("payment", seen.reverses[0]))
    if seen.reversed_by is not None:
        yield Fact(_("Reversed by"), seen.reversed_by[1], Ref("payment", seen.reversed_by[0]))


def _totals(payment: Payment, formats: Formats) -> Totals:
    lines = [TotalsLine(_("Settles"), formats.amount(payment.allocated))]
    if payment.reverses is None and payment.state is PaymentState.BOOKED:
        lines.append(TotalsLine(_("Stays as credit"), formats.amount(payment.unallocated)))
    return Totals(tuple(lines), TotalsLine(_("Amount"), formats.money(payment.amount)))


def _undoes(seen: PaymentOverview, formats: Formats) -> Iterator[str]:
    payment = seen.payment
    yield _("An entry of today takes {amount} back.").format(amount=formats.money(payment.amount))
    for each in seen.settled:
        yield _("{amount} of invoice {number} are open again.").format(
            amount=formats.money(each.amount), number=each.number
        )
    if payment.unallocated.amount > 0:
        yield _("The credit of {amount} is gone.").format(amount=formats.money(payment.unallocated))
