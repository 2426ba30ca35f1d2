"""Everything that files hold, by the name the command line gives it."""

from __future__ import annotations

from typing import Any

from app.exchange.records.customers import CUSTOMERS
from app.exchange.records.fields import Noun
from app.exchange.records.lines import LINES
from app.exchange.records.offers import OFFERS
from app.exchange.records.prices import PRICES
from app.exchange.records.products import PRODUCTS

NOUNS: dict[str, Noun[Any]] = {noun.name: noun for noun in (PRODUCTS, PRICES, OFFERS, CUSTOMERS, LINES)}
