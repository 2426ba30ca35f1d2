"""The small values of the plain form that only prices have: fractions, amounts, spans, findings.

Amounts have all decimals of their currency, a fraction that is no decimal is ``7/12``; the rest is as
`app.kernel.fields` says.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from app.kernel.exact import plain
from app.kernel.fields import Fields, PlainUnreadable, percent_text, reduced
from app.kernel.findings import Finding, Severity
from app.kernel.numbers import LONGEST
from app.kernel.period import Period
from app.pricing.exact import Exact, of_text, with_point

__all__ = ["Fields", "PlainUnreadable", "percent_text", "reduced"]


def amount_text(units: int, exponent: int) -> str:
    """Return smallest units with all decimals of the currency: 5 cents are ``0.05``."""
    return with_point(units, exponent)


def number_text(value: Decimal) -> str:
    """Return a decimal without trailing zeros; what is no number is written as it is, and read by nobody."""
    return plain(value) if value.is_finite() and abs(value.adjusted()) < LONGEST else str(value)


def period_plain(period: Period | None) -> dict[str, str] | None:
    """Return a period by its first and last day, as people write it."""
    return None if period is None else {"first": period.start.isoformat(), "last": period.last.isoformat()}


def finding_plain(finding: Finding) -> dict[str, object]:
    """Return a finding; its facts are texts."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
        "params": {name: str(value) for name, value in finding.params.items()},
    }


def fraction(value: object) -> Exact:
    """Return the fraction `as_text` wrote."""
    return of_text(_text(value))


def units_of(exponent: int) -> Callable[[object], int]:
    """Return the reader of amounts of a currency: ``0.05`` is 5."""

    def amount(value: object) -> int:
        scaled = Decimal(_text(value)).scaleb(exponent)
        if scaled != int(scaled):
            raise ValueError(value)
        return int(scaled)

    return amount


def finding_of(fields: Fields) -> Finding:
    """Return the finding `finding_plain` wrote."""
    return Finding(
        fields.text("code"),
        fields.choice("severity", Severity),
        fields.text("where", ""),
        fields.within("params").as_texts(),
    )


def period_of(fields: Fields, name: str) -> Period | None:
    """Return a period of a first and a last day, None where it is left out."""
    if name not in fields:
        return None
    inside = fields.within(name)
    return inside.build(lambda: Period.inclusive(inside.day("first"), inside.day("last")))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
