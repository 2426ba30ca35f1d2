"""Random small models and configurations, small enough to look at every configuration there is."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from app.catalog.attribute import AttributeValues
from app.configurator.conditions import AllOf, AnyOf, Between, Chosen, Is, Not, OneOf
from app.configurator.configuration import Choice, Configuration, Origin
from app.configurator.constraints import Cardinality, Excludes, Requires
from app.configurator.model import AskedAttribute, Model
from app.configurator.rules import Alert, Filter, Selection, Validation
from tests.support.catalog import a_bundle, a_choice, a_feature, a_number, a_text, a_yes_no, an_option
from tests.support.configurator import Naive

REGION = a_choice("region", "EU", "US")
USERS = a_number("users", "1", "4")
OUTDOOR = a_yes_no("outdoor")
COLOUR = a_text("colour")
TOP_SKUS = ("A", "B", "C", "D", "BOX")
NESTED_SKUS = ("D", "E", "F")


@st.composite
def models(draw) -> Model:
    """Draw a bundle with a nested one, up to two attributes, and some laws about them."""
    nested = a_bundle("BOX", _feature(draw, "Inner", NESTED_SKUS[: draw(st.integers(1, 3))]))
    count = draw(st.integers(2, 5))
    split = draw(st.integers(1, count - 1))
    top = a_bundle(
        "PC", _feature(draw, "One", TOP_SKUS[:split]), _feature(draw, "Two", TOP_SKUS[split:count])
    )
    bundles = (top, nested) if count == 5 else (top,)
    offered = {"PC": sorted({*top.parts, *(nested.parts if count == 5 else ())}), "BOX": sorted(nested.parts)}
    attributes = draw(st.lists(st.sampled_from([REGION, USERS, OUTDOOR, COLOUR]), max_size=2, unique=True))
    where = ["PC", "PC", "BOX"] if count == 5 else ["PC"]
    laws = []
    for number in range(draw(st.integers(1, 6))):
        bundle = draw(st.sampled_from(where))
        laws.append(_law(draw, f"L{number}", bundle, offered[bundle], attributes))
    asked = tuple(AskedAttribute(one, required=draw(st.booleans())) for one in attributes)
    constraints = tuple(law for law in laws if isinstance(law, Requires | Excludes | Cardinality))
    rules = tuple(law for law in laws if not isinstance(law, Requires | Excludes | Cardinality))
    known = tuple(
        (sku, AttributeValues.of({"port": port}))
        for sku, port in zip("ABDE", ("usb", "usb", "hdmi", "usb"), strict=True)
    )
    return Model("PC", bundles, asked, constraints, rules, known)


@st.composite
def worlds(draw) -> tuple[Model, Naive, Configuration]:
    """Draw a model, what is known of all its configurations, and one of them, valid or not."""
    model = draw(models())
    naive = Naive(model)
    chosen, said = draw(st.sampled_from(naive.all))
    choices = [
        Choice(place, Decimal(1), draw(st.sampled_from([Origin.PERSON, Origin.PERSON, Origin.RULE])))
        for place in sorted(chosen)
    ]
    return model, naive, Configuration(model.sku, tuple(choices), said)


def _feature(draw, code, skus):
    maximum = draw(st.one_of(st.none(), st.integers(1, len(skus))))
    minimum = draw(st.integers(0, maximum or len(skus)))
    required = draw(st.sampled_from([False] * 5 + [True]))
    options = [an_option(sku, required=required and sku == skus[0]) for sku in skus]
    return a_feature(code, *options, minimum=minimum, maximum=maximum)


def _law(draw, code, bundle, skus, attributes):
    condition = conditions(skus, attributes)
    some = st.lists(st.sampled_from(skus), min_size=1, max_size=2, unique=True).map(tuple)
    match draw(st.sampled_from(["requires", "excludes", "count", "block", "warn", "select", "hide"])):
        case "requires":
            return Requires(code, bundle, draw(condition), draw(condition))
        case "excludes":
            return Excludes(code, bundle, draw(condition), draw(condition))
        case "count":
            low = draw(st.integers(0, 2))
            high = draw(st.integers(low, 3)) if low == 0 or draw(st.booleans()) else None
            having = draw(st.sampled_from([None, Is("port", "usb")]))
            return Cardinality(code, bundle, draw(some), having, low, high, draw(condition))
        case "block":
            return Validation(code, bundle, draw(condition))
        case "warn":
            return Alert(code, bundle, draw(condition))
        case "hide":
            return Filter(code, bundle, draw(condition), draw(some))
        case _:
            first = draw(st.sampled_from(skus))
            others = tuple(sku for sku in draw(some) if sku != first)
            return Selection(code, bundle, draw(condition), (first,), others)


def conditions(skus, attributes):
    """Return a strategy of conditions about these options and attributes, up to three levels deep."""
    leaves = [st.sampled_from(skus).map(Chosen)] * 3
    if REGION in attributes:
        leaves.append(st.sampled_from(["EU", "US"]).map(lambda value: Is("region", value)))
    if OUTDOOR in attributes:
        leaves.append(st.booleans().map(lambda value: OneOf("outdoor", (value,))))
    if COLOUR in attributes:
        leaves.append(st.just(Is("colour", "red")))
    if USERS in attributes:
        numbers = st.integers(1, 4).map(Decimal)
        leaves.append(st.tuples(numbers, numbers).map(lambda two: Between("users", min(two), max(two))))
        leaves.append(numbers.map(lambda low: Between("users", low)))
    return st.recursive(
        st.one_of(leaves),
        lambda inner: st.one_of(
            inner.map(Not),
            st.tuples(inner, inner).map(AllOf),
            st.tuples(inner, inner).map(AnyOf),
        ),
        max_leaves=4,
    )
