"""The mail that brings a document to its customer, as a draft for the person's own mail program."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.documents.mail_draft import MailDraft
from app.documents.speech import speech
from app.services.documents import Kind, data_of

if TYPE_CHECKING:
    from app.store.nouns import Nouns

_UNSAFE = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))


def draft(unit: Nouns, *, kind: Kind, document_id: UUID, pdf: bytes) -> MailDraft:
    """Return the draft: to the customer's address of today, in the document's language, the PDF attached.

    Args:
        unit: A read-only unit.
        kind: What it is.
        document_id: Which one.
        pdf: Its stored bytes.

    Raises:
        QuoteNotFound: No document of this kind has the id; so do contracts and invoices.
    """
    data = data_of(unit, kind=kind, document_id=document_id)
    words = speech(data.language)
    title = words.word(data.kind.value)
    seller = unit.company.get().seller
    return MailDraft(
        to=_address_of(unit, kind, document_id),
        sender=seller.contact.email,
        subject=words.word("mail_subject", title=title, number=data.number, seller=seller.name),
        body=f"{words.word('mail_body', title=title, number=data.number)}\n\n{seller.name}\n",
        file_name=file_name_of(data.number),
        pdf=pdf,
    )


def file_name_of(number: str) -> str:
    """Return the name of a document's file; signs of its number that no file system takes become dashes."""
    return f"{number.translate(_UNSAFE)}.pdf"


def _address_of(unit: Nouns, kind: Kind, document_id: UUID) -> str:
    if kind == "quote":
        customer_id = unit.quotes.get(document_id).customer_id
    elif kind == "contract":
        customer_id = unit.contracts.get(document_id).customer_id
    else:
        customer_id = unit.invoices.get(document_id).customer_id
    return unit.customers.get(customer_id).contact.email if customer_id is not None else ""
