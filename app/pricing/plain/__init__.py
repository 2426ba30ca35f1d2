"""Requests, rules and priced documents as plain JSON values and back (schemas in resources/schemas)."""

from app.pricing.plain.document import of_plain, to_plain
from app.pricing.plain.price_rules import price_rules_from_plain, price_rules_to_plain
from app.pricing.plain.request import request_from_plain, request_to_plain
from app.pricing.plain.result import result_to_plain
from app.pricing.plain.rules import rules_from_plain, rules_to_plain
from app.pricing.plain.values import PlainUnreadable

__all__ = [
    "PlainUnreadable",
    "of_plain",
    "price_rules_from_plain",
    "price_rules_to_plain",
    "request_from_plain",
    "request_to_plain",
    "result_to_plain",
    "rules_from_plain",
    "rules_to_plain",
    "to_plain",
]
