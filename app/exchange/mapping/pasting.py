"""Rows pasted into a quote: ``SKU, quantity[, price]`` as they were copied, with or without a heading."""

from __future__ import annotations

from app.exchange.mapping.applying import apply
from app.exchange.mapping.guessing import guess
from app.exchange.mapping.mapping import Mapping, Take
from app.exchange.records.lines import LINES, LineRow
from app.exchange.records.parsing import NOTHING_TOLD, Parsed, Told, parse
from app.exchange.tables.csv_reading import read_pasted

_ORDER = ("sku", "quantity", "price", "discount")
_ONE = {"quantity": "1"}


def pasted_lines(text: str, *, told: Told = NOTHING_TOLD) -> Parsed[LineRow]:
    """Return the lines in text copied from a spreadsheet.

    Without a heading that names SKU and quantity the columns are SKU, quantity, price, discount in this
    order; SKUs alone stand for one each. Rows that cannot be read are problems, none is lost.

    Args:
        text: Rows parted by line ends, cells by tabs.
        told: How this person writes numbers; used where the cells do not prove it themselves.

    Raises:
        FileEmpty: Nothing but blanks.
    """
    table = read_pasted(text)
    mapping = guess(LINES.name, table.header).mapping
    if {"sku", "quantity"} - set(mapping.fields()):
        table = read_pasted(text, has_header=False)
        columns = zip(_ORDER, table.header, strict=False)
        mapping = Mapping(LINES.name, tuple((field, Take((column,))) for field, column in columns))
    mapping = mapping.with_constants(_ONE)
    found = parse(LINES, apply(mapping, table))
    return parse(LINES, apply(mapping, table), told=told) if _is_asking(found) else found


def _is_asking(found: Parsed[LineRow]) -> bool:
    return any(finding.code == "exchange.decimal_sign_unclear" for finding in found.findings)
