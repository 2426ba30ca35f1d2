"""The values of an attribute as far as anybody tells them apart: each cell meets the same comparisons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from app.catalog.attribute import Attribute, AttributeKind, AttributeValue
from app.configurator.conditions import Between, Comparison, Is, OneOf, compares
from app.kernel.exact import QUANTA


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers between two limits, both inclusive; None is open."""

    low: Decimal | None
    high: Decimal | None

    def holds(self, number: Decimal) -> bool:
        """Test whether a number lies inside."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def nearest(self, number: Decimal | None) -> Decimal:
        """Return the number inside that is nearest to another; to 0 where there is none."""
        wanted = Decimal(0) if number is None else number
        if self.low is not None and wanted < self.low:
            return self.low
        return self.high if self.high is not None and wanted > self.high else wanted


@dataclass(frozen=True, slots=True)
class OtherText:
    """Any text that no condition names."""


OTHER_TEXT = OtherText()

Cell = AttributeValue | Span | OtherText | None
"""A value, a span of numbers, any other text; None: nothing is said."""


@dataclass(frozen=True, slots=True)
class Domain:
    """The cells of one attribute; the first is that nothing is said.

    Attributes:
        required: Something must be said.
    """

    attribute: Attribute
    required: bool
    cells: tuple[Cell, ...]

    def cell_of(self, value: AttributeValue | None) -> int:
        """Return the place of the cell a value lies in; 0 for None and for what the attribute cannot have."""
        if value is None or not self.attribute.accepts(value):
            return 0
        return next(at for at, cell in enumerate(self.cells) if _is_in(value, cell))

    def meeting(self, comparison: Comparison) -> frozenset[int]:
        """Return the places of the cells whose values meet a comparison the cells were made for."""
        found = (
            at
            for at, cell in enumerate(self.cells)
            if (value := _any_of(cell)) is not None and compares(comparison, value)
        )
        return frozenset(found)


def domain_of(attribute: Attribute, comparisons: Iterable[Comparison], *, required: bool = False) -> Domain:
    """Return the cells an attribute falls into by the comparisons anybody makes with it."""
    return Domain(attribute, required, (None, *_cells(attribute, tuple(comparisons))))


def _cells(attribute: Attribute, comparisons: tuple[Comparison, ...]) -> Iterable[Cell]:
    match attribute.kind:
        case AttributeKind.CHOICE:
            return [choice.code for choice in attribute.choices]
        case AttributeKind.YES_NO:
            return [True, False]
        case AttributeKind.TEXT:
            return [*dict.fromkeys(filter(attribute.accepts, _named(comparisons))), OTHER_TEXT]
        case AttributeKind.NUMBER:
            return _spans(attribute, comparisons)


def _named(comparisons: Iterable[Comparison]) -> Iterable[AttributeValue]:
    for comparison in comparisons:
        match comparison:
            case Is(_, value):
                yield value
            case OneOf(_, values):
                yield from values


def _spans(attribute: Attribute, comparisons: Iterable[Comparison]) -> Iterable[Span]:
    """Yield the spans between the numbers that make a difference, on the attribute's own grid."""
    step = QUANTA[attribute.decimals]
    begins: set[Decimal] = set()
    for comparison in comparisons:
        match comparison:
            case Between(_, low, high):
                begins |= {low.quantize(step, ROUND_CEILING)} if low is not None else set()
                begins |= {high.quantize(step, ROUND_FLOOR) + step} if high is not None else set()
            case _:
                numbers = [value for value in _named([comparison]) if isinstance(value, Decimal)]
                exact = [number for number in numbers if attribute.accepts(number)]
                begins |= {begin for number in exact for begin in (number, number + step)}
    low, last = attribute.low, attribute.high
    for begin in sorted(begins):
        if (low is not None and begin <= low) or (last is not None and begin > last):
            continue
        yield Span(low, begin - step)
        low = begin
    yield Span(low, last)


def _is_in(value: AttributeValue, cell: Cell) -> bool:
    if isinstance(cell, Span):
        return isinstance(value, Decimal) and cell.holds(value)
    return cell == OTHER_TEXT or (type(cell) is type(value) and cell == value)


def _any_of(cell: Cell) -> AttributeValue | None:
    """Return one value of a cell that stands for all of them; other texts and nothing meet no comparison."""
    match cell:
        case Span(low, high):
            return low if low is not None else high if high is not None else Decimal(0)
        case OtherText() | None:
            return None
        case _:
            return cell
