"""``contract show``, ``invoice issue|show|credit``, ``payment book|show|reverse`` and ``pdf``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypedDict, Unpack

import click

from app.cli.facts import Facts, contract_facts, invoice_facts, payment_facts
from app.cli.parameters import DAY, DECIMAL
from app.cli.session import Session, finding_facts, shared
from app.cli.tables import document, table
from app.kernel.findings import Finding
from app.kernel.money import Money

if TYPE_CHECKING:
    from app.access.act import Act
    from app.billing.invoice import Invoice
    from app.contracts.contract import Contract
    from app.payments.payment import Payment
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork


@click.group("contract")
def contract_group() -> None:
    """Look at contracts."""


@contract_group.command("show")
@click.argument("number")
@shared
def show_contract(session: Session, *, number: str) -> None:
    """Show a contract with its billing schedule."""
    from app.services import contracts
    from app.services.papers.contracts import contract_totals

    with session.application() as application:
        today = application.act().today
        with application.reading() as unit:
            contract = unit.contracts.by_number(number)
            overview = contracts.overview(unit, contract.id, today=today)
            facts = contract_facts(contract, contract_totals(contract))
            rows = [
                {
                    "due_on": each.instalment.due_on,
                    "sku": each.item.sku,
                    "first_day": each.instalment.period.start if each.instalment.period else None,
                    "last_day": each.instalment.period.last if each.instalment.period else None,
                    "net": f"{(each.instalment.amount - each.instalment.document_discount).amount:f}",
                    "state": each.state.value,
                    "invoice": each.invoice_number,
                }
                for each in overview.instalments
            ]
            facts["schedule"] = rows
            plan = table(
                ("due", "item", "from", "to", "net", "state", "invoice"),
                [tuple(row.values()) for row in rows],
                right=frozenset({4}),
            )
            session.show(facts, f"{document('contract', facts)}\n\n{plan}")


@click.group("invoice")
def invoice_group() -> None:
    """Issue, show and credit invoices."""


@invoice_group.command("issue")
@click.option("--from", "number", required=True, metavar="NUMBER", help="An accepted quote or a contract.")
@shared
def issue(session: Session, *, number: str) -> None:
    """Issue the invoice over everything that is due and not yet billed, and keep its PDF."""
    from app.services import billing, documents

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            contract = _contract(uow, number)
            found = billing.preview(uow, act, contract_id=contract.id).findings
            invoice = billing.issue(uow, act, contract_id=contract.id)
            documents.pdf_of(uow, act, kind="invoice", document_id=invoice.id)
            _show_invoice(session, uow, act, invoice, found)


@invoice_group.command("show")
@click.argument("number")
@shared
def show_invoice(session: Session, *, number: str) -> None:
    """Show an invoice or a credit note."""
    with session.application() as application:
        act = application.act()
        with application.reading() as unit:
            _show_invoice(session, unit, act, unit.invoices.by_number(number))


@invoice_group.command("credit")
@click.argument("number")
@shared
def credit(session: Session, *, number: str) -> None:
    """Issue the credit note over a whole invoice, and keep its PDF."""
    from app.services import billing, documents

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            note = billing.credit(uow, act, invoice_id=uow.invoices.by_number(number).id)
            documents.pdf_of(uow, act, kind="invoice", document_id=note.id)
            _show_invoice(session, uow, act, note)


class Paid(TypedDict):
    """What is told of money that came in."""

    amount: Decimal
    on: date | None
    number: str | None
    reference: str


@click.group("payment")
def payment_group() -> None:
    """Book payments and reverse them."""


@payment_group.command("book")
@click.option("--customer", required=True, metavar="REF")
@click.option("--amount", required=True, type=DECIMAL, metavar="A", help="Written like 1199.91.")
@click.option("--date", "on", default=None, type=DAY, metavar="D", help="The day it came in; else today.")
@click.option("--invoice", "number", default=None, metavar="NUMBER", help="What it settles first.")
@click.option("--reference", default="", metavar="TEXT")
@shared
def book(session: Session, *, customer: str, **paid: Unpack[Paid]) -> None:
    """Book money that came in; what settles no invoice stays the customer's credit."""
    from app.services import payments
    from app.services.payments import Booking

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            buyer = uow.customers.by_reference(customer)
            invoice = uow.invoices.by_number(paid["number"]) if paid["number"] else None
            currency = invoice.currency if invoice else buyer.currency or uow.company.get().seller.currency
            money = Money(paid["amount"], currency)
            shares = (
                payments.shares_of(uow, customer_id=buyer.id, amount=money, invoice_id=invoice.id)
                if invoice
                else None
            )
            on = paid["on"] or act.today
            booking = Booking(buyer.id, money, on, reference=paid["reference"], shares=shares)
            _show_payment(session, uow, payments.book(uow, act, booking=booking))


@payment_group.command("show")
@click.argument("number")
@shared
def show_payment(session: Session, *, number: str) -> None:
    """Show a payment and what it settled."""
    with session.application() as application, application.reading() as unit:
        _show_payment(session, unit, unit.payments.by_number(number))


@payment_group.command("reverse")
@click.argument("number")
@shared
def reverse(session: Session, *, number: str) -> None:
    """Undo what a payment did, by an entry of its own; the invoices it settled are open again."""
    from app.services import payments

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            payment = uow.payments.by_number(number)
            _show_payment(session, uow, payments.reverse(uow, act, payment_id=payment.id))


@click.command("pdf")
@click.argument("number")
@click.option("-o", "--output", "file", required=True, type=click.Path(path_type=Path), metavar="FILE")
@shared
def pdf(session: Session, *, number: str, file: Path) -> None:
    """Write the PDF of a quote, contract, invoice or credit note; a sent one is always the same bytes."""
    from app.exchange.tables.atomic import write_atomically
    from app.services import documents, numbers

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            found = numbers.find(uow, number)
            content = documents.pdf_of(uow, act, kind=found.kind, document_id=found.id)
        write_atomically(file, lambda out: _write(out, content), overwrite=True)
        session.show({"number": number, "file": str(file), "bytes": len(content)}, f"wrote {file}")


def _write(out: IO[bytes], content: bytes) -> None:
    out.write(content)


def _contract(unit: Nouns, number: str) -> Contract:
    from app.services import numbers

    return numbers.contract_of(unit, number)


def _show_payment(session: Session, unit: Nouns | UnitOfWork, payment: Payment) -> None:
    settled = {each.invoice_id for each in payment.allocations}
    numbers: dict[object, str] = {each: unit.invoices.get(each).number for each in settled}
    facts = payment_facts(payment, numbers, unit.customers.get(payment.customer_id))
    session.show(facts, document("payment", facts))


def _show_invoice(
    session: Session,
    unit: Nouns | UnitOfWork,
    act: Act,
    invoice: Invoice,
    findings: tuple[Finding, ...] = (),
) -> None:
    from app.services import billing

    facts: Facts = invoice_facts(billing.overview(unit, invoice.id, today=act.today))
    facts["findings"] = [finding_facts(finding) for finding in findings]
    session.show(facts, document(invoice.kind.value.replace("_", " "), facts))
    session.warn(findings)
