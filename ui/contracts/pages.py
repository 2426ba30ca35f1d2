"""The pages of this room, as the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.contracts.contract_view import ContractPage
from ui.contracts.list_view import ContractsPage
from ui.shell.page import Frame, Page

if TYPE_CHECKING:
    from app.kernel.changes import Ref


def section(frame: Frame) -> Page:
    """Return the list of contracts."""
    return ContractsPage(frame)


def document(frame: Frame, ref: Ref) -> Page:
    """Return the page of one contract."""
    return ContractPage(frame, ref.id)
