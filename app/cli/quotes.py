"""``quote new|show|send|revise|accept``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from app.cli.explanation import explained, explained_text
from app.cli.facts import Facts, quote_facts
from app.cli.parameters import DAY
from app.cli.session import Session, finding_facts, shared
from app.cli.tables import document
from app.kernel.findings import Finding
from app.quotes.lifecycle import QuoteState
from app.quotes.quote import Acceptance, Quote

if TYPE_CHECKING:
    from app.customers.customer import Customer
    from app.pricing.result import PricedDocument
    from app.store.nouns import Nouns


class Said(TypedDict):
    """What is told of an acceptance."""

    by: str
    how: str
    reference: str
    day: date | None
    options: tuple[str, ...]


@click.group("quote")
def quote_group() -> None:
    """Make quotes, send them and record what the customer said."""


@quote_group.command("new")
@click.option("--customer", required=True, metavar="REF", help="Reference of the customer.")
@click.option("--lines", "file", required=True, type=click.Path(path_type=Path), metavar="FILE.csv")
@click.option("--discount", default=None, metavar="P", help="Percent off every line without one of its own.")
@shared
def new(session: Session, *, customer: str, file: Path, discount: str | None) -> None:
    """Make a draft from a file of lines: sku,quantity[,unit,price,discount,group,optional]."""
    from app.services import quote_files, quotes

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            buyer = uow.customers.by_reference(customer)
            draft = quotes.start(uow, act, customer_id=buyer.id)
            filled = quote_files.with_lines(uow, draft, file=file, discount=discount)
            saved = quotes.save_draft(uow, act, quote=filled.quote)
            _show(session, uow, saved, of_file=filled.findings)


@quote_group.command("show")
@click.argument("number")
@click.option("--explain", is_flag=True, help="Show every step of every price.")
@click.option(
    "--as-of", "day", default=None, type=DAY, metavar="DATE", help="By the prices and rules of another day."
)
@shared
def show(session: Session, *, number: str, explain: bool, day: date | None) -> None:
    """Show a quote, its newest revision."""
    with session.application() as application, application.reading() as unit:
        quote = unit.quotes.by_number(number)
        if day is None:
            _show(session, unit, quote, explain=explain)
        else:
            _show_as_of(session, unit, quote, day, explain=explain)


@quote_group.command("send")
@click.argument("number")
@shared
def send(session: Session, *, number: str) -> None:
    """Freeze a draft as what the customer is offered, and keep its PDF."""
    from app.services import documents, quotes

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            quote = uow.quotes.by_number(number)
            sent = quotes.send(uow, act, quote_id=quote.id)
            documents.pdf_of(uow, act, kind="quote", document_id=sent.id)
            _show(session, uow, sent)


@quote_group.command("revise")
@click.argument("number")
@shared
def revise(session: Session, *, number: str) -> None:
    """Make the next revision, a draft; the last one can no longer be accepted."""
    from app.services import quotes

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            draft = quotes.revise(uow, act, quote_id=uow.quotes.by_number(number).id)
            _show(session, uow, draft)


@quote_group.command("accept")
@click.argument("number")
@click.option("--by", default="", metavar="NAME", help="Who accepted; the customer when left out.")
@click.option("--how", default="e-mail", type=click.Choice(["signature", "e-mail", "purchase order"]))
@click.option("--reference", default="", metavar="TEXT", help="Their purchase order or mail reference.")
@click.option("--on", "day", default=None, type=DAY, metavar="DATE", help="The day they did; else today.")
@click.option("--option", "options", multiple=True, metavar="SKU", help="An optional line they chose.")
@shared
def accept(session: Session, *, number: str, **said: Unpack[Said]) -> None:
    """Record the customer's yes; the contract is made of it."""
    from app.services import quote_files, quotes
    from app.services.quote_rows import customer_name

    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            quote = uow.quotes.by_number(number)
            acceptance = Acceptance(
                by=said["by"] or customer_name(uow, quote),
                at=act.at,
                on=said["day"] or act.today,
                how=said["how"],
                reference=said["reference"],
                options=quote_files.chosen(quote, said["options"]),
            )
            contract = quotes.accept(uow, act, quote_id=quote.id, acceptance=acceptance)
            accepted = uow.quotes.get(quote.id)
            facts = {**_facts(uow, accepted), "contract": contract.number}
            session.show(facts, f"{document('quote', facts)}\ncontract {contract.number}")


def _show(
    session: Session, unit: Nouns, quote: Quote, *, explain: bool = False, of_file: tuple[Finding, ...] = ()
) -> None:
    from app.services import quotes

    priced = _priced(unit, quote)
    facts = quote_facts(quote, priced, _buyer(unit, quote))
    findings = (*of_file, *(quotes.checks(unit, quote, priced) if quote.is_editable else ()))
    facts["findings"] = [finding_facts(finding) for finding in findings]
    text = document("quote", facts)
    session.show(facts, _explained(text, facts, quote, priced) if explain else text)
    session.warn(findings, blocker="note: cannot be sent yet")


def _show_as_of(session: Session, unit: Nouns, quote: Quote, day: date, *, explain: bool) -> None:
    """Show what the quote would come to by the prices and rules of another day; nothing is changed."""
    from app.services.pricing import price_as_of

    priced = price_as_of(unit, quote, day)
    facts = quote_facts(quote, priced, _buyer(unit, quote)) | {"priced_on": day.isoformat()}
    text = f"by the prices and rules of {day.isoformat()}\n{document('quote', facts)}"
    session.show(facts, _explained(text, facts, quote, priced) if explain else text)
    session.warn(priced.all_findings)


def _explained(text: str, facts: Facts, quote: Quote, priced: PricedDocument) -> str:
    facts["explained"] = explained(quote, priced)
    return f"{text}\n\n{explained_text(quote, priced)}"


def _facts(unit: Nouns, quote: Quote) -> Facts:
    return quote_facts(quote, _priced(unit, quote), _buyer(unit, quote))


def _buyer(unit: Nouns, quote: Quote) -> Customer | None:
    return unit.customers.get(quote.customer_id) if quote.customer_id else None


def _priced(unit: Nouns, quote: Quote) -> PricedDocument:
    from app.services.pricing import price_sent, quote_pricer

    if quote.state is QuoteState.DRAFT:
        return quote_pricer(unit, quote).price(quote)
    return price_sent(unit, quote)
