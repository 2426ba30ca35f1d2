"""The exchange rate a document was made with: frozen with it, so that it recomputes as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.kernel.errors import RuleViolation


class ExchangeRateNotPositive(RuleViolation):
    """A rate of zero or below converts nothing."""

    code = "quotes.exchange_rate_not_positive"


@dataclass(frozen=True, slots=True)
class FrozenRate:
    """The rate to the company's currency as it stood when the document was made.

    Attributes:
        rate: Company currency per unit of document currency, above 0.
        on: The day the rate is quoted for; `None` when none was needed.
        source: Who published it, for example ``ECB``; empty when none was needed.

    Raises:
        ExchangeRateNotPositive: The rate is zero or below.
    """

    rate: Decimal = Decimal(1)
    on: date | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if self.rate <= 0:
            raise ExchangeRateNotPositive(rate=self.rate)


SAME_CURRENCY = FrozenRate()
"""The document is in the company's own currency."""
