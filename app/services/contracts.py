"""Contract use cases: what was signed, and where its billing stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from app.billing.carry_over import Billed, as_billed
from app.billing.invoice import Invoice
from app.billing.schedule import Instalment, schedule
from app.billing.status import InvoiceKind
from app.contracts.contract import Contract, ContractItem

if TYPE_CHECKING:
    from app.store.nouns import Nouns


class BillingState(StrEnum):
    """Where one instalment stands."""

    BILLED = "billed"
    CREDITED = "credited"
    DUE = "due"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class InstalmentState:
    """One instalment with its item, and the invoice that billed it last."""

    instalment: Instalment
    item: ContractItem
    state: BillingState
    invoice_id: UUID | None = None
    invoice_number: str = ""


@dataclass(frozen=True, slots=True)
class ContractOverview:
    """A contract, its billing schedule and everything issued for it, in the order issued."""

    contract: Contract
    instalments: tuple[InstalmentState, ...]
    invoices: tuple[Invoice, ...]


def overview(unit: Nouns, contract_id: UUID, *, today: date) -> ContractOverview:
    """Return a contract with where its billing stands on a day.

    Raises:
        ContractNotFound: No contract has this id.
    """
    contract = unit.contracts.get(contract_id)
    items = {item.id: item for item in contract.items}
    issued = unit.invoices.of_contract(contract_id)
    billed = unit.invoices.billed(items)
    billing = _billing_invoices(issued)
    planned = as_billed(schedule(contract), billed)
    states = tuple(_state(one, items[one.item_id], billed, billing, today) for one in planned)
    return ContractOverview(contract, states, issued)


def _billing_invoices(issued: tuple[Invoice, ...]) -> dict[tuple[UUID, int], Invoice]:
    """Return the invoice that billed each instalment last; later ones replace earlier ones."""
    return {
        (line.source.contract_item_id, line.source.instalment): invoice
        for invoice in issued
        if invoice.kind is InvoiceKind.INVOICE
        for line in invoice.lines
    }


def _state(
    one: Instalment,
    item: ContractItem,
    billed: Mapping[tuple[UUID, int], Billed],
    billing: Mapping[tuple[UUID, int], Invoice],
    today: date,
) -> InstalmentState:
    key = (one.item_id, one.index)
    if key not in billed:
        return InstalmentState(one, item, BillingState.DUE if one.due_on <= today else BillingState.FUTURE)
    state = BillingState.CREDITED if billed[key].credited else BillingState.BILLED
    invoice = billing[key]
    return InstalmentState(one, item, state, invoice.id, invoice.number)
