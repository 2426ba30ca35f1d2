"""The rows of the configurator: every feature a card, every option a row in it, as they are read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from app.catalog.bundle import Feature
from app.configurator.configuration import Choice, Configuration, Origin
from app.configurator.network import Network
from app.configurator.tree import Instance, Node, Place
from app.i18n.translations import gettext as _
from app.kernel.findings import Finding, Severity
from ui.configurator.solved import Solved
from ui.configurator.words import Naming


class Kind(Enum):
    """What a row is."""

    HEADING = 0
    OPTION = 1
    NOTE = 2


class Row(NamedTuple):
    """One row.

    Attributes:
        place: Of the option; of the feature, for headings and notes.
        text: The name.
        detail: The SKU beside a name; what a heading asks for; empty.
        exclusive: One of its feature may be chosen: it looks like a radio button.
        closed: It cannot be chosen now.
        fixed: It is always part of its bundle.
        by_rule: A rule chose it.
        quantity: As read, where it is chosen.
        amount: The same as a number.
        severity: The worst finding about the place.
        last: The last row of its card.
    """

    kind: Kind
    place: Place
    text: str
    detail: str = ""
    exclusive: bool = False
    chosen: bool = False
    closed: bool = False
    fixed: bool = False
    by_rule: bool = False
    quantity: str = ""
    amount: Decimal | None = None
    severity: Severity | None = None
    last: bool = False


def rows_of(
    network: Network, configuration: Configuration, solved: Solved, naming: Naming
) -> tuple[Row, ...]:
    """Return the cards of the bundle, and of every nested one that is chosen right after its own card."""
    return tuple(_Cards(network, configuration, solved, naming).rows())


class _Cards:
    def __init__(
        self, network: Network, configuration: Configuration, solved: Solved, naming: Naming
    ) -> None:
        self.network, self.solved, self.naming = network, solved, naming
        self.chosen = {choice.place: choice for choice in configuration.choices}
        self.instances = {instance.place: instance for instance in network.tree.instances}
        self.worst = _worst(solved.findings)

    def rows(self) -> Iterator[Row]:
        yield from self._instance(self.instances[()])

    def _instance(self, instance: Instance) -> Iterator[Row]:
        for feature, numbers in instance.features:
            nodes = [self.network.tree.nodes[number] for number in numbers]
            yield from self._card(instance, feature, nodes)
            for node in nodes:
                if node.place in self.chosen and node.place in self.instances:
                    yield from self._instance(self.instances[node.place])

    def _card(self, instance: Instance, feature: Feature, nodes: list[Node]) -> Iterator[Row]:
        place = (*instance.place, feature.code)
        title = self.naming.feature(feature.code)
        if instance.place:
            inside = self.naming.product(instance.place[-1])
            title = _("{whole} – {feature}").format(whole=inside, feature=title)
        yield Row(Kind.HEADING, place, title, asks_for(feature), severity=self.worst.get("/".join(place)))
        shown = [node for node in nodes if node.place not in self.solved.hidden]
        options = [self._option(node) for node in shown]
        hidden = [node for node in nodes if node.place in self.solved.hidden]
        if hidden or not options:
            options.append(self._note(place, hidden))
        yield from options[:-1]
        yield options[-1]._replace(last=True)

    def _note(self, place: Place, hidden: list[Node]) -> Row:
        names = ", ".join(self.naming.product(node.option.sku) for node in hidden)
        return Row(Kind.NOTE, place, _("Not offered here: {products}").format(products=names))

    def _option(self, node: Node) -> Row:
        choice: Choice | None = self.chosen.get(node.place)
        sku = node.option.sku
        name = self.naming.product(sku)
        return Row(
            Kind.OPTION,
            node.place,
            name,
            sku if name != sku else "",
            exclusive=node.feature.is_exclusive,
            chosen=choice is not None,
            closed=choice is None and not self.solved.is_open(node.place),
            fixed=node.option.required,
            by_rule=choice is not None and choice.origin is Origin.RULE,
            quantity="" if choice is None else self.naming.formats.number(choice.quantity),
            amount=None if choice is None else choice.quantity,
            severity=self.worst.get("/".join(node.place)),
        )


def _worst(findings: tuple[Finding, ...]) -> dict[str, Severity]:
    """Return the worst severity by place; blockers are written last and win."""
    ordered = sorted(findings, key=lambda finding: finding.severity is Severity.BLOCKER)
    return {finding.where: finding.severity for finding in ordered}


def asks_for(feature: Feature) -> str:
    """Return how many options a feature wants, in words."""
    least, most = feature.minimum, feature.most
    if least == most == 1:
        return _("choose one")
    if most == 1:
        return _("one at most")
    if least == most:
        return _("choose {count}").format(count=least)
    if most == len(feature.options):
        return _("choose {count} or more").format(count=least) if least else _("as many as you like")
    if not least:
        return _("{count} at most").format(count=most)
    return _("choose {least} to {most}").format(least=least, most=most)
