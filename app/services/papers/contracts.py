"""The contract as both sides sign it: what was agreed, and when what will be invoiced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.billing.invoice import InvoiceLine, LineSource
from app.billing.schedule import Instalment, schedule
from app.billing.taxation import TaxBasis, cash_rounding, tax_groups
from app.contracts.contract import Contract, ContractItem
from app.documents.lines import Line, LineKind, PrintedPrice
from app.documents.model import DocumentData, DocumentKind, Fact
from app.documents.settlement import Schedule, ScheduleRow, Totals
from app.kernel.money import Money, total_of
from app.services.papers.money import printed_groups, printed_tax
from app.services.papers.parties import brand_of, buyer_of, seller_of, tax_word
from app.services.papers.terms import agreed_terms, item_terms

if TYPE_CHECKING:
    from app.store.nouns import Nouns


def contract_data(unit: Nouns, contract: Contract) -> DocumentData:
    """Return the paper of a contract: an order confirmation where nothing in it recurs."""
    company = unit.company.get()
    terms = item_terms(unit, contract)
    brand, paper = brand_of(unit, company)
    return DocumentData(
        kind=DocumentKind.CONTRACT if contract.subscriptions else DocumentKind.CONFIRMATION,
        number=contract.number,
        dated=contract.signed_on,
        language=contract.language,
        currency=contract.currency,
        seller=seller_of(contract.seller, contract.language),
        buyer=buyer_of(contract.buyer, seen_from=contract.seller.address.country, language=contract.language),
        lines=tuple(
            replace(_line(item, str(n)), term=terms.get(item.id))
            for n, item in enumerate(contract.items, start=1)
        ),
        totals=contract_totals(contract),
        facts=tuple(_facts(contract)),
        schedule=_schedule(contract) if contract.subscriptions else None,
        payment=agreed_terms(company, contract.payment_terms),
        notes=contract.notes,
        signature=bool(contract.subscriptions),
        tax_word=tax_word(contract.seller),
        brand=brand,
        paper=paper,
    )


def contract_totals(contract: Contract) -> Totals:
    """Return net, taxes and total of everything contracted, taxed as one invoice over it would be."""
    basis = TaxBasis(contract.policies, contract.gross, contract.currency, contract.exchange)
    groups = tax_groups([_as_billed(item) for item in contract.items], basis)
    net = Money.of_minor(sum(group.net for group in groups), contract.currency)
    tax = Money.of_minor(sum(group.tax for group in groups), contract.currency)
    rounding = cash_rounding(net + tax, contract.policies)
    discount = total_of((item.document_discount for item in contract.items), contract.currency)
    return Totals(
        lines=total_of((item.amount for item in contract.items), contract.currency),
        net=net,
        taxes=printed_groups(groups, contract.currency),
        total=net + tax + rounding if rounding else net + tax,
        discount=discount or None,
        includes_tax=contract.gross,
        rounding=rounding or None,
    )


def _as_billed(item: ContractItem) -> InvoiceLine:
    return InvoiceLine(
        id=item.id,
        source=LineSource(item.quote_line_id, item.id, 0),
        product_id=item.product_id,
        sku=item.sku,
        name=item.name,
        detail=item.detail,
        quantity=item.quantity,
        unit=item.unit,
        unit_price=item.unit_price,
        base_quantity=item.base_quantity,
        amount=item.amount,
        document_discount=item.document_discount,
        tax=item.tax,
        period=item.period,
    )


def _facts(contract: Contract) -> Iterator[Fact]:
    yield Fact("signed_on", contract.signed_on)
    yield Fact("quote_number", contract.quote_number)
    if contract.ends_on:
        yield Fact("starts_on", contract.starts_on)
        yield Fact("ends_on", contract.ends_on)
    if contract.buyer.reference:
        yield Fact("customer_number", contract.buyer.reference)
    if contract.buyer_reference:
        yield Fact("your_order", contract.buyer_reference)
    if contract.delivery_terms:
        yield Fact("delivery_terms", contract.delivery_terms)


def _line(item: ContractItem, position: str) -> Line:
    return Line(
        kind=LineKind.ITEM,
        text=item.name or item.sku,
        position=position,
        sku=item.sku,
        detail=item.detail,
        quantity=item.quantity,
        unit=item.unit,
        price=PrintedPrice(item.unit_price, item.base_quantity),
        amount=item.amount,
        tax=printed_tax(item.tax),
        period=item.period,
    )


def _schedule(contract: Contract) -> Schedule:
    names = {item.id: item.name or item.sku for item in contract.items}
    rows = tuple(_row(one, names[one.item_id]) for one in schedule(contract))
    return Schedule(rows, contract.total)


def _row(one: Instalment, name: str) -> ScheduleRow:
    return ScheduleRow(one.due_on, name, one.amount - one.document_discount, one.period)
