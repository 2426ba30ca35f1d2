"""What can happen to a contract, as the journal calls it."""

from __future__ import annotations

from enum import StrEnum


class ContractEvent(StrEnum):
    """A fact in the life of a contract."""

    SIGNED = "contract.signed"
