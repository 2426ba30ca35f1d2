"""Every module keeps every rule of the house."""

import pytest

from tests.architecture import rules
from tests.architecture.house import Module, modules

EVERYWHERE = modules("app", "ui", "packaging")
TESTS = modules("tests")


@pytest.mark.parametrize(
    "rule",
    [
        rules.opens_with_a_docstring,
        rules.is_small,
        rules.is_the_same_everywhere,
        rules.presenter_draws_nothing,
        rules.window_asks_services,
        rules.database_stays_in_the_store,
        rules.data_is_plain_text,
        rules.tool_tips_are_plain_text,
        rules.paper_is_plain_text,
        rules.counts_exactly,
        rules.silences_with_a_reason,
        rules.names_no_machine,
    ],
    ids=lambda rule: rule.__name__,
)
def test_every_module(rule):
    found = faults(rule, EVERYWHERE)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "rule", [rules.silences_with_a_reason, rules.names_no_machine], ids=lambda r: r.__name__
)
def test_every_test(rule):
    found = faults(rule, TESTS)
    assert not found, "\n".join(found)


def faults(rule, of: list[Module]) -> list[str]:
    return [fault for module in of for fault in rule(module)]
