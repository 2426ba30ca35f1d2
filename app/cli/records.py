"""Every document of a kind as plain values, for export: the same objects that the commands print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from app.access.permissions import Permission, permit
from app.cli.facts import Facts, contract_facts, invoice_facts, payment_facts, quote_facts
from app.quotes.lifecycle import QuoteState
from app.services import billing, lists
from app.services.lists import After, PageRequest
from app.services.papers.contracts import contract_totals
from app.services.pricing import price_sent, quote_pricer

if TYPE_CHECKING:
    from app.access.act import Act
    from app.customers.customer import Customer
    from app.store.nouns import Nouns

Row = TypeVar("Row")

AMOUNTS = ("net", "tax", "total", "open")
"""Columns of money, in the currency of the row."""

_SUMS = ("currency", *AMOUNTS)
_OF_CONTRACTS = ("quote", "customer", "signed_on", "starts_on", "ends_on")
_OF_INVOICES = ("contract", "quote", "corrects", "customer", "issued_on", "due_on")
DOCUMENTS: dict[str, tuple[str, ...]] = {
    "quotes": ("number", "kind", "status", "revision", "customer", "dated", "valid_until", *_SUMS),
    "contracts": ("number", "kind", "status", *_OF_CONTRACTS, *_SUMS),
    "invoices": ("number", "kind", "status", *_OF_INVOICES, *_SUMS),
    "payments": ("number", "kind", "status", "customer", "on", "method", "reference", *_SUMS),
}
"""What can be exported besides master data, with the columns of its table."""


def document_records(unit: Nouns, act: Act, noun: str) -> list[Facts]:
    """Return every document of a kind, oldest number first.

    Raises:
        NotPermittedHere: The person may not export.
    """
    permit(act.actor, Permission.EXPORT)
    return list(_READERS[noun](unit, act))


def _quotes(unit: Nouns, _act: Act) -> Iterator[Facts]:
    buyers = _Customers(unit)
    for row in _every(lists.quotes, unit):
        quote = unit.quotes.get(row.id)
        is_draft = quote.state is QuoteState.DRAFT
        priced = quote_pricer(unit, quote).price(quote) if is_draft else price_sent(unit, quote)
        yield quote_facts(quote, priced, buyers.of(quote.customer_id))


class _Customers:
    """Reads each customer once, however many documents they have."""

    def __init__(self, unit: Nouns) -> None:
        self._unit = unit
        self._known: dict[UUID, Customer] = {}

    def of(self, customer_id: UUID | None) -> Customer | None:
        if customer_id is None:
            return None
        if customer_id not in self._known:
            self._known[customer_id] = self._unit.customers.get(customer_id)
        return self._known[customer_id]


def _contracts(unit: Nouns, _act: Act) -> Iterator[Facts]:
    for row in _every(lists.contracts, unit):
        contract = unit.contracts.get(row.id)
        yield contract_facts(contract, contract_totals(contract))


def _invoices(unit: Nouns, act: Act) -> Iterator[Facts]:
    for row in _every(lists.invoices, unit):
        yield invoice_facts(billing.overview(unit, row.id, today=act.today))


def _payments(unit: Nouns, _act: Act) -> Iterator[Facts]:
    numbers: dict[object, str] = {}
    payers = _Customers(unit)
    for row in _every(lists.payments, unit):
        payment = unit.payments.get(row.id)
        for each in payment.allocations:
            if each.invoice_id not in numbers:
                numbers[each.invoice_id] = unit.invoices.get(each.invoice_id).number
        yield payment_facts(payment, numbers, payers.of(payment.customer_id))


_READERS: dict[str, Callable[[Nouns, Act], Iterator[Facts]]] = {
    "quotes": _quotes,
    "contracts": _contracts,
    "invoices": _invoices,
    "payments": _payments,
}


def _every(page: Callable[[Nouns, PageRequest], list[Row]], unit: Nouns) -> Iterable[Row]:
    """Yield all rows of a list by number, a page at a time."""
    after: After | None = None
    while rows := page(unit, PageRequest("number", descending=False, after=after)):
        yield from rows
        last: Any = rows[-1]
        after = After(last.number, _key(unit, last.id))


def _key(unit: Nouns, record: UUID) -> Any:  # noqa: ANN401 # text or UUID, by engine
    from app.store.native import id_to_native

    return id_to_native(unit.records.transaction.dialect, record)
