"""Builders for configurations, and a second, naive answer to everything the solver is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import combinations, product

from app.catalog.attribute import Attribute, AttributeKind, AttributeValue, AttributeValues
from app.catalog.bundle import Bundle
from app.catalog.texts import Texts
from app.configurator.conditions import ALWAYS, AllOf, AnyOf, Between, Chosen, Condition, Is, Not, OneOf
from app.configurator.configuration import Choice, Configuration
from app.configurator.constraints import Cardinality, Excludes, Requires
from app.configurator.laying_out import network_of
from app.configurator.model import AskedAttribute, Model
from app.configurator.network import Network
from app.configurator.questions import (
    Answer,
    ChoiceQuestion,
    Guide,
    NumberQuestion,
    Preference,
    Question,
    YesNoQuestion,
)
from app.configurator.rules import Alert, Filter, Selection, Validation
from app.configurator.tree import Place
from app.kernel.findings import Finding
from tests.support.catalog import ID, a_bundle, a_feature

NamedLaw = tuple[str, str]
"""What a finding is about: the code of a law or kind of limit, and where."""


def a_model(*bundles: Bundle, laws: Iterable[object] = (), asked: Iterable[object] = (), **changes) -> Model:
    """Return a model of the first bundle; laws are constraints and rules in any mixture."""
    laws = tuple(laws)
    constraints = tuple(law for law in laws if isinstance(law, Requires | Excludes | Cardinality))
    rules = tuple(law for law in laws if isinstance(law, Validation | Alert | Selection | Filter))
    attributes = tuple(AskedAttribute(one) if isinstance(one, Attribute) else one for one in asked)
    given = bundles or (a_bundle("PC", a_feature("Parts", "A", "B", "C", "D")),)
    return Model(given[0].sku, given, attributes, constraints, rules, **changes)


def a_network(*bundles: Bundle, **parts) -> Network:
    return network_of(a_model(*bundles, **parts))


def configured(*places: Place | str, sku: str = "PC", **values: AttributeValue | int) -> Configuration:
    """Return a configuration; a bare SKU stands in the feature `Parts`, a whole number is a number."""
    chosen = [("Parts", place) if isinstance(place, str) else place for place in places]
    said = {
        name: Decimal(value) if type(value) is int else value
        for name, value in values.items()
        if value is not None
    }
    choices = (Choice(place, Decimal(1)) for place in chosen)
    return Configuration(sku, values=AttributeValues.of(said)).with_choices(*choices)


def codes(found: Iterable[Finding]) -> list[str]:
    return [finding.code.removeprefix("configurator.") for finding in found]


def named(finding: Finding) -> NamedLaw:
    """Return which law a finding is about, as `broken_laws` names it."""
    kind = finding.code.removeprefix("configurator.")
    law = finding.params.get("constraint") or finding.params.get("rule")
    if law and kind.startswith("cardinality"):
        return f"{law} {kind}", finding.where
    if law and "option" in finding.params:
        return f"{law} {kind} {finding.params['option']}", finding.where
    return (str(law) if law else kind), finding.where


class Naive:
    """Everything about a small model, found by looking at every configuration there is."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.bundles = {bundle.sku: bundle for bundle in model.bundles}
        self.known = dict(model.products)
        self.places = list(self._places(model.sku, ()))
        self.all = [(chosen, said) for chosen in self._possible_choices() for said in self._possible_values()]
        self.broken = {one: self.broken_laws(*one) for one in self.all}

    def _places(self, sku: str, at: Place) -> Iterator[Place]:
        for feature in self.bundles[sku].features:
            for option in feature.options:
                yield (*at, feature.code, option.sku)
                if option.sku in self.bundles:
                    yield from self._places(option.sku, (*at, feature.code, option.sku))

    def _possible_choices(self) -> Iterator[frozenset[Place]]:
        for size in range(len(self.places) + 1):
            for chosen in combinations(self.places, size):
                if all(len(place) == 2 or place[:-2] in chosen for place in chosen):
                    yield frozenset(chosen)

    def _possible_values(self) -> list[AttributeValues]:
        ranges = [
            [(one.attribute.code, value) for value in _values(one.attribute)] for one in self.model.attributes
        ]
        return [
            AttributeValues.of({code: value for code, value in said if value is not None})
            for said in product(*ranges)
        ]

    def broken_laws(self, chosen: frozenset[Place], said: AttributeValues) -> frozenset[NamedLaw]:
        """Return the laws a configuration breaks."""
        broken = {
            ("attribute_missing", one.attribute.code)
            for one in self.model.attributes
            if one.required and said.get(one.attribute.code) is None
        }
        for sku, at in self._instances(chosen):
            broken.update(self._broken_limits(sku, at, chosen))
            broken.update(self._broken_rules(sku, at, chosen, said))
        return frozenset(broken)

    def _instances(self, chosen: frozenset[Place]) -> Iterator[tuple[str, Place]]:
        yield self.model.sku, ()
        yield from ((place[-1], place) for place in chosen if place[-1] in self.bundles)

    def _broken_limits(self, sku: str, at: Place, chosen: frozenset[Place]) -> Iterator[NamedLaw]:
        for feature in self.bundles[sku].features:
            here = (*at, feature.code)
            there = [option for option in feature.options if (*here, option.sku) in chosen]
            if len(there) < feature.minimum:
                yield "feature_minimum", "/".join(here)
            if feature.maximum is not None and len(there) > feature.maximum:
                yield "feature_maximum", "/".join(here)
            for option in feature.options:
                if option.required and option not in there:
                    yield "option_required", "/".join((*here, option.sku))

    def _broken_rules(
        self, sku: str, at: Place, chosen: frozenset[Place], said: AttributeValues
    ) -> Iterator[NamedLaw]:
        inside = [place[-1] for place in chosen if place[: len(at)] == at and place != at]
        where = "/".join(at)
        for law in (*self.model.constraints, *self.model.rules):
            if law.bundle == sku:
                yield from ((name, where) for name in self._broken(law, inside, said))

    def _broken(self, law: object, inside: list[str], said: AttributeValues) -> Iterator[str]:
        if holds(law.first if isinstance(law, Excludes) else law.when, inside, said):
            yield from self._broken_constraint(law, inside, said)
            yield from _broken_rule(law, inside)

    def _broken_constraint(self, law: object, inside: list[str], said: AttributeValues) -> Iterator[str]:
        match law:
            case Requires(code, _, _, needs) if not holds(needs, inside, said):
                yield code
            case Excludes(code, _, _, second) if holds(second, inside, said):
                yield code
            case Cardinality(code):
                count = sum(map(self._counts(law), inside))
                if count < law.minimum:
                    yield f"{code} cardinality_minimum"
                if law.maximum is not None and count > law.maximum:
                    yield f"{code} cardinality_maximum"

    def _counts(self, law: Cardinality) -> Callable[[str], bool]:
        def counts(sku: str) -> bool:
            known = self.known.get(sku, AttributeValues())
            return sku in law.skus or (law.having is not None and holds(law.having, [], known))

        return counts

    def valid(self) -> list[tuple[frozenset[Place], AttributeValues]]:
        return [one for one, broken in self.broken.items() if not broken]


def _broken_rule(law: object, inside: list[str]) -> Iterator[str]:
    match law:
        case Selection(code, _, _, adds, removes):
            yield from (f"{code} selection_adds {sku}" for sku in set(adds) - set(inside))
            yield from (f"{code} selection_removes {sku}" for sku in set(removes) & set(inside))
        case Filter(code, _, _, hides):
            yield from (f"{code} filter {sku}" for sku in set(hides) & set(inside))
        case Validation(code):
            yield code


def distance(
    left: tuple[frozenset[Place], AttributeValues], right: tuple[frozenset[Place], AttributeValues]
) -> int:
    """Return how many options and attributes differ."""
    codes = {code for code, _ in (*left[1].by_code, *right[1].by_code)}
    return len(left[0] ^ right[0]) + sum(left[1].get(code) != right[1].get(code) for code in codes)


def holds(condition: Condition, inside: Iterable[str], said: AttributeValues) -> bool:
    """Test a condition in the plainest way."""
    match condition:
        case Is(attribute, value):
            return said.get(attribute) == value
        case OneOf(attribute, values):
            return said.get(attribute) in values
        case Between(attribute, low, high):
            value = said.get(attribute)
            return value is not None and (low is None or value >= low) and (high is None or value <= high)
        case Chosen(sku):
            return sku in inside
        case AllOf(parts):
            return all(holds(part, inside, said) for part in parts)
        case AnyOf(parts):
            return any(holds(part, inside, said) for part in parts)
        case Not(part):
            return not holds(part, inside, said)


def _values(attribute: Attribute) -> list[AttributeValue | None]:
    match attribute.kind:
        case AttributeKind.CHOICE:
            return [None, *(choice.code for choice in attribute.choices)]
        case AttributeKind.YES_NO:
            return [None, True, False]
        case AttributeKind.TEXT:
            return [None, "red", "blue"]
        case AttributeKind.NUMBER:
            numbers = range(int(attribute.low), int(attribute.high) + 1)
            return [None, *map(Decimal, numbers)]


def a_guide(*questions: Question, preferences: Iterable[Preference] = ()) -> Guide:
    return Guide(ID, "GUIDE", Texts.only("Guide"), questions, tuple(preferences))


def a_choice_question(code: str, when: Condition = ALWAYS, **answers: Condition) -> ChoiceQuestion:
    """Return a question whose answers ask these conditions of a product."""
    offered = tuple(Answer(name, Texts.only(name), demands) for name, demands in answers.items())
    return ChoiceQuestion(code, Texts.only(code), offered, when)


def a_yes_no_question(code: str, **changes) -> YesNoQuestion:
    """Return a question of which the yes asks for the attribute of its code."""
    return YesNoQuestion(**{"code": code, "names": Texts.only(code), "yes": Is(code, True)} | changes)


def a_number_question(code: str, low: str = "1", high: str = "100", **changes) -> NumberQuestion:
    """Return a question about the product's number of the same code."""
    return NumberQuestion(code, Texts.only(code), code, Decimal(low), Decimal(high), **changes)
