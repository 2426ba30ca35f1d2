"""Lay a model out for the solver: every feature, constraint and rule becomes statements about variables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.catalog.bundle import Feature
from app.configurator.cells import Domain, domain_of
from app.configurator.clauses import Clause, clauses_of, either
from app.configurator.conditions import AllOf, Chosen, Condition, Leaf, Not, leaves, names_in
from app.configurator.constraints import Cardinality, Constraint, Excludes, Requires
from app.configurator.linear import Linear, at_most, clause, holds, negated
from app.configurator.model import Model, conditions_of
from app.configurator.network import STRUCTURE, Network, Statements
from app.configurator.rules import Alert, Filter, Rule, Selection, Validation
from app.configurator.tree import TOP, Instance, Node, Tree, laid_out, written
from app.kernel.findings import Finding, Severity

BLOCKER = Severity.BLOCKER


def network_of(model: Model) -> Network:
    """Return the model laid out, once for every step of every configuration of it.

    Raises:
        BundleTooLarge: The bundle has more than 5,000 options with everything nested in it.
        ConditionTooWide: A condition mixes all and any too often.
    """
    return _LayOut(model).network()


class _LayOut:
    """The model on its way: variables first, then statement by statement with its source."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.tree: Tree = laid_out(model.sku, model.by_sku)
        self.domains: dict[str, tuple[Domain, int]] = {}
        self.linears: list[Linear] = []
        self.sources: list[Finding | None] = [None]
        self.variables = len(self.tree.nodes)
        self.offered: dict[tuple[str, int], dict[str, list[int]]] = {}

    def network(self) -> Network:
        self._lay_out_attributes()
        for node in self.tree.nodes:
            self._lay_out_node(node)
        for instance in self.tree.instances:
            for feature, numbers in instance.features:
                self._lay_out_feature(instance, feature, numbers)
        laws = list(self._laws())
        for law, instance in laws:
            self._lay_out_constraint(law, instance)
            self._lay_out_rule(law, instance)
        return Network(
            model=self.model,
            tree=self.tree,
            domains=self.domains,
            statements=Statements(tuple(self.linears), self.variables),
            sources=tuple(self.sources),
            costs=self._costs(),
            selections=tuple((law, at) for law, at in laws if isinstance(law, Selection)),
            filters=tuple((law, at) for law, at in laws if isinstance(law, Filter)),
            alerts=tuple((law, at) for law, at in laws if isinstance(law, Alert)),
        )

    def _laws(self) -> Iterator[tuple[Constraint | Rule, Instance]]:
        """Yield each constraint and rule with every bundle it is for, the sold one first."""
        outermost = sorted(
            self.tree.instances, key=lambda instance: (len(instance.place), instance.inside.start)
        )
        for law in (*self.model.constraints, *self.model.rules):
            yield from ((law, instance) for instance in outermost if instance.sku == law.bundle)

    def _costs(self) -> bytes:
        """An option costs 1 either way; an attribute is told by one of its cells, and the others follow."""
        options = len(self.tree.nodes)
        return bytes([1, 1] * options + [1, 0] * (self.variables - options))

    def _add(self, *linears: Linear | None) -> None:
        self.linears += (linear for linear in linears if linear is not None)

    def _source(self, finding: Finding) -> int:
        self.sources.append(finding)
        return len(self.sources) - 1

    def _lay_out_attributes(self) -> None:
        comparisons = [
            leaf
            for law in (*self.model.constraints, *self.model.rules)
            for condition in conditions_of(law)
            for leaf in leaves(condition)
            if not isinstance(leaf, Chosen)
        ]
        for asked in self.model.attributes:
            code = asked.attribute.code
            own = [comparison for comparison in comparisons if comparison.attribute == code]
            domain = domain_of(asked.attribute, own, required=asked.required)
            self.domains[code] = (domain, self.variables)
            cells = [holds(self.variables + at) for at in range(len(domain.cells))]
            self.variables += len(cells)
            self._add(clause(cells, STRUCTURE), at_most([(cell, 1) for cell in cells], 1, STRUCTURE))
            if asked.required:
                source = self._source(
                    Finding("configurator.attribute_missing", BLOCKER, code, {"attribute": code})
                )
                self._add(clause([negated(cells[0])], source))

    def _lay_out_node(self, node: Node) -> None:
        option = holds(node.number)
        whole = [] if node.parent == TOP else [holds(node.parent)]
        self._add(*(clause([negated(option), one], STRUCTURE) for one in whole))
        if node.option.required:
            params = {"option": node.option.sku, "feature": node.feature.code}
            source = self._source(
                Finding("configurator.option_required", BLOCKER, written(node.place), params)
            )
            self._add(clause([option, *map(negated, whole)], source))

    def _lay_out_feature(self, instance: Instance, feature: Feature, numbers: tuple[int, ...]) -> None:
        where = written((*instance.place, feature.code))
        options = [holds(number) for number in numbers]
        if feature.minimum:
            params = {"feature": feature.code, "minimum": feature.minimum}
            source = self._source(Finding("configurator.feature_minimum", BLOCKER, where, params))
            self._at_least(options, feature.minimum, self._outside(instance), source)
        if feature.most < len(options):
            params = {"feature": feature.code, "maximum": feature.most}
            source = self._source(Finding("configurator.feature_maximum", BLOCKER, where, params))
            self._at_most(options, feature.most, frozenset(), source)

    def _lay_out_constraint(self, law: Constraint | Rule, at: Instance) -> None:
        where = written(at.place)
        match law:
            case Requires(code, _, when, needs):
                params = {"constraint": code, "when": names_in(when), "needs": names_in(needs)}
                finding = Finding("configurator.requires", BLOCKER, where, params)
                self._never(AllOf((when, Not(needs))), at, self._source(finding))
            case Excludes(code, _, first, second):
                params = {"constraint": code, "first": names_in(first), "second": names_in(second)}
                finding = Finding("configurator.excludes", BLOCKER, where, params)
                self._never(AllOf((first, second)), at, self._source(finding))
            case Cardinality():
                self._lay_out_cardinality(law, at)

    def _lay_out_rule(self, law: Constraint | Rule, at: Instance) -> None:
        where = written(at.place)
        match law:
            case Validation(code, _, when):
                params = {"rule": code, "when": names_in(when)}
                finding = Finding("configurator.validation", BLOCKER, where, params)
                self._never(when, at, self._source(finding))
            case Selection(code, _, when, adds, removes):
                for sku in adds:
                    params = {"rule": code, "option": sku, "when": names_in(when)}
                    finding = Finding("configurator.selection_adds", BLOCKER, where, params)
                    self._never(AllOf((when, Not(Chosen(sku)))), at, self._source(finding))
                for sku in removes:
                    params = {"rule": code, "option": sku, "when": names_in(when)}
                    finding = Finding("configurator.selection_removes", BLOCKER, where, params)
                    self._never(AllOf((when, Chosen(sku))), at, self._source(finding))
            case Filter(code, _, when, hides):
                for sku in hides:
                    params = {"rule": code, "option": sku, "when": names_in(when)}
                    finding = Finding("configurator.filter", BLOCKER, where, params)
                    self._never(AllOf((when, Chosen(sku))), at, self._source(finding))

    def _lay_out_cardinality(self, law: Cardinality, at: Instance) -> None:
        places = self._places(at)
        counted = self.model.counted(law, frozenset(places))
        options = [holds(number) for sku, numbers in places.items() if sku in counted for number in numbers]
        unless = either(clauses_of(law.when, False, self._expand(at)), [self._outside(at)])
        where = written(at.place)
        if law.minimum:
            params = {"constraint": law.code, "minimum": law.minimum}
            source = self._source(Finding("configurator.cardinality_minimum", BLOCKER, where, params))
            for one in unless:
                self._at_least(options, law.minimum, one, source)
        if law.maximum is not None:
            params = {"constraint": law.code, "maximum": law.maximum}
            source = self._source(Finding("configurator.cardinality_maximum", BLOCKER, where, params))
            for one in unless:
                self._at_most(options, law.maximum, one, source)

    def _never(self, condition: Condition, at: Instance, source: int) -> None:
        """Add the statements that a condition is not met while its bundle is there."""
        outside = [self._outside(at)]
        for one in either(clauses_of(condition, False, self._expand(at)), outside):
            self._add(clause(one, source))

    def _at_least(self, options: list[int], minimum: int, unless: Iterable[int], source: int) -> None:
        self._at_most(list(map(negated, options)), len(options) - minimum, unless, source)

    def _at_most(self, options: list[int], maximum: int, unless: Iterable[int], source: int) -> None:
        """Add that so many literals hold at most, or one of `unless` does."""
        spare = max(len(options) - maximum, 0)
        others = [(negated(literal), spare) for literal in unless]
        terms = [*((option, 1) for option in options), *others]
        self._add(at_most(terms, maximum + spare * len(others), source))

    def _outside(self, at: Instance) -> Clause:
        """Return the clause that a bundle is not there; nothing for the one that is sold."""
        return frozenset() if at.owner == TOP else frozenset([negated(holds(at.owner))])

    def _places(self, at: Instance) -> dict[str, list[int]]:
        """Return the options of a bundle and of what is nested in it, by SKU."""
        key = (at.sku, at.inside.start)
        if key not in self.offered:
            found: dict[str, list[int]] = {}
            for number in at.inside:
                found.setdefault(self.tree.nodes[number].option.sku, []).append(number)
            self.offered[key] = found
        return self.offered[key]

    def _expand(self, at: Instance) -> _Expand:
        return _Expand(self._places(at), self.domains)


class _Expand:
    """What a comparison or choice means in literals, inside one bundle."""

    def __init__(self, places: dict[str, list[int]], domains: dict[str, tuple[Domain, int]]) -> None:
        self.places = places
        self.domains = domains

    def __call__(self, leaf: Leaf, wanted: bool) -> list[Clause]:
        if isinstance(leaf, Chosen):
            options = [holds(number) for number in self.places[leaf.sku]]
            if wanted:
                return [frozenset(options)]
            return [frozenset([negated(option)]) for option in options]
        domain, first = self.domains[leaf.attribute]
        met = domain.meeting(leaf)
        return [frozenset(holds(first + at) for at in range(len(domain.cells)) if (at in met) is wanted)]
