"""Constraints: what must hold in every bundle that is sold (domain.md section 7)."""

from __future__ import annotations

from dataclasses import dataclass

from app.configurator.conditions import ALWAYS, Condition
from app.kernel.errors import RuleViolation


class CardinalityRefused(RuleViolation):
    """A cardinality counts nothing, or its limits are missing, negative or reversed."""

    code = "configurator.cardinality_refused"


@dataclass(frozen=True, slots=True)
class Requires:
    """Where one condition is met, another must be, too.

    Attributes:
        code: Unique in the model.
        bundle: SKU of the bundle it is for, wherever that stands in the one that is sold; it sees the options
            of that bundle and of what is nested in it.
    """

    code: str
    bundle: str
    when: Condition
    needs: Condition


@dataclass(frozen=True, slots=True)
class Excludes:
    """Two conditions are never met together.

    Attributes:
        code: Unique in the model.
        bundle: SKU of the bundle it is for.
    """

    code: str
    bundle: str
    first: Condition
    second: Condition


@dataclass(frozen=True, slots=True)
class Cardinality:
    """So many options of a kind are chosen.

    Attributes:
        code: Unique in the model.
        bundle: SKU of the bundle it is for.
        skus: Options that are counted.
        having: Options are counted, too, whose product attributes meet this; None: only `skus` are.
        minimum: At least so many.
        maximum: At most so many; None: no limit.
        when: It holds only where this is met.

    Raises:
        CardinalityRefused: It counts nothing or its limits exclude nothing or every number.
    """

    code: str
    bundle: str
    skus: tuple[str, ...] = ()
    having: Condition | None = None
    minimum: int = 0
    maximum: int | None = None
    when: Condition = ALWAYS

    def __post_init__(self) -> None:
        limited = self.minimum > 0 or self.maximum is not None
        possible = self.minimum >= 0 and (self.maximum is None or self.minimum <= self.maximum)
        if not (limited and possible and (self.skus or self.having is not None)):
            raise CardinalityRefused(constraint=self.code)


Constraint = Requires | Excludes | Cardinality
