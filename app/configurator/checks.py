"""What speaks against sending a configuration; a draft may be in any state and is kept with its findings."""

from __future__ import annotations

from collections.abc import Iterator

from app.catalog.texts import NO_TEXTS, Texts
from app.configurator.conditions import names_in
from app.configurator.configuration import Configuration
from app.configurator.model import Model
from app.configurator.network import STRUCTURE, Network
from app.configurator.rules import Alert, Validation
from app.configurator.search import Search
from app.configurator.settling import settle, speaks
from app.configurator.state import state_of
from app.configurator.tree import TOP, written
from app.kernel.findings import Finding, Severity


def findings(network: Network, configuration: Configuration) -> tuple[Finding, ...]:
    """Return everything that blocks or warns: the choices themselves, features, constraints, rules."""
    return (
        *_of_choices(network, configuration),
        *_of_values(network, configuration),
        *_of_statements(network, configuration),
        *_of_alerts(network, configuration),
        *_of_loops(network, configuration),
    )


def office_message(model: Model, finding: Finding) -> Texts:
    """Return what the office wrote for the rule a finding is about; nothing where it wrote nothing."""
    written_by = (rule for rule in model.rules if rule.code == finding.params.get("rule"))
    return next((rule.message for rule in written_by if isinstance(rule, Validation | Alert)), NO_TEXTS)


def _of_choices(network: Network, configuration: Configuration) -> Iterator[Finding]:
    chosen = configuration.places
    for choice in configuration.choices:
        where, sku = written(choice.place), choice.place[-1]
        number = network.tree.by_place.get(choice.place)
        if number is None:
            yield Finding("configurator.option_unknown", Severity.BLOCKER, where, {"option": sku})
            continue
        node = network.tree.nodes[number]
        if not choice.quantity.is_finite() or not node.option.takes(choice.quantity):
            params = {"option": sku, "quantity": choice.quantity}
            yield Finding("configurator.quantity_refused", Severity.BLOCKER, where, params)
        if node.parent != TOP and network.tree.nodes[node.parent].place not in chosen:
            params = {"option": sku, "whole": network.tree.nodes[node.parent].option.sku}
            yield Finding("configurator.whole_missing", Severity.BLOCKER, where, params)


def _of_values(network: Network, configuration: Configuration) -> Iterator[Finding]:
    for code, value in configuration.values.by_code:
        params = {"attribute": code, "value": str(value)[:40]}
        if code not in network.domains:
            yield Finding("configurator.attribute_left", Severity.WARNING, code, params)
        elif not network.domains[code][0].attribute.accepts(value):
            yield Finding("configurator.value_refused", Severity.BLOCKER, code, params)


def _of_statements(network: Network, configuration: Configuration) -> Iterator[Finding]:
    state = Search(network.statements, state_of(network, configuration), network.costs)
    broken = {network.statements.linears[place].source for place in state.broken} - {STRUCTURE}
    for source in sorted(broken):
        finding = network.sources[source]
        if finding is not None:
            yield finding


def _of_alerts(network: Network, configuration: Configuration) -> Iterator[Finding]:
    for law, at in network.alerts:
        if speaks(law.when, at, configuration):
            yield Finding(
                "configurator.alert",
                Severity.WARNING,
                written(at.place),
                {"rule": law.code, "when": names_in(law.when)},
            )


def _of_loops(network: Network, configuration: Configuration) -> Iterator[Finding]:
    if loop := settle(network, configuration).loop:
        yield Finding("configurator.rules_loop", Severity.BLOCKER, "", {"rules": loop})
