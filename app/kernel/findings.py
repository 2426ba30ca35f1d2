"""Findings: problems reported as values, so that all of them are seen at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from app.kernel.errors import AppError


class Severity(StrEnum):
    """How a finding weighs on the next step."""

    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem found by a check.

    Attributes:
        code: Stable identifier and message key, e.g. ``invoice.total_differs_from_order``.
        where: Path of the offending field, e.g. ``lines[2].quantity``.
        params: Values the message names (never translated text).
    """

    code: str
    severity: Severity
    where: str = ""
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of_error(cls, error: AppError, *, where: str = "", severity: Severity = Severity.BLOCKER) -> Finding:
        """Return the finding that reports a refusal as a value, beside the other findings."""
        return cls(error.code, severity, where, MappingProxyType(dict(error.params)))


def blockers(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stop the next step, in their order."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKER)
