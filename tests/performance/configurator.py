"""What a step of the configurator costs: 200 options, 300 constraints, a person in the middle of it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random

from app.configurator.checks import findings
from app.configurator.conditions import AllOf, AnyOf, Between, Chosen, Is, Not
from app.configurator.configuration import Configuration
from app.configurator.constraints import Cardinality, Constraint, Excludes, Requires
from app.configurator.defaults import started
from app.configurator.editing import apply, choose, tell
from app.configurator.laying_out import network_of
from app.configurator.network import Network
from app.configurator.reasons import why_not
from app.configurator.rules import Filter, Selection, Validation
from app.configurator.settling import settle
from app.configurator.solver import open_choices, smallest_change
from tests.performance.row import Row
from tests.performance.timing import spent_on
from tests.support.catalog import a_bundle, a_choice, a_feature, a_number, an_option
from tests.support.configurator import a_model

OPTIONS = 200
CONSTRAINTS = 300
FRAME = Decimal(16)
AT_ONCE = Decimal(100)
"""What nobody waits for; states that many constraints break are met once, after an import."""

SEED = 20


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the goals of the configurator.

    Args:
        quick: Fewer rounds.
        scale: Milliseconds here, as the goals count them.
    """
    gc.disable()  # as the window does, which collects on its own timer: ui/kit/garbage.py
    try:
        return list(_rows(7 if quick else 21, scale))
    finally:
        gc.enable()


def _rows(rounds: int, scale: Decimal) -> Iterator[Row]:
    network = network_of(a_machine())
    valid = a_valid_start(network)
    closed = [
        node.place for node in network.tree.nodes if node.place not in open_choices(network, valid).options
    ]
    broken, upset = (broken_by(network, valid, options) for options in (6, 40))
    place = closed[len(closed) // 2]
    named = f"{OPTIONS} options, {CONSTRAINTS} constraints"
    acts: list[tuple[str, Decimal, Callable[[], object]]] = [
        (f"configurator step, {named}: rules, findings, open", FRAME, lambda: step(network, valid)),
        ("the same after a file with 6 more options", FRAME, lambda: step(network, broken)),
        ("the same after a file with 40 more options", AT_ONCE, lambda: step(network, upset)),
        ("why one option is not open", FRAME, lambda: why_not(network, valid, place)),
        ("smallest change after 6 more options", FRAME, lambda: smallest_change(network, broken)),
        ("smallest change after 40 more options", AT_ONCE, lambda: smallest_change(network, upset)),
        ("a model of that size laid out", AT_ONCE, lambda: network_of(network.model)),
    ]
    for name, goal, act in acts:
        value = (spent_on(act, rounds=rounds).cpu * scale).quantize(Decimal("0.01"))
        yield Row(name, value, "ms", goal, value <= goal)


def step(network: Network, configuration: Configuration) -> object:
    """Do what happens after every click."""
    after = settle(network, configuration).configuration
    return findings(network, after), open_choices(network, after)


def a_machine():
    """Return a bundle of 200 options in features of both kinds, some nested, under 300 laws."""
    random = Random(SEED)
    features, skus = [], []
    for number in range(OPTIONS // 10):
        names = [f"P{number}-{part}" for part in range(10)]
        exclusive = number % 2 == 0
        if number % 5 == 4:  # a nested bundle with nine options of its own
            features.append(a_feature(f"F{number}", names[0]))
            skus += names[:1]
            continue
        half = names[:5], names[5:]
        for at, group in enumerate(half):
            options = [an_option(sku, preselected=exclusive and sku == group[0]) for sku in group]
            limits = {"minimum": 1, "maximum": 1} if exclusive else {"maximum": 3}
            features.append(a_feature(f"F{number}-{at}", *options, **limits))
        skus += names
    nested = [
        a_bundle(
            f"P{number}-0", a_feature("Inside", *(f"P{number}-{part}" for part in range(1, 10)), maximum=4)
        )
        for number in range(4, OPTIONS // 10, 5)
    ]
    laws = [a_law(random, f"L{number}", skus) for number in range(CONSTRAINTS)]
    asked = [
        a_choice("region", "EU", "US", "ASIA"),
        a_choice("voltage", "110", "230"),
        a_number("users", "1", "999"),
    ]
    return a_model(a_bundle("PC", *features), *nested, laws=laws, asked=asked)


def a_law(random: Random, code: str, skus: list[str]) -> object:
    """Return a law as a catalog has them: mostly requires and excludes, some counts and rules."""
    one, other, third, fourth = random.sample(skus, 4)
    about = random.choice(
        [
            Is("region", random.choice(["EU", "US", "ASIA"])),
            Is("voltage", random.choice(["110", "230"])),
            Between("users", Decimal(random.choice([10, 50, 200]))),
        ]
    )
    laws: list[Constraint | Validation | Filter | Selection] = [
        Requires(code, "PC", Chosen(one), AnyOf((Chosen(other), Chosen(third), Chosen(fourth)))),
        Requires(code, "PC", Chosen(one), Chosen(other)),
        Requires(code, "PC", Chosen(one), about),
        Excludes(code, "PC", Chosen(one), Chosen(other)),
        Excludes(code, "PC", AllOf((Chosen(one), about)), Chosen(other)),
        Cardinality(code, "PC", tuple(random.sample(skus, 8)), maximum=4),
        Validation(code, "PC", AllOf((Chosen(one), Chosen(other), Not(Chosen(third))))),
        Filter(code, "PC", about, (one,)),
        Selection(code, "PC", AllOf((Chosen(one), Chosen(other))), (third,)),
    ]
    return random.choices(laws, weights=[4, 3, 2, 6, 3, 1, 2, 1, 1])[0]


def a_valid_start(network: Network) -> Configuration:
    """Return what a person has after thirty choices, each an open one followed by what it needs."""
    random = Random(SEED)
    configuration = mended(network, tell(network, started(network), "voltage", "230"))
    for _ in range(30):
        found = sorted(open_choices(network, configuration).options - configuration.places)
        if not found:
            break
        chosen = settle(network, choose(network, configuration, random.choice(found))).configuration
        configuration = mended(network, chosen)
    return configuration


def mended(network: Network, configuration: Configuration) -> Configuration:
    """Return the configuration with the change the solver proposes."""
    change = smallest_change(network, configuration)
    assert change is not None
    return apply(network, configuration, change)


def broken_by(network: Network, configuration: Configuration, options: int) -> Configuration:
    """Return the configuration after a file with so many more options was read over it."""
    random = Random(SEED)
    for node in random.sample(network.tree.nodes, options):
        configuration = choose(network, configuration, node.place)
    return configuration
