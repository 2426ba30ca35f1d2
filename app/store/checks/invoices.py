"""Invoices say what they said, form a chain without a gap, and bill what was contracted and no more."""

from __future__ import annotations

from collections.abc import Iterator

from app.kernel.findings import Finding, Severity
from app.store.checks.documents import Link, Said, chained, hashed
from app.store.checks.numbers import Numbered, gapless
from app.store.checks.sums import adds_up
from app.store.unit_of_work import Reading
from app.store.verify import Check, Watch

_CHAIN = "SELECT number, chain_position, chain_previous, chain_hash FROM invoice ORDER BY chain_position"
_SERIES = "SELECT number, issued_on FROM invoice WHERE kind = '{}' ORDER BY chain_position"


def _said(reading: Reading) -> Iterator[Said]:
    from app.billing.content import hash_of

    for invoice, kept in reading.invoices.every_with_hash():
        yield Said(invoice.number, kept, hash_of(invoice))


def _links(reading: Reading) -> Iterator[Link]:
    for number, position, previous, own in reading.records.transaction.rows(_CHAIN):
        yield Link(number, position, previous, own)


def _links_hold(reading: Reading, watch: Watch) -> Finding | None:
    """Each link is the hash of what stands in it: a link rewritten with its document shows in the next."""
    from app.billing.chain import link

    sql = (
        "SELECT number, chain_position, chain_previous, chain_hash, content_hash FROM invoice "
        "ORDER BY chain_position"
    )
    for number, position, previous, own, content in reading.records.transaction.rows(sql):
        made = link(position=position, previous=previous, number=number, content=content)
        if made.hash != own:
            facts = {"number": number, "row": position}
            return Finding("verify.chain_broken", Severity.BLOCKER, number, facts)
        watch.step("invoices.links", position)
    return None


CHECKS = (
    hashed("invoices.content", _said),
    chained("invoices.chain", _links),
    Check("invoices.links", _links_hold),
    gapless(Numbered("invoice", _SERIES.format("invoice"))),
    gapless(Numbered("credit_note", _SERIES.format("credit_note"))),
    adds_up(
        "invoices.lines",
        "SELECT i.number, CASE WHEN i.gross THEN i.net + i.tax ELSE i.net END, "
        "sum(l.amount - l.document_discount) FROM invoice i JOIN invoice_line l ON l.document_id = i.id "
        "GROUP BY i.id, i.number, i.gross, i.net, i.tax "
        "HAVING CASE WHEN i.gross THEN i.net + i.tax ELSE i.net END <> sum(l.amount - l.document_discount)",
    ),
    adds_up(
        "invoices.paid",
        "SELECT i.number, i.paid, coalesce(sum(a.amount), 0) FROM invoice i LEFT JOIN allocation a "
        "ON a.invoice_id = i.id AND a.payment_id IS NOT NULL GROUP BY i.id, i.number, i.paid "
        "HAVING i.paid <> coalesce(sum(a.amount), 0)",
    ),
    adds_up(
        "invoices.credited",
        "SELECT i.number, i.credited, coalesce(sum(a.amount), 0) FROM invoice i LEFT JOIN allocation a "
        "ON a.invoice_id = i.id AND a.credit_note_id IS NOT NULL GROUP BY i.id, i.number, i.credited "
        "HAVING i.credited <> coalesce(sum(a.amount), 0)",
    ),
    adds_up(
        "invoices.credit_notes",
        "SELECT i.number, i.total, sum(n.total) FROM invoice i JOIN invoice n ON n.corrects = i.id "
        "GROUP BY i.id, i.number, i.total HAVING sum(n.total) > i.total",
    ),
    adds_up(
        "invoices.not_beyond_contract",
        "SELECT c.number, c.total, sum(CASE WHEN i.kind = 'invoice' THEN 1 ELSE -1 END * "
        "(l.amount - l.document_discount)) FROM contract c JOIN invoice i ON i.contract_id = c.id "
        "JOIN invoice_line l ON l.document_id = i.id GROUP BY c.id, c.number, c.total "
        "HAVING sum(CASE WHEN i.kind = 'invoice' THEN 1 ELSE -1 END * (l.amount - l.document_discount)) "
        "> c.total",
    ),
)
