"""The solver against every configuration there is: what is open, why not, the smallest change."""

from functools import partial

from hypothesis import HealthCheck, given, settings

from app.configurator.cells import OTHER_TEXT
from app.configurator.checks import findings
from app.configurator.configuration import Origin
from app.configurator.editing import apply
from app.configurator.laying_out import network_of
from app.configurator.reasons import why_not, why_not_value
from app.configurator.settling import settle
from app.configurator.solver import open_choices, smallest_change
from app.kernel.findings import Severity
from tests.support.configurator import distance, named
from tests.support.configurator_worlds import worlds

many = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def as_pair(configuration):
    return configuration.places, configuration.values


def decisions(configuration, naive):
    """Return what the person stands by: what they chose and said, as far as the smallest change keeps it."""
    chosen = {choice.place for choice in configuration.choices if choice.origin is not Origin.RULE}
    said = dict(configuration.values.by_code)
    return chosen, said


def agrees(pair, chosen, said):
    return chosen <= pair[0] and all(pair[1].get(code) == value for code, value in said.items())


def kept(network, naive, configuration):
    """Return the decisions the next choice stands on; None where nothing can be valid."""
    chosen, said = decisions(configuration, naive)
    if any(agrees(pair, chosen, said) for pair in naive.valid()):
        return chosen, said
    change = smallest_change(network, configuration)
    if change is None:
        return None
    after = applied(network, configuration, change)
    return chosen & after.places, {
        code: value for code, value in said.items() if after.values.get(code) == value
    }


def applied(network, configuration, change):
    """Return the configuration with the change made, a text typed where it asks for one."""
    after = apply(network, configuration, change)
    return after.with_value("colour", "blue") if ("colour", OTHER_TEXT) in change.tells else after


def replaced(model, place):
    """Return the places a choice takes the place of, where its feature allows one."""
    bundles = {bundle.sku: bundle for bundle in model.bundles}
    owner = bundles[place[-3] if len(place) > 2 else model.sku]
    feature = next(feature for feature in owner.features if feature.code == place[-2])
    if feature.maximum != 1 and len(feature.options) > 1:
        return ()
    return [(*place[:-1], option.sku) for option in feature.options if option.sku != place[-1]]


def cell_of(network, code, value):
    """Return the cell of values that no condition tells apart from this one."""
    domain = network.domains[code][0]
    return domain.cells[domain.cell_of(value)]


def without(chosen, places):
    return {one for one in chosen if not any(one[: len(place)] == place for place in places)}


@many
@given(worlds())
def test_the_findings_of_a_state_are_the_laws_it_breaks(world):
    model, naive, configuration = world

    blockers = [one for one in findings(network_of(model), configuration) if one.severity is Severity.BLOCKER]

    broken = {named(one) for one in blockers if one.code != "configurator.rules_loop"}
    assert broken == naive.broken[as_pair(configuration)]


@many
@given(worlds())
def test_an_option_or_value_is_open_where_some_valid_configuration_keeps_every_decision(world):
    model, naive, configuration = world
    network = network_of(model)

    found = open_choices(network, configuration)

    ground, valid = kept(network, naive, configuration), naive.valid()
    for place in naive.places:
        expected = ground is not None and any(
            place in pair[0] and agrees(pair, without(ground[0], replaced(model, place)), ground[1])
            for pair in valid
        )
        assert (place in found.options) == expected, place
    for code, cells in found.values.items():
        for value in {pair[1].get(code) for pair in naive.all} - {None}:
            others = None if ground is None else {one: said for one, said in ground[1].items() if one != code}
            expected = ground is not None and any(
                pair[1].get(code) == value and agrees(pair, ground[0], others) for pair in valid
            )
            assert (cell_of(network, code, value) in cells) == expected, (code, value)


@many
@given(worlds())
def test_the_smallest_change_makes_it_valid_and_none_is_smaller(world):
    model, naive, configuration = world
    network = network_of(model)
    here = as_pair(configuration)

    change = smallest_change(network, configuration)

    if change is None:
        assert naive.valid() == []
        return
    after = as_pair(applied(network, configuration, change))
    assert naive.broken[after] == frozenset()
    assert change.is_smallest
    assert change.size == distance(here, after) == min(distance(here, pair) for pair in naive.valid())


def speaks_against(naive, target, laws, places, values):
    """Test whether no configuration has the target, these decisions, and breaks none of these laws."""
    return not any(
        target(pair) and agrees(pair, places, values) and not broken & laws
        for pair, broken in naive.broken.items()
    )


def said_alike(network, code, cell, pair):
    return cell_of(network, code, pair[1].get(code)) == cell


def check_reason(naive, configuration, reason, target):
    laws = {named(cause) for cause in reason.causes}
    places = set(reason.places)
    values = {code: configuration.values.get(code) for code, _ in reason.values}
    assert speaks_against(naive, target, laws, places, values)
    for law in laws:
        assert not speaks_against(naive, target, laws - {law}, places, values)
    for place in places:
        assert not speaks_against(naive, target, laws, places - {place}, values)
    for code in values:
        rest = {one: value for one, value in values.items() if one != code}
        assert not speaks_against(naive, target, laws, places, rest)


@many
@given(worlds())
def test_a_reason_is_enough_and_nothing_in_it_is_too_much(world):
    model, naive, configuration = world
    network = network_of(model)
    found = open_choices(network, configuration)

    for place in naive.places:
        reason = why_not(network, configuration, place)
        assert (reason is None) == (place in found.options)
        if reason is not None:
            check_reason(naive, configuration, reason, lambda pair, place=place: place in pair[0])
    for code, cells in found.values.items():
        for value in sorted({pair[1].get(code) for pair in naive.all} - {None}):
            reason = why_not_value(network, configuration, code, value)
            cell = cell_of(network, code, value)
            assert (reason is None) == (cell in cells)
            if reason is not None:
                same = partial(said_alike, network, code, cell)
                check_reason(naive, configuration, reason, same)


@many
@given(worlds())
def test_settled_rules_have_nothing_left_to_do(world):
    model, naive, configuration = world
    network = network_of(model)

    once = settle(network, configuration)

    assert once == settle(network, configuration)
    if once.loop:
        assert set(once.loop) <= {rule.code for rule in model.rules}
    else:
        assert settle(network, once.configuration).configuration == once.configuration
        selections = {selection.code for selection, _ in network.selections}
        broken = naive.broken_laws(*as_pair(once.configuration))
        assert not {code.split()[0] for code, _ in broken} & selections
