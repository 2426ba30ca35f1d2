"""How a payment is shared out over open invoices while the person types: proposed, or by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from app.i18n.translations import gettext as _
from app.kernel.money import Currency, Money
from app.payments.allocation import OpenInvoice, Share, propose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.i18n.formats import Formats


@dataclass(frozen=True, slots=True)
class Sharing:
    """An amount and its shares.

    Attributes:
        amount: What there is to share out; `None` while nobody said it.
        owed: The open invoices in the amount's currency, oldest due first.
        first: Settled before all others.
        shares: By invoice, each above zero.
        by_hand: Whether the person changed a share: then nothing is proposed any more.
    """

    currency: Currency
    amount: Money | None = None
    owed: tuple[OpenInvoice, ...] = ()
    first: UUID | None = None
    shares: Mapping[UUID, Money] = field(default_factory=lambda: MappingProxyType({}))
    by_hand: bool = False

    @property
    def rest(self) -> Money:
        """Return what is not shared out; below zero where more is shared out than there is."""
        whole = self.amount or Money.zero(self.currency)
        return whole - sum(self.shares.values(), start=Money.zero(self.currency))

    @property
    def wanted(self) -> tuple[Share, ...]:
        """Return the shares in the order of the invoices."""
        return tuple(Share(each.id, self.shares[each.id]) for each in self.owed if each.id in self.shares)


def sharing_of(
    currency: Currency, owed: Iterable[OpenInvoice], *, amount: Money | None = None, first: UUID | None = None
) -> Sharing:
    """Return the proposal over the invoices in a currency."""
    fitting = tuple(each for each in owed if each.open.currency == currency)
    return proposed(Sharing(currency, amount, fitting, first))


def with_amount(sharing: Sharing, amount: Money | None) -> Sharing:
    """Return the sharing of another amount; shares made by hand stay as they are."""
    changed = replace(sharing, amount=amount)
    return changed if sharing.by_hand else proposed(changed)


def with_share(sharing: Sharing, invoice_id: UUID, share: Money | None) -> Sharing:
    """Return the sharing with one share set by hand; nothing or zero takes it away."""
    shares = {id: held for id, held in sharing.shares.items() if id != invoice_id}
    if share is not None and share.amount:
        shares[invoice_id] = share
    return replace(sharing, shares=MappingProxyType(shares), by_hand=True)


def proposed(sharing: Sharing) -> Sharing:
    """Return what is proposed: the invoice the payment is for, then the oldest due."""
    if sharing.amount is None:
        return replace(sharing, shares=MappingProxyType({}), by_hand=False)
    named = [each for each in sharing.owed if each.id == sharing.first]
    others = [each for each in sharing.owed if each.id != sharing.first]
    before = propose(sharing.amount, named)
    rest = sharing.amount - sum((share.amount for share in before), start=Money.zero(sharing.currency))
    shares = {share.invoice_id: share.amount for share in (*before, *propose(rest, others))}
    return replace(sharing, shares=MappingProxyType(shares), by_hand=False)


def rest_in_words(sharing: Sharing, customer: str, formats: Formats) -> str:
    """Say what becomes of the part that settles nothing."""
    rest = sharing.rest
    if sharing.amount is None:
        return _("Enter the amount that came in.")
    if rest.amount > 0:
        return _("{amount} settles no invoice and stays as credit of {customer}.").format(
            amount=formats.money(rest), customer=customer or _("the customer")
        )
    if rest.amount < 0:
        return _("{amount} more is shared out than there is. Lower the amounts.").format(
            amount=formats.money(-rest)
        )
    return _("Everything is shared out; nothing stays as credit.")
