"""Number series: patterns such as ``INV-{year}-{seq:05}``, read by an own small parser.

Nothing but the names below is ever put in, so a pattern typed by a person can neither reach into the program
nor make two documents share a number: it holds the counter once, and a counter that starts again shows its
year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.company.fiscal_year import CALENDAR_YEAR, FiscalYear
from app.kernel.errors import RuleViolation

LONGEST = 60
WIDEST = 12
"""Digits a counter may be padded to."""


class PatternRefused(RuleViolation):
    """A number pattern cannot be used; `reason` says why.

    `reason` is one of: empty, too_long, characters, unknown_field, no_sequence, two_sequences, width.
    """

    code = "company.pattern_refused"


class DeviceRefused(RuleViolation):
    """The name of a device cannot stand in a document number."""

    code = "company.device_refused"


class Series(StrEnum):
    """What is numbered."""

    QUOTE = "quote"
    CONTRACT = "contract"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    PAYMENT = "payment"
    CUSTOMER = "customer"

    @property
    def is_per_device(self) -> bool:
        """Test whether each device counts for itself; only quotes, which are made offline everywhere."""
        return self is Series.QUOTE


DEFAULT_PATTERNS = {
    Series.QUOTE: "Q-{year}-{device}{seq:04}",
    Series.CONTRACT: "C-{year}-{seq:05}",
    Series.INVOICE: "INV-{year}-{seq:05}",
    Series.CREDIT_NOTE: "CN-{year}-{seq:05}",
    Series.PAYMENT: "P-{year}-{seq:05}",
    Series.CUSTOMER: "{seq:05}",
}

_TOKEN = re.compile(
    r"\{(?P<field>[a-z]+)(?::0?(?P<width>[0-9]{1,4}))?\}|(?P<text>[A-Za-z0-9 ._/#-]+)|(?P<other>.)", re.S
)
_DEVICE = re.compile(r"[A-Z0-9]{1,8}")
_FIELDS = frozenset({"seq", "year", "yy", "month", "device"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a number is made from besides its counter.

    Attributes:
        on: Issue date of the document.
        fiscal_year: How the company's years run.
        device: Short name of the device in capitals.
    """

    on: date
    fiscal_year: FiscalYear = CALENDAR_YEAR
    device: str = "A"


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """One checked pattern.

    Attributes:
        text: As the person wrote it: texts with ``{seq}`` or ``{seq:05}`` once, and ``{year}``, ``{yy}``
            (fiscal year of the issue date), ``{month}`` and ``{device}`` as wished.

    Raises:
        PatternRefused: The pattern cannot be used.
    """

    text: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.text) <= LONGEST:
            raise PatternRefused(pattern=self.text[:LONGEST], reason="too_long" if self.text else "empty")
        sequences = [token for token in self._tokens() if token["field"] == "seq"]
        if len(sequences) != 1:
            reason = "two_sequences" if sequences else "no_sequence"
            raise PatternRefused(pattern=self.text, reason=reason)

    @property
    def starts_again_each_year(self) -> bool:
        """Test whether the counter starts at 1 in each fiscal year; only if the number shows the year."""
        return bool({"year", "yy"} & self.fields)

    @property
    def fields(self) -> frozenset[str]:
        """Return the names of the fields the pattern holds."""
        return frozenset(token["field"] for token in self._tokens() if token["field"])

    def counter_year(self, numbered: Numbered) -> int:
        """Return the fiscal year whose counter counts, 0 for a counter that never starts again."""
        return numbered.fiscal_year.year_of(numbered.on) if self.starts_again_each_year else 0

    def number(self, seq: int, numbered: Numbered) -> str:
        """Return the number of a document.

        Args:
            seq: The counter's value, 1 or more; a number longer than its padding is written in full.
            numbered: Issue date, fiscal year, device.

        Raises:
            DeviceRefused: The device's name is not 1 to 8 capitals or digits.
            ValueError: The counter is below 1 (a caller's bug).
        """
        if seq < 1:
            raise ValueError("a counter starts at 1")
        if "device" in self.fields and not _DEVICE.fullmatch(numbered.device):
            raise DeviceRefused(device=numbered.device[:40])
        year = numbered.fiscal_year.year_of(numbered.on)
        values = {
            "year": f"{year:04}",
            "yy": f"{year % 100:02}",
            "month": f"{numbered.on.month:02}",
            "device": numbered.device,
        }
        return "".join(
            token["text"] or values.get(token["field"]) or str(seq).zfill(int(token["width"] or 1))
            for token in self._tokens()
        )

    def _tokens(self) -> list[re.Match[str]]:
        tokens = list(_TOKEN.finditer(self.text))
        for token in tokens:
            field, width = token["field"], token["width"]
            if token["other"]:
                raise PatternRefused(pattern=self.text, reason="characters")
            if field and field not in _FIELDS:
                raise PatternRefused(pattern=self.text, reason="unknown_field")
            if width and (field != "seq" or not 1 <= int(width) <= WIDEST):
                raise PatternRefused(pattern=self.text, reason="width")
        return tokens


def counter_name(series: Series, device: str) -> str:
    """Return the name of the counter: quotes have one per device, everything else one per company."""
    return f"{series.value}/{device}" if series.is_per_device else series.value
