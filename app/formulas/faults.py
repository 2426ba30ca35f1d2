"""What can be wrong with a formula, each with the place where it is."""

from __future__ import annotations

from typing import NamedTuple

from app.kernel.errors import RuleViolation


class Place(NamedTuple):
    """Where something stands in a formula.

    Attributes:
        offset: Characters before it.
        line: From 1.
        column: Character in its line, from 1.
    """

    offset: int = 0
    line: int = 1
    column: int = 1

    @property
    def facts(self) -> dict[str, int]:
        """Return the place as every fault carries it."""
        return {"offset": self.offset, "line": self.line, "column": self.column}

    @classmethod
    def of(cls, text: str, offset: int) -> Place:
        """Return the place of a character of a text."""
        return cls(offset, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


START = Place()


class FormulaFault(RuleViolation):
    """A formula cannot be read, makes no sense or cannot be computed."""

    @property
    def place(self) -> Place:
        """Return where the fault is; the start where nothing says it."""
        at = {name: value for name, value in self.params.items() if name in Place._fields}
        return Place(**{name: value for name, value in at.items() if isinstance(value, int)})


class FormulaEmpty(FormulaFault):
    """Nothing is written."""

    code = "formulas.empty"


class UnknownCharacter(FormulaFault):
    """A character no formula has."""

    code = "formulas.unknown_character"


class TextNotClosed(FormulaFault):
    """A text begins and its second quotation mark is missing."""

    code = "formulas.text_not_closed"


class TooManyDigits(FormulaFault):
    """A number has more digits than any price needs."""

    code = "formulas.number_too_long"


class Unexpected(FormulaFault):
    """Something else belongs here."""

    code = "formulas.unexpected"


class EndsTooEarly(FormulaFault):
    """The formula ends where something is still missing."""

    code = "formulas.ends_too_early"


class ComparisonChained(FormulaFault):
    """Two comparisons stand in a row: ``1 < a < 5``."""

    code = "formulas.comparison_chained"


class TooDeep(FormulaFault):
    """Parentheses, functions or sums are nested deeper than anybody can read."""

    code = "formulas.too_deep"


class UnknownField(FormulaFault):
    """A name that no field has."""

    code = "formulas.unknown_field"


class UnknownFunction(FormulaFault):
    """A name that no function has."""

    code = "formulas.unknown_function"


class ArgumentCount(FormulaFault):
    """A function was given too few or too many values."""

    code = "formulas.argument_count"


class UnknownTable(FormulaFault):
    """A lookup in a table that does not exist."""

    code = "formulas.unknown_table"


class TableNotNamed(FormulaFault):
    """The first value of a lookup is not the code of a table, written as a text."""

    code = "formulas.table_not_named"


class UnitsDiffer(FormulaFault):
    """Two values of different units are added, compared or chosen between."""

    code = "formulas.units_differ"


class WrongKind(FormulaFault):
    """A value of one kind stands where only another makes sense."""

    code = "formulas.wrong_kind"


class PercentWanted(FormulaFault):
    """A bare number stands where a percentage belongs: 15 would be 1,500 %."""

    code = "formulas.percent_wanted"


class DivisionByZero(FormulaFault):
    """A divisor is zero."""

    code = "formulas.division_by_zero"


class ValueMissing(FormulaFault):
    """A field of this line is not known: a product without a cost."""

    code = "formulas.value_missing"


class LookupMissed(FormulaFault):
    """No row of a lookup table has these keys."""

    code = "formulas.lookup_missed"
