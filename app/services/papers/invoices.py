"""Invoices and credit notes as they leave, from what was frozen when they were issued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.billing.invoice import Invoice, InvoiceLine
from app.billing.status import InvoiceKind
from app.documents.lines import Line, LineKind, PrintedPrice
from app.documents.model import DocumentData, DocumentKind, Fact
from app.documents.settlement import Due, EarlyPayment, PaymentTerms, Totals
from app.kernel.money import total_of
from app.services.papers.money import in_company_currency, printed_groups, printed_tax
from app.services.papers.parties import bank_of, brand_of, buyer_of, seller_of, tax_word

if TYPE_CHECKING:
    from app.store.nouns import Nouns


def invoice_data(unit: Nouns, invoice: Invoice) -> DocumentData:
    """Return the paper of an invoice or credit note."""
    company = unit.company.get()
    brand, paper = brand_of(unit, company)
    is_invoice = invoice.kind is InvoiceKind.INVOICE
    return DocumentData(
        kind=DocumentKind.INVOICE if is_invoice else DocumentKind.CREDIT_NOTE,
        number=invoice.number,
        dated=invoice.issued_on,
        language=invoice.language,
        currency=invoice.currency,
        seller=seller_of(invoice.seller, invoice.language),
        buyer=buyer_of(invoice.buyer, seen_from=invoice.seller.address.country, language=invoice.language),
        lines=tuple(_line(line, str(n)) for n, line in enumerate(invoice.lines, start=1)),
        totals=_totals(invoice),
        facts=tuple(_facts(invoice)),
        payment=_payment(invoice) if is_invoice else None,
        bank=bank_of(invoice.seller, invoice.number) if is_invoice else None,
        notes=invoice.notes,
        tax_word=tax_word(invoice.seller),
        brand=brand,
        paper=paper,
    )


def _facts(invoice: Invoice) -> Iterator[Fact]:
    yield Fact("date", invoice.issued_on)
    if invoice.kind is InvoiceKind.INVOICE:
        yield Fact("due_date", invoice.due_on)
    else:
        yield Fact("credited_invoice", invoice.corrects_number)
    if invoice.buyer.reference:
        yield Fact("customer_number", invoice.buyer.reference)
    if invoice.buyer_reference:
        yield Fact("your_order", invoice.buyer_reference)
    yield Fact("contract_number", invoice.contract_number)
    if not any(line.period for line in invoice.lines):
        yield Fact("delivery_date", invoice.issued_on)
    if invoice.buyer.vat_id:
        yield Fact("your_tax_id", invoice.buyer.vat_id)


def _line(line: InvoiceLine, position: str) -> Line:
    return Line(
        kind=LineKind.ITEM,
        text=line.name or line.sku,
        position=position,
        sku=line.sku,
        detail=line.detail,
        quantity=line.quantity,
        unit=line.unit,
        price=PrintedPrice(line.unit_price, line.base_quantity),
        amount=line.amount,
        tax=printed_tax(line.tax),
        period=line.period,
    )


def _totals(invoice: Invoice) -> Totals:
    discount = total_of((line.document_discount for line in invoice.lines), invoice.currency)
    return Totals(
        lines=total_of((line.amount for line in invoice.lines), invoice.currency),
        net=invoice.net,
        taxes=printed_groups(invoice.groups, invoice.currency),
        total=invoice.total,
        discount=discount or None,
        includes_tax=invoice.gross,
        rounding=invoice.cash_rounding or None,
        company_currency=in_company_currency(invoice.company_tax, invoice.exchange),
    )


def _payment(invoice: Invoice) -> PaymentTerms:
    return PaymentTerms(
        words="",
        due=tuple(Due(part.on, part.amount) for part in invoice.due),
        early=tuple(
            EarlyPayment(offer.until, offer.percent.fraction, offer.payable) for offer in invoice.early_offers
        ),
    )
