"""Documents as plain values: what other programs read, and a promise to them (docs/cli.md)."""

from __future__ import annotations

from collections.abc import Mapping

from app.billing.invoice import Invoice, InvoiceLine
from app.contracts.contract import Contract, ContractItem
from app.customers.customer import Customer
from app.documents.settlement import Totals
from app.kernel.exact import plain
from app.kernel.money import Money
from app.payments.payment import Payment
from app.pricing.margins import line_discount
from app.pricing.printing import printed_line
from app.pricing.result import PricedDocument, PricedLine
from app.quotes.lines import LineKind, QuoteLine
from app.quotes.quote import Quote
from app.quotes.sections import subtotals
from app.services.billing import InvoiceOverview

Facts = dict[str, object]


def amount(money: Money) -> str:
    """Return an amount with its currency's decimals: ``1000.00``."""
    return f"{Money.of_minor(money.minor, money.currency).amount:f}"


def quote_facts(quote: Quote, priced: PricedDocument, buyer: Customer | None = None) -> Facts:
    """Return a quote with its totals and lines; nothing is owed on a quote, so `open` is 0."""
    totals = priced.totals
    answers = {line.key: line for line in priced.lines}
    sums = subtotals(quote.lines, {line.key: line.amount for line in priced.lines if line.in_total})
    return {
        "number": quote.number,
        "kind": "quote",
        "status": quote.state.value,
        "revision": quote.revision,
        "customer": buyer.reference if buyer else "",
        "customer_name": buyer.name if buyer else "",
        "dated": quote.dated,
        "valid_until": quote.valid_until,
        "currency": quote.currency.code,
        "net": amount(priced.money(totals.net)),
        "tax": amount(priced.money(totals.tax)),
        "total": amount(priced.money(totals.payable)),
        "open": amount(priced.money(0)),
        "lines": [
            _quote_line(line, priced, answers.get(str(line.id)))
            if line.kind is LineKind.PRODUCT
            else _other_line(line, priced, sums.get(line.id))
            for line in quote.lines
        ],
        "taxes": [
            {
                "category": group.category.value,
                "rate": plain(group.rate.points),
                "base": amount(priced.money(group.net)),
                "tax": amount(priced.money(group.tax)),
            }
            for group in priced.tax_groups
        ],
    }


def _other_line(line: QuoteLine, priced: PricedDocument, comes_to: int | None) -> Facts:
    """A heading says what its section comes to, a subtotal what stands above it in the section."""
    facts: Facts = {"kind": line.kind.value, "name": line.name}
    return facts if comes_to is None else {**facts, "subtotal": amount(priced.money(comes_to))}


def _quote_line(line: QuoteLine, priced: PricedDocument, answer: PricedLine | None) -> Facts:
    return {
        "kind": line.kind.value,
        "name": line.name,
        "sku": line.sku,
        "quantity": plain(line.quantity),
        "unit": line.unit,
        "role": line.role.value,
        "unit_price": None,
        "base_quantity": None,
        "list": None,
        "discount_percent": None,
        "net": None if answer is None else amount(priced.money(answer.amount)),
        "tax_category": None,
        "tax_rate": None,
        **({} if answer is None or not answer.parts else _prices(line, priced, answer)),
    }


def _prices(line: QuoteLine, priced: PricedDocument, answer: PricedLine) -> Facts:
    """The discount is measured against the list price and taken off before `net`."""
    price = printed_line(answer, line.quantity, priced.request.currency)
    given = line_discount(answer)
    return {
        "unit_price": plain(price.amount),
        "base_quantity": plain(price.base_quantity),
        "list": amount(priced.money(answer.list_amount)),
        "discount_percent": None if given is None else plain((given * 100).rounded(6)),
        "tax_category": answer.tax.category.value if answer.tax else None,
        "tax_rate": plain(answer.tax.rate.points) if answer.tax else None,
    }


def contract_facts(contract: Contract, totals: Totals) -> Facts:
    """Return a contract with its totals and items; what it bills is owed on its invoices."""
    return {
        "number": contract.number,
        "kind": "contract",
        "status": contract.state.value,
        "quote": contract.quote_number,
        "customer": contract.buyer.reference,
        "customer_name": contract.buyer.name,
        "signed_on": contract.signed_on,
        "starts_on": contract.starts_on,
        "ends_on": contract.ends_on,
        "currency": contract.currency.code,
        "net": amount(totals.net),
        "tax": amount(totals.total - totals.net - (totals.rounding or Money.zero(contract.currency))),
        "total": amount(totals.total),
        "open": amount(Money.zero(contract.currency)),
        "lines": [_contract_line(item) for item in contract.items],
    }


def _contract_line(item: ContractItem) -> Facts:
    return {
        "kind": item.kind.value,
        "sku": item.sku,
        "name": item.name,
        "quantity": plain(item.quantity),
        "unit": item.unit,
        "unit_price": plain(item.unit_price),
        "base_quantity": plain(item.base_quantity),
        "net": amount(item.amount),
        "discount": amount(item.document_discount),
        "first_day": item.period.start if item.period else None,
        "last_day": item.period.last if item.period else None,
    }


def invoice_facts(found: InvoiceOverview) -> Facts:
    """Return an invoice or credit note with its totals, what is open, and its lines."""
    invoice = found.invoice
    return {
        "number": invoice.number,
        "kind": invoice.kind.value,
        "status": found.status.value,
        "contract": invoice.contract_number,
        "quote": invoice.quote_number,
        "corrects": invoice.corrects_number,
        "customer": invoice.buyer.reference,
        "customer_name": invoice.buyer.name,
        "issued_on": invoice.issued_on,
        "due_on": invoice.due_on,
        "currency": invoice.currency.code,
        "net": amount(invoice.net),
        "tax": amount(invoice.tax),
        "total": amount(invoice.total),
        "open": amount(found.open),
        "paid": amount(found.paid),
        "credited": amount(found.credited),
        "lines": [_invoice_line(line) for line in invoice.lines],
        "taxes": [_tax(invoice, position) for position in range(len(invoice.groups))],
    }


def _invoice_line(line: InvoiceLine) -> Facts:
    return {
        "sku": line.sku,
        "name": line.name,
        "quantity": plain(line.quantity),
        "unit": line.unit,
        "unit_price": plain(line.unit_price),
        "base_quantity": plain(line.base_quantity),
        "net": amount(line.amount),
        "discount": amount(line.document_discount),
        "tax_category": line.tax.category.value,
        "tax_rate": plain(line.tax.rate.points),
        "first_day": line.period.start if line.period else None,
        "last_day": line.period.last if line.period else None,
    }


def _tax(invoice: Invoice, position: int) -> Facts:
    group = invoice.groups[position]
    return {
        "category": group.category.value,
        "rate": plain(group.rate.points),
        "base": amount(Money.of_minor(group.net, invoice.currency)),
        "tax": amount(Money.of_minor(group.tax, invoice.currency)),
    }


def payment_facts(payment: Payment, numbers: Mapping[object, str], payer: Customer | None = None) -> Facts:
    """Return a payment with what it settled.

    Args:
        payment: As booked.
        numbers: Invoice id -> number, for the allocations.
        payer: Who paid.
    """
    zero = amount(Money.zero(payment.amount.currency))
    return {
        "number": payment.number,
        "kind": "payment",
        "status": payment.state.value,
        "customer": payer.reference if payer else "",
        "customer_name": payer.name if payer else "",
        "on": payment.on,
        "method": payment.method.value,
        "reference": payment.reference,
        "currency": payment.amount.currency.code,
        "net": amount(payment.amount),
        "tax": zero,
        "total": amount(payment.amount),
        "open": amount(payment.unallocated),
        "lines": [
            {"invoice": numbers[each.invoice_id], "amount": amount(each.amount), "on": each.on}
            for each in payment.allocations
        ],
    }
