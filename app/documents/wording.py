"""Turn the plain data of a paper into the words and figures printed on it."""

from __future__ import annotations

from itertools import chain

from app.documents.model import DocumentData, DocumentKind, Fact, Mark
from app.documents.printed import LabelledValue, Printed, Signature
from app.documents.speech import Speech, speech
from app.documents.wording_lines import columns, rows
from app.documents.wording_money import grouped_iban, payment, remarks, schedule, total_rows

_CONTACT = frozenset({"phone", "email", "web"})
_YOURS = {"vat_id": "your_tax_id", "tax_number": "your_tax_number"}
"""Labels of the buyer's registrations: theirs, not the seller's."""


def printed(data: DocumentData) -> Printed:
    """Return all text of the paper in the recipient's language."""
    says = speech(data.language)
    title = says.word(data.kind.value)
    return Printed(
        title=title,
        number=data.number,
        sender=data.seller.name,
        sender_line=" · ".join((data.seller.name, *data.seller.address)),
        address=_address(data),
        facts=_facts(data, says),
        subject=data.subject,
        introduction=paragraphs(data.introduction),
        columns=columns(data, says),
        rows=rows(data, says),
        totals=total_rows(data, says),
        remarks=remarks(data, says),
        schedule=schedule(data, says),
        payment=payment(data, says),
        notes=paragraphs(data.notes),
        terms_title=says.word("terms"),
        terms=paragraphs(data.terms),
        signature=_signature(data, says),
        footer=_footer(data, says),
        mark=says.word(data.mark.value) if data.mark is not Mark.NONE else "",
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text; blank lines at its ends are left out, those inside stay."""
    return tuple(line.strip() for line in text.strip().splitlines())


def _address(data: DocumentData) -> tuple[str, ...]:
    buyer = data.buyer
    return tuple(line for line in (buyer.name, buyer.contact, *buyer.address) if line)


def _facts(data: DocumentData, says: Speech) -> tuple[LabelledValue, ...]:
    """Return number and date, the given facts, then the buyer's; what is said twice is printed once."""
    own = (Fact(f"{data.kind.value}_number", data.number), Fact("date", data.dated))
    of_buyer = (Fact(_YOURS.get(fact.label, fact.label), fact.value) for fact in data.buyer.facts)
    found = [
        LabelledValue(says.word(fact.label), says.value(fact.value))
        for fact in chain(own, data.facts, of_buyer)
    ]
    if data.delivery_address:
        found.append(LabelledValue(says.word("delivery_address"), "\n".join(data.delivery_address)))
    return tuple(dict.fromkeys(fact for fact in found if fact.value))


def _signature(data: DocumentData, says: Speech) -> Signature | None:
    if not data.signature:
        return None
    if data.kind is DocumentKind.CONTRACT:
        return Signature(says.word("signatures"), (data.buyer.name, data.seller.name))
    return Signature(says.word("accepted"), (says.word("place_and_date"), says.word("name_and_signature")))


def _footer(data: DocumentData, says: Speech) -> tuple[tuple[str, ...], ...]:
    """Return the seller's facts in columns: who, how to reach them, their registrations, their account."""
    seller, bank = data.seller, data.bank
    labelled = [(fact.label, f"{says.word(fact.label)} {says.value(fact.value)}") for fact in seller.facts]
    reach = tuple(says.value(fact.value) for fact in seller.facts if fact.label in _CONTACT)
    registered = tuple(text for label, text in labelled if label not in _CONTACT)
    account: tuple[str, ...] = ()
    if bank is not None:
        account = (
            bank.name,
            grouped_iban(bank.iban) if bank.iban else bank.account,
            f"{says.word('bic')} {bank.bic}" if bank.bic else "",
        )
    found = ((seller.name, *seller.address), reach, registered, tuple(line for line in account if line))
    return tuple(column for column in found if column)
