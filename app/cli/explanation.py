"""Every step of every price, as text and as plain values."""

from __future__ import annotations

from app.cli.facts import Facts
from app.cli.tables import table
from app.i18n.formats import formats
from app.i18n.price_words import Reader, step_word, why, why_not
from app.i18n.translations import current_language
from app.pricing.exact import as_text
from app.pricing.explain import ExplainedPart, ExplainedStep, explain
from app.pricing.reasons import Operation, StepKind
from app.pricing.result import PricedDocument, PricedLine
from app.quotes.lines import QuoteLine
from app.quotes.quote import Quote

_DECIMALS = 6


def explained(quote: Quote, priced: PricedDocument) -> list[Facts]:
    """Return the waterfall of each line with the rules that were refused, exact, as codes."""
    names = {str(line.id): line.sku for line in quote.product_lines}
    return [_line(names.get(line.key, ""), line) for line in priced.lines]


def explained_text(quote: Quote, priced: PricedDocument) -> str:
    """Return the same for people: prices, percentages and sentences, and the rules that were not used."""
    priced_keys = {line.key for line in priced.lines}
    reader = Reader(formats(current_language()), priced.request.currency)
    lines = (line for line in quote.product_lines if str(line.id) in priced_keys)
    return "\n\n".join(_line_text(line, priced, reader) for line in lines)


def _line_text(line: QuoteLine, priced: PricedDocument, reader: Reader) -> str:
    found = explain(priced, str(line.id))
    base = reader.formats.number(found.base_quantity.rounded(_DECIMALS))
    head = " ".join(filter(None, (line.sku, line.name))) + ("" if base == "1" else f", prices of {base}")
    bands = (_band(part, reader, is_band=len(found.parts) > 1) for part in found.parts)
    steps = (step for part in found.parts for step in part.steps)
    refusals = dict.fromkeys((step.kind, refusal) for step in steps for refusal in step.refused)
    unused = (f"not used: {': '.join(why_not(kind, refusal))}" for kind, refusal in refusals)
    return "\n".join((head, *bands, *unused))


def _band(part: ExplainedPart, reader: Reader, *, is_band: bool) -> str:
    """A line is priced as a whole, or band by band of a slab schedule."""
    rows = [_row(step, reader) for step in part.steps if _says_something(step)]
    steps = table(("step", "price", "why"), rows, right=frozenset({1}))
    units = reader.formats.number(part.quantity.rounded(_DECIMALS))
    return f"for {units} of them\n{steps}" if is_band else steps


def _says_something(step: ExplainedStep) -> bool:
    return step.kind is StepKind.LIST or step.operation is not Operation.KEEP or bool(step.rule)


def _row(step: ExplainedStep, reader: Reader) -> tuple[str, str, str]:
    price = reader.formats.price(step.after.rounded(_DECIMALS), reader.currency)
    return step_word(step.kind), price, why(step, reader)


def _line(sku: str, line: PricedLine) -> Facts:
    steps = [
        {
            "step": step.kind.value,
            "rule": step.rule,
            "operation": step.operation.value,
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
