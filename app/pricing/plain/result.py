"""A priced document's answer to plain JSON values and back (resources/schemas/pricing-result.schema.json)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.kernel.money import Currency
from app.kernel.percent import NO_PERCENT
from app.pricing.exact import ONE, as_text
from app.pricing.plain.values import (
    Fields,
    amount_text,
    finding_of,
    finding_plain,
    fraction,
    percent_text,
    reduced,
    units_of,
)
from app.pricing.reasons import Operation, Reason, Refused, StepKind
from app.pricing.request import PricingRequest
from app.pricing.result import (
    GroupTotal,
    Part,
    PricedDocument,
    PricedLine,
    TaxGroup,
    Totals,
)
from app.pricing.trace import Move, Prices, Refusal
from app.taxes.category import TaxCategory
from app.taxes.determination import LineTax

_TOTALS = (
    *("list_amount", "lines", "discount", "net", "tax", "gross", "rounding", "payable", "cost", "optional"),
)

_KINDS = {kind.value: kind for kind in StepKind}
_OPERATIONS = {operation.value: operation for operation in Operation}
_REASONS = {reason.value: reason for reason in Reason}
_REFUSED = {refused.value: refused for refused in Refused}


def result_to_plain(document: PricedDocument) -> dict[str, object]:
    """Return the answer without its request: lines with every step, groups, taxes, totals, findings."""
    exponent = document.request.currency.exponent
    totals = document.totals
    amounts = {name: amount_text(getattr(totals, name), exponent) for name in _TOTALS}
    return reduced(
        {
            "currency": document.request.currency.code,
            "gross": document.gross,
            "price_scale": document.price_scale,
            "lines": [_line_plain(line, exponent) for line in document.lines],
            "groups": [_group_plain(group, exponent) for group in document.groups],
            "tax_groups": [_tax_group_plain(group, document) for group in document.tax_groups],
            "totals": amounts | {"cost_is_complete": totals.cost_is_complete},
            "counted": [
                reduced({"schedule": schedule, "group": group, "quantity": as_text(quantity)})
                for (schedule, group), quantity in sorted(document.counted.items())
            ],
            "findings": [finding_plain(finding) for finding in document.findings],
        }
    )


def result_of(fields: Fields, request: PricingRequest) -> PricedDocument:
    """Return the document that `result_to_plain` wrote for this request.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    exponent = request.currency.exponent
    return PricedDocument(
        request=request,
        lines=tuple(_line(line, exponent) for line in fields.objects("lines")),
        tax_groups=tuple(_tax_group(group, request) for group in fields.objects("tax_groups")),
        groups=tuple(_group(group, exponent) for group in fields.objects("groups")),
        totals=_totals(fields.within("totals"), exponent),
        gross=fields.flag("gross", False),
        price_scale=fields.whole("price_scale"),
        counted={
            (one.text("schedule"), one.text("group", "")): one.required("quantity", fraction)
            for one in fields.objects("counted")
        },
        findings=tuple(finding_of(finding) for finding in fields.objects("findings")),
    )


def _totals(fields: Fields, exponent: int) -> Totals:
    amounts = {name: fields.required(name, units_of(exponent)) for name in _TOTALS}
    return Totals(**amounts, cost_is_complete=fields.flag("cost_is_complete", False))


def _line_plain(line: PricedLine, exponent: int) -> dict[str, object]:
    return reduced(
        {
            "key": line.key,
            "parts": [_part_plain(part, exponent) for part in line.parts],
            "base_quantity": as_text(line.base_quantity) if line.base_quantity != ONE else None,
            "unit": line.unit,
            "amount": amount_text(line.amount, exponent),
            "list_amount": amount_text(line.list_amount, exponent),
            "cost": None if line.cost is None else amount_text(line.cost, exponent),
            "tax": None if line.tax is None else _tax_plain(line.tax),
            "group": line.group,
            "in_total": line.in_total,
            "findings": [finding_plain(finding) for finding in line.findings],
        }
    )


def _line(fields: Fields, exponent: int) -> PricedLine:
    amount = units_of(exponent)
    return PricedLine(
        fields.text("key"),
        tuple(_part(part, exponent) for part in fields.objects("parts")),
        fields.optional("base_quantity", fraction) or ONE,
        fields.text("unit"),
        fields.required("amount", amount),
        fields.required("list_amount", amount),
        fields.optional("cost", amount),
        _tax(fields.within("tax")) if "tax" in fields else None,
        fields.text("group", ""),
        fields.flag("in_total", False),
        tuple(finding_of(finding) for finding in fields.objects("findings")),
    )


def _part_plain(part: Part, exponent: int) -> dict[str, object]:
    after = [as_text(step.after) for step in part.steps]
    steps = zip(part.moves, ["0", *after], after, strict=False)
    return {
        "quantity": as_text(part.quantity),
        "steps": [_step_plain(*step) for step in steps],
        "net": as_text(part.net),
        "amount": amount_text(part.amount, exponent),
    }


def _step_plain(move: Move, before: str, after: str) -> dict[str, object]:
    written: dict[str, object] = {
        "kind": move.kind.value,
        "operation": move.operation.value,
        "value": as_text(move.value),
        "before": before,
        "after": after,
        "reason": move.reason.value,
    }
    if move.rule:
        written["rule"] = move.rule
        written["version"] = move.version
    if move.facts:
        written["facts"] = {name: as_text(value) for name, value in move.facts}
    if move.refused:
        written["refused"] = [_refusal_plain(refusal) for refusal in move.refused]
    return written


def _refusal_plain(refusal: Refusal) -> dict[str, object]:
    written: dict[str, object] = {
        "rule": refusal.rule,
        "version": refusal.version,
        "reason": refusal.reason.value,
    }
    if refusal.beaten_by:
        written["beaten_by"] = refusal.beaten_by
    return written


def _part(fields: Fields, exponent: int) -> Part:
    moves, prices = fields.required("steps", _steps)
    return Part(
        fields.required("quantity", fraction),
        moves,
        prices,
        fields.required("net", fraction),
        fields.required("amount", units_of(exponent)),
    )


def _steps(stored: object) -> tuple[tuple[Move, ...], Prices]:
    """Read the steps without the care of `Fields`: they are most of a document, and only we write them."""
    if not isinstance(stored, list):
        raise TypeError(stored)
    prices: list[int] = []
    before = "0"
    for step in stored:
        if step["before"] != before:
            raise ValueError(before)
        before = step["after"]
        prices += fraction(before)
    return tuple([_move(step) for step in stored]), tuple(prices)


def _move(stored: Mapping[str, Any]) -> Move:
    return Move(
        _KINDS[stored["kind"]],
        _OPERATIONS[stored["operation"]],
        fraction(stored["value"]),
        stored.get("rule", ""),
        stored.get("version", 0),
        _REASONS[stored["reason"]],
        tuple([(name, fraction(value)) for name, value in stored.get("facts", {}).items()]),
        tuple([_refusal(refusal) for refusal in stored.get("refused", ())]),
    )


def _refusal(stored: Mapping[str, Any]) -> Refusal:
    return Refusal(stored["rule"], stored["version"], _REFUSED[stored["reason"]], stored.get("beaten_by", ""))


def _tax_plain(tax: LineTax) -> dict[str, object]:
    return reduced(
        {
            "category": tax.category.value,
            "rate": percent_text(tax.rate) if tax.rate.fraction else None,
            "reason": tax.reason,
            "exemption": tax.exemption,
            "source": tax.source,
        }
    )


def _tax(fields: Fields) -> LineTax:
    return LineTax(
        fields.choice("category", TaxCategory),
        fields.percent("rate", NO_PERCENT),
        fields.text("reason"),
        fields.text("exemption", ""),
        fields.text("source", ""),
    )


def _tax_group_plain(group: TaxGroup, document: PricedDocument) -> dict[str, object]:
    exponent, company = document.request.currency.exponent, _company_currency(document.request)
    return reduced(
        {
            "category": group.category.value,
            "rate": percent_text(group.rate) if group.rate.fraction else None,
            "amount": amount_text(group.amount, exponent),
            "discount": amount_text(group.discount, exponent),
            "net": amount_text(group.net, exponent),
            "tax": amount_text(group.tax, exponent),
            "company_tax": None
            if group.company_tax is None
            else amount_text(group.company_tax, company.exponent),
            "reasons": list(group.reasons),
            "exemptions": list(group.exemptions),
        }
    )


def _tax_group(fields: Fields, request: PricingRequest) -> TaxGroup:
    amount = units_of(request.currency.exponent)
    return TaxGroup(
        fields.choice("category", TaxCategory),
        fields.percent("rate", NO_PERCENT),
        fields.required("amount", amount),
        fields.required("discount", amount),
        fields.required("net", amount),
        fields.required("tax", amount),
        fields.optional("company_tax", units_of(_company_currency(request).exponent)),
        fields.texts("reasons"),
        fields.texts("exemptions"),
    )


def _company_currency(request: PricingRequest) -> Currency:
    return request.exchange.company_currency if request.exchange else request.currency


def _group_plain(group: GroupTotal, exponent: int) -> dict[str, object]:
    return {
        "key": group.key,
        "amount": amount_text(group.amount, exponent),
        "list_amount": amount_text(group.list_amount, exponent),
        "optional": amount_text(group.optional, exponent),
    }


def _group(fields: Fields, exponent: int) -> GroupTotal:
    amount = units_of(exponent)
    return GroupTotal(
        fields.text("key"),
        fields.required("amount", amount),
        fields.required("list_amount", amount),
        fields.required("optional", amount),
    )
