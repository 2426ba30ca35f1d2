"""Text for people: right-aligned numbers, one column each, no colour needed to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


def document(title: str, facts: dict[str, object]) -> str:
    """Return a document's facts for people: a line of header, its lines, its totals."""
    lines = facts["lines"]
    rows = [_row(line) for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
    body = table(("item", "name", "quantity", "net"), rows, right=frozenset({2, 3})) if rows else ""
    currency = facts["currency"]
    totals = "\n".join(
        f"{name:>8}  {facts[name]} {currency}" for name in ("net", "tax", "total", "open") if name in facts
    )
    head = f"{title} {facts['number']}  {facts['status']}"
    return "\n".join(part for part in (head, body, totals) if part)


def _row(line: dict[str, object]) -> tuple[object, ...]:
    return (
        line.get("sku", line.get("invoice", "")),
        str(line.get("name", ""))[:60],
        line.get("quantity", ""),
        line.get("net", line.get("amount", "")),
    )


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
