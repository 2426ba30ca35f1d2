"""Where a finding points: the field of the header, or the cell of a line."""

from __future__ import annotations

import re
from typing import NamedTuple
from uuid import UUID

_LINE = re.compile(r"lines\[([0-9a-f-]{36})\](?:\.(\w+))?")
_COLUMNS = {
    "sku": "sku",
    "name": "name",
    "quantity": "quantity",
    "owned": "quantity",
    "unit": "unit",
    "price": "price",
    "manual_price": "price",
    "discount": "discount",
}
_FIELDS = {
    "customer": "customer",
    "taxes": "customer",
    "valid_until": "valid_until",
    "exchange": "exchange",
    "book": "price_book",
    "price_book": "price_book",
    "currency": "currency",
    "document_discount": "document_discount",
}


class Place(NamedTuple):
    """A line with one of its columns, or a field of the header; all empty for the lines as a whole."""

    line: UUID | None = None
    column: str = ""
    field: str = ""


def place_of(where: str) -> Place:
    """Return the place a finding's path means; what nobody knows is the lines as a whole."""
    found = _LINE.fullmatch(where)
    if found is not None:
        return Place(UUID(found[1]), column_of(where))
    return Place(field=_FIELDS.get(where, ""))


def column_of(where: str) -> str:
    """Return the column a line's finding is marked in; the amount where it concerns the line as a whole."""
    return _COLUMNS.get(where.rpartition(".")[2], "amount")
