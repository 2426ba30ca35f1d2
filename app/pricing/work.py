"""One line made ready for the waterfall: its plan, its checked quantity, where it starts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.catalog.reduction import AmountOff
from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity
from app.kernel.numbers import LARGEST_SCALED, checked
from app.pricing.compiled import is_in
from app.pricing.context import Context
from app.pricing.exact import MILLION, ONE, ZERO, Exact, as_fact, exact
from app.pricing.methods import Late, open_late, unit_list_price
from app.pricing.opening import Opening
from app.pricing.plan import Plan, Plans
from app.pricing.reasons import Operation, Reason, Refused, StepKind
from app.pricing.request import RequestLine
from app.pricing.segments import segment_findings
from app.pricing.trace import Move, Refusal

_SMALLEST = Decimal("0.000001")
_LARGEST = Decimal(LARGEST_SCALED) / MILLION


@dataclass(slots=True, eq=False)
class Work:
    """What the steps of one line read.

    Attributes:
        start: Steps 0 and 1; None where no price can be made.
        quantity: In millionths of the line's unit; 0 where it was refused.
        exact_quantity: The same in the line's unit.
        proration: Step 4; None for one-time lines.
        findings: What is wrong so far.
        is_blocked: Whether one of them forbids a price.
    """

    context: Context
    line: RequestLine
    plan: Plan
    start: Opening | None
    quantity: int
    exact_quantity: Exact
    proration: Move | None
    findings: tuple[Finding, ...]
    is_blocked: bool

    @property
    def multiplier(self) -> Exact:
        """Return the price terms the line's span is; 1 for a one-time line."""
        return ONE if self.proration is None else self.proration.value

    @property
    def is_counted(self) -> bool:
        """Test whether schedules of a wider scope count the line: in the total, and not taken back."""
        return self.line.in_total and not self.is_blocked and self.quantity > 0


def prepare(context: Context, plans: Plans, line: RequestLine) -> Work:
    """Return the work of a line; whatever is wrong with it becomes a finding, never an exception."""
    plan = plans.of(line)
    start, findings = plan.start, plan.findings
    quantity, exact_quantity = _quantity(line, returns=context.request.allow_returns or line.is_adjustment)
    if not quantity:
        facts = {"quantity": as_fact(line.quantity)}
        findings = (Finding("pricing.quantity_refused", Severity.BLOCKER, "quantity", facts), *findings)
    if plan.late is not None and quantity:
        start, refused = _late(context, plan, plan.late, line, exact_quantity)
        findings = (*refused, *findings)
    typed = _typed(plan, line, context.currency) if _is_typed_into(line) else ()
    if typed:
        start, findings = None, (*typed, *findings)
    elif line.manual_price is not None:
        start = typed_price(plan, start, line.manual_price)
        start.is_final = line.is_adjustment
    elif start is None and plan.no_price is not None:
        findings = (plan.no_price, *findings)
    proration = None
    if plan.is_recurring and start is not None:
        proration = context.proration_of(line.period or context.period, start.term)
    if not findings:
        return Work(context, line, plan, start, quantity, exact_quantity, proration, (), False)
    findings = _at(line, findings)
    blocked = any(finding.severity is Severity.BLOCKER for finding in findings)
    return Work(context, line, plan, start, quantity, exact_quantity, proration, findings, blocked)


def _quantity(line: RequestLine, *, returns: bool) -> tuple[int, Exact]:
    """Return the quantity in millionths and as a fraction; 0 where it is none the line may have."""
    quantity = line.quantity
    try:
        if not (_SMALLEST <= quantity <= _LARGEST or (returns and _SMALLEST <= -quantity <= _LARGEST)):
            return 0, ZERO
    except InvalidOperation:  # not a number
        return 0, ZERO
    fraction = quantity.as_integer_ratio()
    millionths, rest = divmod(fraction[0] * MILLION, fraction[1])
    return (0, ZERO) if rest else (millionths, fraction)


def _is_typed_into(line: RequestLine) -> bool:
    has_numbers = line.manual_price is not None or line.cost is not None or bool(line.owned)
    is_shaped = bool(line.segments) or line.factor is not None
    return has_numbers or is_shaped or isinstance(line.discount, AmountOff)


def _typed(plan: Plan, line: RequestLine, currency: str) -> tuple[Finding, ...]:
    """Check what a person typed into the line beside its quantity."""
    fields = {"manual_price": line.manual_price, "cost": line.cost, "owned": line.owned}
    findings = [
        Finding("pricing.number_refused", Severity.BLOCKER, name, {"value": as_fact(value)})
        for name, value in fields.items()
        if value is not None and _is_bad(value)
    ]
    if line.discount is not None and not is_in(currency, line.discount):
        facts = {"currency": currency}
        findings.append(Finding("pricing.discount_currency", Severity.BLOCKER, "discount", facts))
    if line.factor is not None and line.factor < 0:
        facts = {"value": str(line.factor)}
        findings.append(Finding("pricing.number_refused", Severity.BLOCKER, "factor", facts))
    if line.segments:
        findings += segment_findings(line.segments, is_recurring=plan.is_recurring)
        if plan.late is not None and plan.late.is_by_quantity:
            findings.append(Finding("pricing.segments_method", Severity.BLOCKER, "segments"))
    return tuple(findings)


def _is_bad(value: Decimal) -> bool:
    try:
        checked(value, low=Decimal(0))
    except (AppError, InvalidOperation):
        return True
    return False


def _at(line: RequestLine, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings with the line in their path."""
    return tuple(
        Finding(found.code, found.severity, f"lines[{line.key}].{found.where}", found.params)
        for found in findings
    )


def _late(
    context: Context, plan: Plan, late: Late, line: RequestLine, quantity: Exact
) -> tuple[Opening | None, tuple[Finding, ...]]:
    """Return where a line starts that its plan could not tell; beside a typed price nothing is missing.

    A product of cost plus has a list price of its own, which a typed price stands beside as it is.
    """
    if line.manual_price is not None and not late.is_by_quantity:
        return plan.start, ()
    typed_cost = line.cost is not None and not _is_bad(line.cost)
    cost = exact(line.cost) if line.cost is not None and typed_cost else plan.cost
    found = open_late(context, late, quantity, cost)
    if line.manual_price is None:
        return (None, (found,)) if isinstance(found, Finding) else (found, ())
    return (None if isinstance(found, Finding) else unit_list_price(found)), ()


def typed_price(plan: Plan, listed: Opening | None, typed: Decimal) -> Opening:
    """Return the rep's own price in place of steps 1 to 3; the rules it silences are named."""
    price = exact(typed)
    if listed is None:
        base, term, factor = ONE, 1, ONE
        first = Move(StepKind.LIST, Operation.SET, price, "", 0, Reason.LIST_IS_MANUAL)
        list_price = price
    else:
        base, term, factor, list_price = listed.base, listed.term, listed.factor, listed.list_price
        first = listed.moves[0]
    silenced = [(move.rule, move.version) for move in (listed.moves[1:] if listed else ()) if move.rule]
    refused = tuple(
        Refusal(rule, version, Refused.MANUAL_PRICE) for rule, version in (*silenced, *plan.every_rule)
    )
    special = Move(StepKind.SPECIAL, Operation.SET, price, "", 0, Reason.MANUAL_PRICE, (), refused)
    return Opening(list_price, price, base, term, factor, (first, special))
