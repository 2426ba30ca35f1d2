"""What is wrong with a model as a whole, found when it is saved: rules that loop, or never speak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.configurator.configuration import Configuration
from app.configurator.defaults import started
from app.configurator.editing import choose
from app.configurator.laying_out import network_of
from app.configurator.linear import Linear, opposite
from app.configurator.model import Model
from app.configurator.network import Network, Statements
from app.configurator.reasons import Reason, why_not, why_nothing
from app.configurator.rules import Alert, Validation
from app.configurator.search import GaveUp, Search
from app.configurator.settling import settle
from app.configurator.solver import open_choices
from app.configurator.state import state_of
from app.configurator.tree import Place, written
from app.kernel.findings import Finding, Severity


def faults(model: Model) -> tuple[Finding, ...]:
    """Return what is wrong with a model as a whole.

    Blockers: nothing can be valid at all; rules undo each other after a single choice. Warnings: an option
    can never be chosen; a constraint or rule never speaks, because what it is about cannot happen anyway.

    Raises:
        BundleTooLarge: The bundle has more than 5,000 options with everything nested in it.
        ConditionTooWide: A condition mixes all and any too often.
    """
    network = network_of(model)
    empty = Configuration(model.sku)
    nothing = why_nothing(network)
    if nothing is not None:
        params = {"laws": _laws_of(nothing)}
        return (Finding("configurator.never_valid", Severity.BLOCKER, "", params),)
    found = open_choices(network, empty).options
    closed = [node.place for node in network.tree.nodes if node.place not in found]
    return (*_loops(network), *_never_open(network, closed), *_idle(model))


def _loops(network: Network) -> Iterator[Finding]:
    """Yield rules that undo each other at the start or after one choice, each loop once."""
    begun = started(network)
    states = (begun, *(choose(network, begun, node.place) for node in network.tree.nodes))
    loops = dict.fromkeys(settle(network, state).loop for state in states)
    for loop in loops:
        if loop:
            yield Finding("configurator.rules_loop", Severity.BLOCKER, "", {"rules": loop})


def _never_open(network: Network, closed: list[Place]) -> Iterator[Finding]:
    for place in closed:
        reason = why_not(network, Configuration(network.model.sku), place)
        params = {"option": place[-1], "laws": () if reason is None else _laws_of(reason)}
        yield Finding("configurator.never_open", Severity.WARNING, written(place), params)


def _laws_of(reason: Reason) -> tuple[str, ...]:
    """Return the codes of what a reason is made of."""
    kinds = ("constraint", "rule", "feature", "attribute")
    codes = (cause.params[kind] for cause in reason.causes for kind in kinds if kind in cause.params)
    return tuple(dict.fromkeys(map(str, codes)))


def _idle(model: Model) -> Iterator[Finding]:
    """Yield the constraints and rules that could be left out without any difference."""
    alerts = frozenset(rule.code for rule in model.rules if isinstance(rule, Alert))
    speaking = tuple(
        Validation(rule.code, rule.bundle, rule.when) if isinstance(rule, Alert) else rule
        for rule in model.rules
    )
    network = network_of(replace(model, rules=speaking))
    for law in (*model.constraints, *model.rules):
        if not _speaks(network, law.code, alerts):
            yield Finding("configurator.law_idle", Severity.WARNING, "", {"law": law.code})


def _speaks(network: Network, code: str, alerts: frozenset[str]) -> bool:
    """Test whether without a law some configuration is valid that it speaks against."""
    silent = alerts | {code}
    linears = network.statements.linears
    others = tuple(linear for linear in linears if _code_of(network, linear) not in silent)
    own = (linear for linear in linears if _code_of(network, linear) == code)
    return any(_can_break(network, others, linear) for linear in own)


def _code_of(network: Network, linear: Linear) -> object:
    source = network.sources[linear.source]
    return None if source is None else source.params.get("constraint") or source.params.get("rule")


def _can_break(network: Network, others: tuple[Linear, ...], linear: Linear) -> bool:
    broken = opposite(linear)
    statements = Statements(others if broken is None else (*others, broken), network.statements.variables)
    search = Search(statements, state_of(network, Configuration(network.model.sku)), network.costs)
    try:
        return search.mend()
    except GaveUp:
        return True
