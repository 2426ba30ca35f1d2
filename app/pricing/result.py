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
from app.pricing.request import PricingRequest
from app.pricing.trace import Move, Prices, Step, steps_of
from app.taxes.category import TaxCategory
from app.taxes.determination import LineTax


class Part(NamedTuple):
    """The whole line, or one band of a slab: its own quantity, waterfall and rounded amount.

    Attributes:
        quantity: In the line's unit.
        moves: What was done to the price, from list to net; `steps` joins them with the prices.
        prices: Behind each move.
        net: Price for the line's base quantity as charged: exact, or rounded to the price scale under
            the rounding policy `unit`.
        amount: quantity x net / base quantity, rounded to the currency.
    """

    quantity: Exact
    moves: tuple[Move, ...]
    prices: Prices
    net: Exact
    amount: int

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the waterfall: each step with the price before it and behind it."""
        return steps_of(self.moves, self.prices)


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
