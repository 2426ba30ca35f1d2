"""A contract as its page shows it: frozen texts, made on a reader thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.contracts.contract import Contract, ContractItem
from app.customers.party import Party
from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from app.kernel.changes import Ref
from app.kernel.errors import AppError
from app.kernel.money import Money, total_of
from app.services.contracts import BillingState
from ui.contracts.schedule import ShownMonth, Window, charged, months, schedule_rows
from ui.contracts.states import contract_chip
from ui.documents.deal import Deal
from ui.invoices.states import invoice_chip
from ui.quotes.prices import price_per_term
from ui.quotes.units import unit_label
from ui.widgets.facts import Fact
from ui.widgets.list_rows import ListColumn, ListKind, ListRow
from ui.widgets.totals import Totals, TotalsLine

if TYPE_CHECKING:
    from app.documents.lines import Term
    from app.services.billing import InvoiceOverview, InvoicePreview
    from app.services.contracts import ContractOverview, InstalmentState
    from ui.widgets.state_chip import Chip

ITEMS = (
    ListColumn("name", lambda: _("Description"), width=180, stretch=True, sortable=False),
    ListColumn("period", lambda: _("Period"), ListKind.DATE, 172, sortable=False),
    ListColumn("quantity", lambda: _("Quantity"), ListKind.NUMBER, 80, sortable=False),
    ListColumn("price", lambda: _("Price"), ListKind.NUMBER, 86, sortable=False),
    ListColumn("amount", lambda: _("Amount"), ListKind.NUMBER, 108, sortable=False),
)
DOCUMENTS = (
    ListColumn("number", lambda: _("Number"), ListKind.STRONG, 160, sortable=False),
    ListColumn("state", lambda: _("State"), ListKind.CHIP, 140, stretch=True, sortable=False),
    ListColumn("issued", lambda: _("Issued"), ListKind.DATE, 112, sortable=False),
    ListColumn("due", lambda: _("Due"), ListKind.DATE, 112, sortable=False),
    ListColumn("total", lambda: _("Total with tax"), ListKind.NUMBER, 120, sortable=False),
)


class Billing(NamedTuple):
    """What issuing an invoice now would do, or why there is nothing to issue."""

    preview: InvoicePreview | None
    refusal: AppError | None


class Seen(NamedTuple):
    """What the services said of a contract.

    Attributes:
        terms: Of each subscription by its id, as its paper says them.
    """

    overview: ContractOverview
    invoices: tuple[InvoiceOverview, ...]
    billing: Billing
    deal: Deal
    terms: Mapping[UUID, Term]


class ContractShown(NamedTuple):
    """Everything the page says.

    Attributes:
        why_not: Why no invoice can be issued now and when the next one can; empty when one can.
    """

    number: str
    customer: str
    chip: Chip
    quote: Ref
    facts: tuple[Fact, ...]
    subscriptions: tuple[ListRow, ...]
    one_offs: tuple[ListRow, ...]
    months: tuple[ShownMonth, ...]
    schedule: Window
    totals: Totals
    documents: tuple[ListRow, ...]
    preview: InvoicePreview | None
    why_not: str
    deal: Deal


def contract_shown(seen: Seen, today: date, formats: Formats) -> ContractShown:
    """Return a contract as it stands on a day."""
    contract, states = seen.overview.contract, seen.overview.instalments
    return ContractShown(
        number=contract.number,
        customer=contract.buyer.name,
        chip=contract_chip(
            contract.state, starts_on=contract.starts_on, ends_on=contract.ends_on, today=today
        ),
        quote=Ref("quote", contract.quote_id),
        facts=tuple(_facts(contract, formats)),
        subscriptions=tuple(
            _item(item, contract, formats, seen.terms.get(item.id)) for item in contract.subscriptions
        ),
        one_offs=tuple(_item(item, contract, formats) for item in contract.one_offs),
        months=months(states, formats),
        schedule=schedule_rows(states, formats),
        totals=_totals(contract, states, formats),
        documents=tuple(_document(each, formats) for each in seen.invoices),
        preview=seen.billing.preview,
        why_not=_why_not(seen.billing, states, formats),
        deal=seen.deal,
    )


def _why_not(billing: Billing, states: Sequence[InstalmentState], formats: Formats) -> str:
    """Say what stands in the way, and when the next invoice can be issued."""
    if billing.refusal is None:
        return ""
    coming = [each for each in states if each.state is BillingState.FUTURE]
    if not coming:
        return _("Everything is invoiced; nothing more is planned.")
    on = min(each.instalment.due_on for each in coming)
    amount = total_of(
        (charged(each) for each in coming if each.instalment.due_on == on), charged(coming[0]).currency
    )
    if not any(each.state is not BillingState.FUTURE for each in states):
        return _("Nothing is due yet. The first invoice, {amount}, can be issued on {day}.").format(
            amount=formats.money(amount), day=formats.date(on)
        )
    return _("Everything due is invoiced. The next invoice, {amount}, can be issued on {day}.").format(
        amount=formats.money(amount), day=formats.date(on)
    )


def _facts(contract: Contract, formats: Formats) -> Iterator[Fact]:
    buyer, customer = contract.buyer, Ref("customer", contract.customer_id)
    yield Fact(_("Customer"), buyer.name, customer, _address(buyer))
    yield Fact(
        _("Seller"), contract.seller.legal_name or contract.seller.name, None, _address(contract.seller)
    )
    yield Fact(_("Quote"), contract.quote_number, Ref("quote", contract.quote_id))
    yield Fact(_("Signed on"), formats.date(contract.signed_on))
    yield Fact(_("Starts on"), formats.date(contract.starts_on))
    if contract.ends_on is not None:
        yield Fact(_("Ends on"), formats.date(contract.ends_on))
    if contract.payment_terms:
        yield Fact(_("Payment terms"), contract.payment_terms)
    if contract.delivery_terms:
        yield Fact(_("Delivery terms"), contract.delivery_terms)
    if contract.buyer_reference:
        yield Fact(_("Their order"), contract.buyer_reference)


def _address(party: Party) -> str:
    address = party.address
    town = " ".join(part for part in (address.postcode, address.city) if part)
    return "\n".join((*address.lines, *((town,) if town else ())))


def _item(item: ContractItem, contract: Contract, formats: Formats, term: Term | None = None) -> ListRow:
    name = item.name or item.sku
    price = formats.price(item.unit_price, contract.currency)
    if item.base_quantity != 1:
        price = f"{price} / {formats.number(item.base_quantity)}"
    period, billing, per_term = "", "", ""
    if term is not None and term.price is not None:
        per_term = price_per_term(term.price, term.price_months, contract.currency, formats)
    if item.period is not None:
        period = f"{formats.date_short(item.period.start)} – {formats.date_short(item.period.last)}"
        every = item.billing_months
        billing = ngettext("invoiced monthly", "invoiced every {n} months", every).format(n=every)
    cells = (
        " · ".join(part for part in (name, per_term, billing, item.sku if item.sku != name else "") if part),
        period,
        f"{formats.number(item.quantity)} {unit_label(item.unit)}",
        price,
        formats.amount(item.contracted),
    )
    return ListRow(Ref("product", item.product_id), cells)


def _totals(contract: Contract, states: Sequence[InstalmentState], formats: Formats) -> Totals:
    sums = {state: Money.zero(contract.currency) for state in BillingState}
    for each in states:
        sums[each.state] = sums[each.state] + charged(each)
    due = sums[BillingState.DUE] + sums[BillingState.CREDITED]
    lines = (
        TotalsLine(_("Invoiced"), formats.amount(sums[BillingState.BILLED])),
        TotalsLine(_("Due now"), formats.amount(due), strong=bool(due)),
        TotalsLine(_("Planned"), formats.amount(sums[BillingState.FUTURE])),
    )
    words = _("Total with tax") if contract.gross else _("Total before tax")
    return Totals(lines, TotalsLine(words, formats.money(contract.total)))


def _document(seen: InvoiceOverview, formats: Formats) -> ListRow:
    invoice = seen.invoice
    is_note = invoice.corrects is not None
    cells = (
        invoice.number,
        invoice_chip(seen.status),
        formats.date(invoice.issued_on),
        "" if is_note else formats.date(invoice.due_on),
        formats.money(-invoice.total if is_note else invoice.total),
    )
    return ListRow(Ref("invoice", invoice.id), cells)
