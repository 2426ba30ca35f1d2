"""Rules of a bundle: what blocks, what warns, what is added or taken out, what is not shown."""

from __future__ import annotations

from dataclasses import dataclass

from app.catalog.texts import NO_TEXTS, Texts
from app.configurator.conditions import ALWAYS, Condition
from app.kernel.errors import RuleViolation


class RuleWithoutEffect(RuleViolation):
    """A rule names no option, adds and removes the same one, or would speak always."""

    code = "configurator.rule_without_effect"


@dataclass(frozen=True, slots=True)
class Validation:
    """Blocks while its condition is met.

    Attributes:
        code: Unique in the model.
        bundle: SKU of the bundle it is for, wherever that stands in the one that is sold.
        message: What the person reads, in the office's own words.

    Raises:
        RuleWithoutEffect: It would block always.
    """

    code: str
    bundle: str
    when: Condition
    message: Texts = NO_TEXTS

    def __post_init__(self) -> None:
        _refuse_always(self.code, self.when)


@dataclass(frozen=True, slots=True)
class Alert:
    """Warns while its condition is met.

    Attributes:
        code: Unique in the model.
        bundle: SKU of the bundle it is for.
        message: What the person reads, in the office's own words.

    Raises:
        RuleWithoutEffect: It would warn always.
    """

    code: str
    bundle: str
    when: Condition
    message: Texts = NO_TEXTS

    def __post_init__(self) -> None:
        _refuse_always(self.code, self.when)


@dataclass(frozen=True, slots=True)
class Selection:
    """Adds and removes options while its condition is met.

    What it added leaves again when no rule wants it any more.

    Attributes:
        code: Unique in the model; rules run in the order of the model.
        bundle: SKU of the bundle it is for.
        adds: SKUs; each is chosen at the first place it is offered.
        removes: SKUs; taken out wherever they stand.

    Raises:
        RuleWithoutEffect: It does nothing, or adds what it removes.
    """

    code: str
    bundle: str
    when: Condition = ALWAYS
    adds: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.adds or self.removes) or set(self.adds) & set(self.removes):
            raise RuleWithoutEffect(rule=self.code)


@dataclass(frozen=True, slots=True)
class Filter:
    """Hides options while its condition is met; one that is chosen all the same is a blocker.

    Attributes:
        code: Unique in the model.
        bundle: SKU of the bundle it is for.
        hides: SKUs, wherever they stand.

    Raises:
        RuleWithoutEffect: It hides nothing.
    """

    code: str
    bundle: str
    when: Condition
    hides: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.hides:
            raise RuleWithoutEffect(rule=self.code)


Rule = Validation | Alert | Selection | Filter


def _refuse_always(code: str, when: Condition) -> None:
    if when == ALWAYS:
        raise RuleWithoutEffect(rule=code)
