import pytest

from app.configurator.conditions import ALWAYS, Chosen
from app.configurator.rules import Alert, Filter, RuleWithoutEffect, Selection, Validation


@pytest.mark.parametrize(
    "make",
    [
        lambda: Validation("R", "PC", ALWAYS),
        lambda: Alert("R", "PC", ALWAYS),
        lambda: Selection("R", "PC"),
        lambda: Selection("R", "PC", Chosen("A"), adds=("B", "C"), removes=("C",)),
        lambda: Filter("R", "PC", Chosen("A"), ()),
    ],
)
def test_a_rule_without_an_effect_is_refused_by_name(make):
    with pytest.raises(RuleWithoutEffect) as refusal:
        make()
    assert refusal.value.params == {"rule": "R"}
