"""Who keeps the rows of which noun."""

from __future__ import annotations

from typing import Any

from app.services.file_rows.customers import CustomerKeeper
from app.services.file_rows.keeper import Keeper
from app.services.file_rows.offers import OfferKeeper
from app.services.file_rows.prices import PriceKeeper
from app.services.file_rows.products import ProductKeeper

KEEPERS: dict[str, Keeper[Any]] = {
    keeper.noun.name: keeper for keeper in (ProductKeeper(), PriceKeeper(), OfferKeeper(), CustomerKeeper())
}


def keeper_of(noun: str) -> Keeper[Any]:
    """Return who keeps the rows of a noun: products, prices, offers or customers."""
    return KEEPERS[noun]
