"""Text for people: right-aligned numbers, one column each, no colour needed to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal


def table(header: Sequence[str], rows: Iterable[Sequence[object]], *, right: frozenset[int]) -> str:
    """Return aligned columns under their names.

    Args:
        header: Names of the columns.
        rows: Cells as they are written; `None` is empty.
        right: Positions of the columns of numbers.
    """
    cells = [list(map(_text, header)), *(list(map(_text, row)) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = [
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


_DAYS = {
    "dated": "dated",
    "valid_until": "valid until",
    "signed_on": "signed",
    "starts_on": "starts",
    "ends_on": "ends",
    "issued_on": "issued",
    "due_on": "due",
    "corrects": "corrects",
    "on": "came in",
    "reference": "reference",
}


def document(title: str, facts: dict[str, object]) -> str:
    """Return a document's facts for people: who and when, its lines, its totals."""
    is_payment = facts.get("kind") == "payment"
    status = "" if facts["status"] == facts.get("kind") else f"  {facts['status']}"
    return "\n".join(
        (
            f"{title} {facts['number']}{status}",
            *_head(facts),
            *_body(facts, is_payment=is_payment),
            *_sums(facts, is_payment=is_payment),
        )
    )


def _head(facts: dict[str, object]) -> list[str]:
    who = f"{facts.get('customer', '')}  {facts.get('customer_name', '')}".strip()
    told = {"customer": who, **{word: facts.get(name) for name, word in _DAYS.items()}}
    return [f"{word:<11}  {value}" for word, value in told.items() if value]


def _body(facts: dict[str, object], *, is_payment: bool) -> list[str]:
    found = facts["lines"]
    lines = [line for line in found if isinstance(line, dict)] if isinstance(found, list) else []
    if not lines:
        return []
    if is_payment:
        rows = [(line["invoice"], line["amount"]) for line in lines]
        return [table(("invoice", "settled"), rows, right=frozenset({1}))]
    header = ("item", "name", "quantity", "unit price", "net")
    decimals = len(str(facts.get("total", "")).partition(".")[2])
    shown = [_row(line, decimals) for line in _with_subtotals(lines)]
    return [table(header, shown, right=frozenset({2, 3, 4}))]


def _with_subtotals(lines: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Yield the lines, what a section comes to behind its last one where no subtotal says it."""
    heading: dict[str, object] = {}
    last: object = ""
    closed: list[dict[str, object]] = [*lines, {"kind": "heading"}]
    for line in closed:
        if line.get("kind") == "heading":
            if "subtotal" in heading and last not in ("heading", "subtotal"):
                yield {"name": f"subtotal {heading['name']}", "net": heading["subtotal"]}
            heading = line
        if line.get("kind") == "subtotal":
            yield {"name": line.get("name") or "subtotal", "net": line.get("subtotal", "")}
        elif line is not heading or "name" in line:
            yield line
        last = line.get("kind")


def _sums(facts: dict[str, object], *, is_payment: bool) -> list[str]:
    """A quote and a contract owe nothing themselves: what is open is on their invoices."""
    words = {"net": "net", "tax": "tax", "total": "total"}
    if facts.get("kind") in ("invoice", "credit_note"):
        words["open"] = "open"
    if is_payment:
        words = {"total": "amount", "open": "credit"}
    return [f"{word:>8}  {facts[name]} {facts['currency']}" for name, word in words.items() if name in facts]


def _row(line: dict[str, object], decimals: int) -> tuple[object, ...]:
    return (
        line.get("sku", ""),
        str(line.get("name", ""))[:60],
        line.get("quantity", ""),
        _unit_price(line, decimals),
        line.get("net", ""),
    )


def _unit_price(line: dict[str, object], decimals: int) -> str:
    """A unit price has the decimals of the currency, or more."""
    price, base = line.get("unit_price"), line.get("base_quantity")
    if price is None:
        return ""
    written = max(f"{Decimal(str(price)):.{decimals}f}", str(price), key=len)
    return written if base == "1" else f"{written} / {base}"


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
