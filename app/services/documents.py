"""The PDFs of documents: rendered once when they leave, and the same bytes ever after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from uuid import UUID

from app.access.permissions import Permission, permit
from app.documents.model import DocumentData
from app.quotes.lifecycle import QuoteState
from app.services.papers.contracts import contract_data
from app.services.papers.invoices import invoice_data
from app.services.papers.quotes import quote_data
from app.services.pricing import price_sent, quote_pricer

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork

Kind = Literal["quote", "contract", "invoice"]

TEMPLATE = "standard/1"
"""Version of the layout; kept with every stored PDF."""


def render(data: DocumentData) -> bytes:
    """Return the PDF of a paper; the first call in a process loads the fonts.

    Raises:
        GlyphMissing: No font has a character of the text; the error names it.
    """
    from app.documents.pdf import render as render_pdf

    return render_pdf(data)


def data_of(unit: Nouns, *, kind: Kind, document_id: UUID) -> DocumentData:
    """Return what a document's paper says.

    Raises:
        QuoteNotFound: No document of this kind has the id; so do contracts and invoices.
    """
    if kind == "quote":
        quote = unit.quotes.get(document_id)
        is_draft = quote.state is QuoteState.DRAFT
        priced = quote_pricer(unit, quote).price(quote) if is_draft else price_sent(unit, quote)
        return quote_data(unit, quote, priced)
    if kind == "contract":
        return contract_data(unit, unit.contracts.get(document_id))
    return invoice_data(unit, unit.invoices.get(document_id))


def kept_pdf(unit: Nouns, *, kind: Kind, document_id: UUID) -> bytes | None:
    """Return the PDF as it was kept, `None` while nobody asked `pdf_of` for it (a draft's is never kept)."""
    kept = unit.files.of_document(kind, document_id)
    return None if kept is None else kept.content


def pdf_of(uow: UnitOfWork, act: Act, *, kind: Kind, document_id: UUID) -> bytes:
    """Return the PDF of a document; of a sent or issued one always the same bytes, kept at the first call.

    A draft is rendered with its mark across the page and never kept.

    Raises:
        NotPermittedHere: The person may not read documents.
        QuoteNotFound: No document of this kind has the id; so do contracts and invoices.
        GlyphMissing: No font has a character of the text.
    """
    permit(act.actor, Permission.READ)
    kept = uow.files.of_document(kind, document_id)
    if kept is not None:
        return kept.content
    data = data_of(uow, kind=kind, document_id=document_id)
    content = render(data)
    if kind == "quote" and uow.quotes.get(document_id).is_editable:
        return content
    return uow.files.keep(kind, document_id, content, template=TEMPLATE).content
