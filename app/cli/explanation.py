"""Every step of every price, as text and as plain values."""

from __future__ import annotations

from app.cli.facts import Facts
from app.cli.tables import table
from app.pricing.exact import as_text
from app.pricing.result import PricedDocument, PricedLine
from app.quotes.quote import Quote


def explained(quote: Quote, priced: PricedDocument) -> list[Facts]:
    """Return the waterfall of each line with the rules that were refused."""
    names = {str(line.id): line.sku for line in quote.product_lines}
    return [_line(names.get(line.key, ""), line) for line in priced.lines]


def explained_text(quote: Quote, priced: PricedDocument) -> str:
    """Return the same for people."""
    parts = []
    for facts in explained(quote, priced):
        steps = facts["steps"]
        rows = [tuple(step.values())[:5] for step in steps] if isinstance(steps, list) else []
        header = ("step", "rule", "value", "price after", "reason")
        parts.append(f"{facts['sku']}\n{table(header, rows, right=frozenset({2, 3}))}")
    return "\n\n".join(parts)


def _line(sku: str, line: PricedLine) -> Facts:
    steps = [
        {
            "step": step.kind.value,
            "rule": step.rule,
            "value": as_text(step.value),
            "after": as_text(step.after),
            "reason": step.reason.value,
            "version": step.version,
            "refused": [
                {"rule": each.rule, "reason": each.reason.value, "beaten_by": each.beaten_by}
                for each in step.refused
            ],
        }
        for part in line.parts
        for step in part.steps
    ]
    return {"sku": sku, "steps": steps}
