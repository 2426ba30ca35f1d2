"""Find a document by the number people read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple
from uuid import UUID

from app.contracts.contract import Contract
from app.kernel.errors import RuleViolation
from app.store.repositories.contracts import ContractNotFound
from app.store.repositories.invoices import InvoiceNotFound
from app.store.repositories.quotes import QuoteNotFound

if TYPE_CHECKING:
    from app.store.nouns import Nouns


class NoSuchNumber(RuleViolation):
    """No document has this number."""

    code = "documents.no_such_number"


class NotAContract(RuleViolation):
    """The number is of a quote that has no contract yet."""

    code = "contracts.quote_without_contract"


class Found(NamedTuple):
    """A document by its number."""

    kind: Literal["quote", "contract", "invoice"]
    id: UUID


def find(unit: Nouns, number: str) -> Found:
    """Return which document has a number; of a quote the newest revision.

    Raises:
        NoSuchNumber: None has.
    """
    try:
        return Found("quote", unit.quotes.by_number(number).id)
    except QuoteNotFound:
        pass
    try:
        return Found("contract", unit.contracts.by_number(number).id)
    except ContractNotFound:
        pass
    try:
        return Found("invoice", unit.invoices.by_number(number).id)
    except InvoiceNotFound:
        raise NoSuchNumber(number=number[:80]) from None


def contract_of(unit: Nouns, number: str) -> Contract:
    """Return the contract of a number: its own, or that of the quote it was made of.

    Raises:
        NoSuchNumber: No quote or contract has it.
        NotAContract: The quote was not accepted.
    """
    found = find(unit, number)
    if found.kind == "contract":
        return unit.contracts.get(found.id)
    contract = unit.contracts.of_quote(found.id) if found.kind == "quote" else None
    if contract is None:
        raise NotAContract(number=number)
    return contract
