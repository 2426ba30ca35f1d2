"""What pricing gives back: each line with its waterfall, groups, tax groups and totals.

Amounts are integers in the currency's smallest unit. Prices inside the trace are exact fractions
(`Exact`): integer numerator over positive denominator in lowest terms, in units of the currency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.kernel.findings import Finding
from app.kernel.money import Money
from app.kernel.percent import Percent
from app.pricing.exact import Exact
from app.pricing.reasons import Operation, Reason, Refused, StepKind
from app.pricing.request import PricingRequest
from app.taxes.category import TaxCategory
from app.taxes.determination import LineTax


class Refusal(NamedTuple):
    """A rule that was not used, and why.

    Attributes:
        rule: Code of the rule.
        version: Of the rule.
        reason: Why not.
        beaten_by: Code of the rule it lost against; empty where it lost to none.
    """

    rule: str
    version: int
    reason: Refused
    beaten_by: str = ""


class Step(NamedTuple):
    """One step of the waterfall: what came in, what was done by which rule, what came out.

    Attributes:
        value: What the operation works with: the price set, the share (0 to 1), amount or multiplier.
        before: Price for the line's base quantity before the step; after: behind it. Never rounded.
        rule: Code of the price book, contracted price, promotion or schedule; empty for typed values.
        version: Of the rule; 0 for typed values.
        facts: Names and exact values the reason speaks of: the tier's lower bound, the quantity counted.
        refused: Rules for this step that were not used.
    """

    kind: StepKind
    operation: Operation
    value: Exact
    before: Exact
    after: Exact
    rule: str
    version: int
    reason: Reason
    facts: tuple[tuple[str, Exact], ...] = ()
    refused: tuple[Refusal, ...] = ()


class Part(NamedTuple):
    """The whole line, or one band of a slab: its own quantity, waterfall and rounded amount.

    Attributes:
        quantity: In the line's unit.
        steps: From list price to net price.
        net: Price for the line's base quantity as charged: exact, or rounded to the price scale under
            the rounding policy `unit`.
        amount: quantity x net / base quantity, rounded to the currency.
    """

    quantity: Exact
    steps: tuple[Step, ...]
    net: Exact
    amount: int


class PricedLine(NamedTuple):
    """One line of the request with its price.

    Attributes:
        key: The request line's.
        parts: One, or the bands of a slab in rising order; empty where no price could be made.
        base_quantity: Line units the prices of the trace are for.
        unit: UN/ECE code of the line's quantity.
        amount: Sum of the parts, in the document's basis (net or gross); 0 for a line with a blocker.
        list_amount: quantity x list price x multiplier, rounded to the currency.
        cost: Cost of the line, rounded to the currency; None where it is not known.
        tax: How the line is taxed; None where nobody knows the rate.
        group: Key of the section.
        in_total: Whether the line is summed: False for unchosen options and for lines with a blocker.
        findings: What is wrong with the line.
    """

    key: str
    parts: tuple[Part, ...]
    base_quantity: Exact
    unit: str
    amount: int
    list_amount: int
    cost: int | None
    tax: LineTax | None
    group: str
    in_total: bool
    findings: tuple[Finding, ...] = ()


class TaxGroup(NamedTuple):
    """The lines of one category and rate together.

    Attributes:
        amount: Sum of the line amounts in the document's basis.
        discount: The group's share of the document discount, same basis, 0 or more.
        net: Base of the tax.
        tax: In the document's currency.
        company_tax: Tax in the company's currency at the frozen rate; None where both are the same.
        reasons: Codes of the sentences that say why, sorted.
        exemptions: VATEX codes of the lines, sorted; empty where tax is charged.
    """

    category: TaxCategory
    rate: Percent
    amount: int
    discount: int
    net: int
    tax: int
    company_tax: int | None
    reasons: tuple[str, ...]
    exemptions: tuple[str, ...]


class GroupTotal(NamedTuple):
    """The subtotal of a section, in the document's basis; unchosen options beside it."""

    key: str
    amount: int
    list_amount: int
    optional: int


class Totals(NamedTuple):
    """The sums of the lines in the total, each an integer in the currency's smallest unit.

    Attributes:
        list_amount: At prorated list prices.
        lines: Sum of the line amounts, in the document's basis.
        discount: Document discount that was taken.
        net: Without tax.
        tax: Of all groups.
        gross: net + tax.
        rounding: What the cash step adds or takes.
        payable: gross + rounding.
        cost: Of the lines whose cost is known.
        cost_is_complete: Whether every line's cost is known; a margin means something only then.
        optional: Sum of the unchosen options, in the document's basis.
    """

    list_amount: int
    lines: int
    discount: int
    net: int
    tax: int
    gross: int
    rounding: int
    payable: int
    cost: int
    cost_is_complete: bool
    optional: int

    @property
    def margin(self) -> int:
        """Return net less the known cost."""
        return self.net - self.cost


@dataclass(frozen=True, slots=True)
class PricedDocument:
    """The answer to a request, in its order.

    Attributes:
        gross: Whether amounts and prices include tax (by the price book).
        price_scale: Decimals a unit price is rounded to under the rounding policy `unit`.
        counted: Quantity counted per schedule of a wider scope and group (empty: the quote), in the
            schedule's unit.
        findings: Of the document; each line carries its own.
    """

    request: PricingRequest
    lines: tuple[PricedLine, ...]
    tax_groups: tuple[TaxGroup, ...]
    groups: tuple[GroupTotal, ...]
    totals: Totals
    gross: bool
    price_scale: int
    counted: Mapping[tuple[str, str], Exact]
    findings: tuple[Finding, ...] = ()

    def money(self, units: int) -> Money:
        """Return smallest units as money of the document's currency."""
        return Money.of_minor(units, self.request.currency)

    def line(self, key: str) -> PricedLine:
        """Return the line with this key.

        Raises:
            KeyError: The request has no such line (a caller's bug).
        """
        for line in self.lines:
            if line.key == key:
                return line
        raise KeyError(key)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Return the findings of the document and of its lines, in order."""
        return (*self.findings, *(finding for line in self.lines for finding in line.findings))
