"""Carry instalments of a contract onto an invoice: nothing is typed, every line names its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.billing.invoice import Invoice, InvoiceLine, LineSource
from app.billing.schedule import Instalment
from app.billing.status import InvoiceKind
from app.billing.taxation import TaxBasis, cash_rounding, tax_groups
from app.company.payment_terms import PaymentTerms
from app.contracts.contract import Contract, ContractItem
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency, Money
from app.pricing.printing import printed_price


class NothingToBill(RuleViolation):
    """Nothing of the contract is due and not yet billed."""

    code = "billing.nothing_to_bill"


class Billed(NamedTuple):
    """The last time an instalment was billed.

    Attributes:
        attempt: 0 for the first time.
        credited: Whether that invoice was credited, so that the instalment is open again.
        amount, document_discount: As the invoice says them.
    """

    attempt: int
    credited: bool
    amount: Money
    document_discount: Money


@dataclass(frozen=True, slots=True)
class Issuing:
    """What an invoice gets on the day it is made.

    Attributes:
        on: The issue date, in the company's time zone.
        terms: What the contract's payment terms say.
        company_currency: The currency taxes are also stated in, when it is another one.
    """

    on: date
    terms: PaymentTerms
    company_currency: Currency


def as_billed(
    instalments: Iterable[Instalment], billed: Mapping[tuple[UUID, int], Billed]
) -> tuple[Instalment, ...]:
    """Return the instalments with what was really billed where an invoice stands.

    An issued invoice never changes. Where it billed another amount than the schedule says today, the first
    open instalment of the item takes the difference, so that the item still comes to what was contracted.
    """
    planned = tuple(instalments)
    by_item: dict[UUID, list[Instalment]] = {}
    for one in planned:
        by_item.setdefault(one.item_id, []).append(one)
    said = {key: one for own in by_item.values() for key, one in _as_said(own, billed).items()}
    return tuple(said[one.item_id, one.index] for one in planned)


def _as_said(
    own: Iterable[Instalment], billed: Mapping[tuple[UUID, int], Billed]
) -> dict[tuple[UUID, int], Instalment]:
    """Return the instalments of one item by their keys, the difference on the first open one."""
    planned = {(one.item_id, one.index): one for one in own}
    still_open = {(one.item_id, one.index): one for one in not_yet_billed(planned.values(), billed)}
    said = {key: _said(one, billed[key]) for key, one in planned.items() if key not in still_open}
    for key, one in list(still_open.items())[:1]:
        still_open[key] = replace(
            one,
            amount=sum((planned[k].amount - said[k].amount for k in said), start=one.amount),
            document_discount=sum(
                (planned[k].document_discount - said[k].document_discount for k in said),
                start=one.document_discount,
            ),
        )
    return said | still_open


def _said(one: Instalment, by: Billed) -> Instalment:
    return replace(one, amount=by.amount, document_discount=by.document_discount)


def not_yet_billed(
    instalments: Iterable[Instalment], billed: Mapping[tuple[UUID, int], Billed]
) -> tuple[Instalment, ...]:
    """Return the instalments that were never billed, or whose last invoice was credited."""
    return tuple(
        one
        for one in instalments
        if (one.item_id, one.index) not in billed or billed[one.item_id, one.index].credited
    )


def draft_invoice(
    contract: Contract,
    instalments: Iterable[Instalment],
    issuing: Issuing,
    *,
    billed: Mapping[tuple[UUID, int], Billed],
    new_id: Callable[[], UUID],
) -> Invoice:
    """Return the invoice over these instalments, complete but for number and chain.

    Raises:
        NothingToBill: There is no instalment.
    """
    items = {item.id: item for item in contract.items}
    lines = tuple(
        _line(items[one.item_id], one, attempt=_attempt(billed, one), line_id=new_id())
        for one in sorted(instalments, key=lambda one: (_position(contract, one), one.index))
    )
    if not lines:
        raise NothingToBill(number=contract.number)
    return _totalled(_bare_invoice(contract, lines, issuing, invoice_id=new_id()), issuing)


def _bare_invoice(
    contract: Contract, lines: tuple[InvoiceLine, ...], issuing: Issuing, *, invoice_id: UUID
) -> Invoice:
    """The invoice with everything the contract says, before taxes and due dates."""
    return Invoice(
        id=invoice_id,
        number="",
        kind=InvoiceKind.INVOICE,
        contract_id=contract.id,
        contract_number=contract.number,
        quote_number=contract.quote_number,
        customer_id=contract.customer_id,
        seller=contract.seller,
        buyer=contract.buyer,
        currency=contract.currency,
        issued_on=issuing.on,
        lines=lines,
        groups=(),
        due=(),
        gross=contract.gross,
        company_currency=None if issuing.company_currency == contract.currency else issuing.company_currency,
        language=contract.language,
        payment_terms=contract.payment_terms,
        delivery_terms=contract.delivery_terms,
        buyer_reference=contract.buyer_reference,
        notes=contract.notes,
        exchange=contract.exchange,
        policies=contract.policies,
        owner=contract.owner,
    )


def _totalled(invoice: Invoice, issuing: Issuing) -> Invoice:
    basis = TaxBasis(
        invoice.policies, invoice.gross, invoice.currency, invoice.exchange, invoice.company_currency
    )
    taxed = replace(invoice, groups=tax_groups(invoice.lines, basis))
    rounded = replace(taxed, cash_rounding=cash_rounding(taxed.total, invoice.policies))
    return replace(
        rounded,
        due=issuing.terms.schedule(rounded.total, issuing.on),
        early_offers=issuing.terms.early_offers(rounded.total, issuing.on),
    )


def _position(contract: Contract, one: Instalment) -> int:
    return next(n for n, item in enumerate(contract.items) if item.id == one.item_id)


def _attempt(billed: Mapping[tuple[UUID, int], Billed], one: Instalment) -> int:
    last = billed.get((one.item_id, one.index))
    return 0 if last is None else last.attempt + 1


def _line(item: ContractItem, one: Instalment, *, attempt: int, line_id: UUID) -> InvoiceLine:
    """A one-off keeps the price it was sold at; an instalment prints the price of its own amount."""
    price, base = item.unit_price, item.base_quantity
    if one.amount != item.amount:
        printed = printed_price(item.quantity, one.amount.minor, one.amount.currency)
        price, base = printed.amount, printed.base_quantity
    return InvoiceLine(
        id=line_id,
        source=LineSource(item.quote_line_id, item.id, one.index, attempt),
        product_id=item.product_id,
        sku=item.sku,
        name=item.name,
        detail=item.detail,
        quantity=item.quantity,
        unit=item.unit,
        unit_price=price,
        base_quantity=base,
        amount=one.amount,
        document_discount=one.document_discount,
        tax=item.tax,
        period=one.period,
    )
