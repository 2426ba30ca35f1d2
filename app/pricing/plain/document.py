"""A priced document as plain JSON values and back: a sent quote keeps the whole trace it was priced with."""

from __future__ import annotations

from app.pricing.plain.request import request_from_plain, request_to_plain
from app.pricing.plain.result import result_of, result_to_plain
from app.pricing.plain.values import Fields, PlainUnreadable
from app.pricing.result import PricedDocument

SCHEMA = "priced-document/1"
"""Name and version of the form; documents are kept for ever, so a change needs a new number."""


def to_plain(document: PricedDocument) -> dict[str, object]:
    """Return request and answer as mappings, lists, texts and integers that `canonical_json` takes."""
    return {
        "schema": SCHEMA,
        "request": request_to_plain(document.request),
        "result": result_to_plain(document),
    }


def of_plain(stored: object) -> PricedDocument:
    """Return the document that `to_plain` wrote.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean, or a newer program wrote it.
    """
    fields = Fields(stored)
    if fields.text("schema") != SCHEMA:
        raise PlainUnreadable(where="schema", value=fields.text("schema")[:40], expected=SCHEMA)
    return result_of(fields.within("result"), request_from_plain(fields.member("request")))
