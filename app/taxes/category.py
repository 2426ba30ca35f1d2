"""VAT categories of EN 16931 (BT-118, BT-151) and the reason codes that go with those that bear no tax."""

from __future__ import annotations

from enum import StrEnum


class TaxCategory(StrEnum):
    """How a line is taxed (UNCL 5305 as EN 16931 restricts it)."""

    STANDARD = "S"
    ZERO_RATED = "Z"
    EXEMPT = "E"
    REVERSE_CHARGE = "AE"
    INTRA_COMMUNITY = "K"
    EXPORT = "G"
    OUTSIDE_SCOPE = "O"
    CANARY_ISLANDS = "L"
    CEUTA_MELILLA = "M"

    @property
    def bears_tax(self) -> bool:
        """Test whether a rate above zero can apply."""
        return self in _TAXED


_TAXED = frozenset({TaxCategory.STANDARD, TaxCategory.CANARY_ISLANDS, TaxCategory.CEUTA_MELILLA})
