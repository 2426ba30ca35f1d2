"""What price rules may know of a document and its lines, and what sums the lines up."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from app.catalog.price_rule import Summary, SummaryVariable
from app.formulas.evaluating import CURRENCY_DECIMALS, PRICE_DECIMALS, Exact, Value, Values
from app.formulas.faults import Place, ValueMissing
from app.kernel.errors import AppError
from app.pricing.exact import ZERO, is_less, total
from app.pricing.price_rule_compiled import ReadyRule, ReadyVariable

NOBODY_KNOWS: Mapping[str, Value | None] = MappingProxyType({})


class LineFacts(NamedTuple):
    """A line before any price rule; prices per line unit in the document's currency, None: not known.

    Attributes:
        in_total: Whether summaries count it.
        special_price: What is agreed with the customer.
        term: Span in months (months_and_days); None for a one-time product.
        additional_discount: What the rep gives, as a share; None where nothing or an amount is given.
        has_typed_price: The rep typed a price; rules set no special price then.
        has_typed_discount: The rep typed a discount, 0 % and amounts too; rules set none then.
    """

    key: str
    sku: str
    quantity: Exact
    category: str = ""
    unit: str = ""
    group: str = ""
    in_total: bool = True
    is_recurring: bool = False
    list_price: Exact | None = None
    special_price: Exact | None = None
    cost: Exact | None = None
    term: Exact | None = None
    term_days: int | None = None
    owned: Exact = ZERO
    additional_discount: Exact | None = None
    has_typed_price: bool = False
    has_typed_discount: bool = False


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document before any price rule.

    Attributes:
        on: The day whose rules hold.
        currency_decimals: What `round_currency` rounds to; `price_decimals`: `round_price`.
        attributes: The customer's, without ``customer.`` before their names.
    """

    on: date
    currency: str
    lines: tuple[LineFacts, ...]
    book: str = ""
    customer: str = ""
    attributes: Mapping[str, Value | None] = field(default_factory=lambda: NOBODY_KNOWS)
    currency_decimals: int = 2
    price_decimals: int = 4


Header = tuple[Hashable, ...]


def header_of(facts: DocumentFacts) -> Header:
    """Return all that lines have in common: two documents with the same header differ by lines only."""
    attributes = tuple(sorted(facts.attributes.items(), key=itemgetter(0)))
    scales = (facts.currency_decimals, facts.price_decimals)
    return facts.on, facts.currency, facts.book, facts.customer, attributes, scales


def header_values(facts: DocumentFacts) -> dict[str, Value | None]:
    """Return what formulas may ask of a whole document, by name."""
    return {
        "book": facts.book,
        "currency": facts.currency,
        "customer": facts.customer,
        CURRENCY_DECIMALS: (facts.currency_decimals, 1),
        PRICE_DECIMALS: (facts.price_decimals, 1),
        **{f"customer.{name}": value for name, value in facts.attributes.items()},
    }


def line_values(line: LineFacts, header: Mapping[str, Value | None]) -> dict[str, Value | None]:
    """Return everything formulas may ask of a line, by name."""
    return {
        **header,
        "sku": line.sku,
        "category": line.category,
        "unit": line.unit,
        "group": line.group,
        "recurring": line.is_recurring,
        "quantity": line.quantity,
        "owned": line.owned,
        "term": line.term,
        "term_days": None if line.term_days is None else (line.term_days, 1),
        "list_price": line.list_price,
        "special_price": line.special_price,
        "cost": line.cost,
        "additional_discount": line.additional_discount,
    }


What = tuple[Summary, str, str]


class Summaries:
    """The values of a document's lines, and of each summary variable once for all rules that say it."""

    __slots__ = ("_counted", "_document", "_found", "_header")

    def __init__(self, facts: DocumentFacts) -> None:
        self._header = header_values(facts)
        self._document = facts.lines
        self._counted: list[Values] | None = None
        self._found: dict[What, Exact | None] = {}

    def of_line(self, line: LineFacts) -> Values:
        """Return what formulas may ask of a line."""
        return line_values(line, self._header)

    def with_variables(self, values: Values, rule: ReadyRule) -> Values:
        """Return a line's values and those of the rule's variables.

        Raises:
            AppError: A filter cannot be computed, or a line that counts lacks the field.
        """
        return {**values, **{one.variable.name: self._value(one) for one in rule.variables}}

    def all_of(self, variables: tuple[ReadyVariable, ...]) -> tuple[Exact | None, ...] | None:
        """Return the values of these variables; None where one of them cannot be computed."""
        try:
            return tuple([self._value(one) for one in variables])
        except AppError:
            return None

    def _value(self, one: ReadyVariable) -> Exact | None:
        what = one.variable.what
        if what not in self._found:
            if self._counted is None:
                self._counted = [self.of_line(line) for line in self._document if line.in_total]
            self._found[what] = summed_up(one, self._counted)
        return self._found[what]


def summed_up(one: ReadyVariable, lines: list[Values]) -> Exact | None:
    """Return a variable over these lines; the smallest and largest of none are not known.

    Raises:
        ValueMissing: A line that counts lacks the field: a sum without it would be wrong.
        AppError: The filter cannot be computed for a line.
    """
    counted = [line for line in lines if one.where is None or one.where.run(line)]
    variable = one.variable
    if variable.summary is Summary.COUNT:
        return len(counted), 1
    return _over([_number(line, variable) for line in counted], variable.summary)


def _number(line: Values, variable: SummaryVariable) -> Exact:
    value = line.get(variable.field)
    if not isinstance(value, tuple):
        raise ValueMissing(**Place().facts, name=variable.field)
    return value


def _over(numbers: list[Exact], summary: Summary) -> Exact | None:
    if summary is Summary.SUM:
        found = ZERO
        for number in numbers:
            found = total(found, number)
        return found
    best: Exact | None = None
    for number in numbers:
        if best is None or is_less(number, best) is (summary is Summary.MIN):
            best = number
    return best
