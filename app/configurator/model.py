"""Everything that decides how one bundle may be configured, checked so that nothing in it is idle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.catalog.attribute import NOTHING_KNOWN, Attribute, AttributeKind, AttributeValue, AttributeValues
from app.catalog.bundle import Bundle, refuse_circle
from app.configurator.conditions import (
    Between,
    Chosen,
    Comparison,
    Condition,
    Facts,
    Is,
    Leaf,
    OneOf,
    is_met,
    leaves,
)
from app.configurator.constraints import Cardinality, Constraint, Excludes, Requires
from app.configurator.rules import Filter, Rule, Selection
from app.kernel.errors import RuleViolation


class BundleMissing(RuleViolation):
    """A model, a constraint or a rule is for a bundle that is not part of the model."""

    code = "configurator.bundle_missing"


class CodeTwice(RuleViolation):
    """Two constraints, rules or attributes of a model have the same code."""

    code = "configurator.code_twice"


class OptionNotOffered(RuleViolation):
    """A constraint or rule names an option its bundle does not offer."""

    code = "configurator.option_not_offered"


class AttributeNotAsked(RuleViolation):
    """A condition compares an attribute the configuration does not ask for."""

    code = "configurator.attribute_not_asked"


class ValueNeverMet(RuleViolation):
    """A condition compares an attribute with a value it cannot have."""

    code = "configurator.value_never_met"


class CountsNothing(RuleViolation):
    """A cardinality counts no option of its bundle, or asks about the choice of others to count one."""

    code = "configurator.counts_nothing"


@dataclass(frozen=True, slots=True)
class AskedAttribute:
    """An attribute of the configuration itself: region, voltage, users.

    Attributes:
        required: Nothing can be sent while it is not said.
        default: What a new configuration says.

    Raises:
        AttributeValueRefused: The default is none of its values.
    """

    attribute: Attribute
    required: bool = False
    default: AttributeValue | None = None

    def __post_init__(self) -> None:
        if self.default is not None:
            self.attribute.checked(self.default)


@dataclass(frozen=True, slots=True)
class Model:
    """How one bundle may be configured.

    Attributes:
        sku: The bundle that is sold.
        bundles: It and every bundle nested in it, in any order.
        attributes: What is asked about the configuration, in this order.
        products: What is known of the options: pairs of SKU and values, for cardinalities over attributes.

    Raises:
        BundleMissing: The sold bundle is not among them, or a constraint or rule is for another one.
        BundleCircular: A bundle contains itself.
        CodeTwice: A code stands twice.
        OptionNotOffered: A constraint or rule names an option its bundle does not offer.
        AttributeNotAsked: A condition names an attribute nobody asks for.
        ValueNeverMet: A condition names a value its attribute cannot have.
        CountsNothing: A cardinality counts no option of its bundle.
    """

    sku: str
    bundles: tuple[Bundle, ...]
    attributes: tuple[AskedAttribute, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    rules: tuple[Rule, ...] = ()
    products: tuple[tuple[str, AttributeValues], ...] = ()

    def __post_init__(self) -> None:
        inside = {bundle.sku: bundle for bundle in self.bundles}
        if self.sku not in inside:
            raise BundleMissing(bundle=self.sku, code=self.sku)
        for bundle in self.bundles:
            refuse_circle(bundle, self.bundles)
        _refuse_twice(bundle.sku for bundle in self.bundles)
        _refuse_twice(asked.attribute.code for asked in self.attributes)
        _refuse_twice(law.code for law in (*self.constraints, *self.rules))
        offered = {sku: frozenset(_offered(sku, inside)) for sku in inside}
        for law in (*self.constraints, *self.rules):
            if law.bundle not in offered:
                raise BundleMissing(bundle=law.bundle, code=law.code)
            self._check(law, offered[law.bundle])

    @property
    def by_sku(self) -> Mapping[str, Bundle]:
        """Return the bundles by their SKU."""
        return {bundle.sku: bundle for bundle in self.bundles}

    @property
    def asked(self) -> Mapping[str, AskedAttribute]:
        """Return what is asked by the attribute's code."""
        return {asked.attribute.code: asked for asked in self.attributes}

    def counted(self, cardinality: Cardinality, offered: frozenset[str]) -> frozenset[str]:
        """Return which of the offered SKUs a cardinality counts."""
        known = dict(self.products)
        having = cardinality.having
        by_attribute = (
            sku
            for sku in offered
            if having is not None and is_met(having, Facts(known.get(sku, NOTHING_KNOWN)))
        )
        return frozenset(cardinality.skus) | frozenset(by_attribute)

    def _check(self, law: Constraint | Rule, offered: frozenset[str]) -> None:
        for sku in skus_of(law):
            if sku not in offered:
                raise OptionNotOffered(sku=sku, code=law.code, bundle=law.bundle)
        for leaf in (leaf for condition in conditions_of(law) for leaf in leaves(condition)):
            self._check_leaf(leaf, law)
        if isinstance(law, Cardinality):
            asks = law.having is not None and any(isinstance(leaf, Chosen) for leaf in leaves(law.having))
            if asks or not self.counted(law, offered):
                raise CountsNothing(constraint=law.code, bundle=law.bundle)

    def _check_leaf(self, leaf: Leaf, law: Constraint | Rule) -> None:
        if isinstance(leaf, Chosen):
            return
        asked = self.asked.get(leaf.attribute)
        if asked is None:
            raise AttributeNotAsked(attribute=leaf.attribute, code=law.code)
        for value in values_never_met(leaf, asked.attribute):
            raise ValueNeverMet(attribute=leaf.attribute, value=str(value)[:40], code=law.code)


def conditions_of(law: Constraint | Rule) -> tuple[Condition, ...]:
    """Return the conditions of a constraint or rule that are held against the configuration."""
    match law:
        case Requires(_, _, when, needs):
            return (when, needs)
        case Excludes(_, _, first, second):
            return (first, second)
        case _:
            return (law.when,)


def skus_of(law: Constraint | Rule) -> tuple[str, ...]:
    """Return every option a constraint or rule names."""
    chosen = [
        leaf.sku for condition in conditions_of(law) for leaf in leaves(condition) if isinstance(leaf, Chosen)
    ]
    match law:
        case Cardinality():
            return (*chosen, *law.skus)
        case Selection():
            return (*chosen, *law.adds, *law.removes)
        case Filter():
            return (*chosen, *law.hides)
        case _:
            return tuple(chosen)


def values_never_met(comparison: Comparison, attribute: Attribute) -> Iterator[AttributeValue | None]:
    """Yield what a comparison names that its attribute can never be."""
    match comparison:
        case Is(_, value):
            yield from () if attribute.accepts(value) else (value,)
        case OneOf(_, values):
            yield from (value for value in values if not attribute.accepts(value))
        case Between(_, low, high):
            if attribute.kind is not AttributeKind.NUMBER or _lies_outside(low, high, attribute):
                yield low if low is not None else high


def _lies_outside(low: Decimal | None, high: Decimal | None, attribute: Attribute) -> bool:
    below = high is not None and attribute.low is not None and high < attribute.low
    return below or (low is not None and attribute.high is not None and low > attribute.high)


def _offered(sku: str, inside: Mapping[str, Bundle]) -> Iterator[str]:
    """Yield every SKU a bundle offers, nested or not."""
    found: dict[str, None] = {}
    waiting = [sku]
    for here in waiting:  # grows while it is read
        for part in inside[here].parts:
            if part not in found:
                found[part] = None
                waiting += [part] if part in inside else []
    yield from found


def _refuse_twice(codes: Iterator[str]) -> None:
    for code, times in Counter(codes).items():
        if times > 1:
            raise CodeTwice(code=code)
