from decimal import Decimal

import pytest

from app.configurator.conditions import ALWAYS, AllOf, AnyOf, Between, Chosen, Is, Not, OneOf
from app.configurator.plain import condition_from_plain, condition_to_plain
from app.kernel.canonical import canonical_json
from app.kernel.fields import PlainUnreadable
from app.kernel.json_text import parse_json

DEEP = Not(AnyOf((AllOf((Not(AllOf((Not(Chosen("Ä/1")),))), Is("size", "S"))), Chosen("B"))))


@pytest.mark.parametrize(
    "condition",
    [
        Is("region", "EU"),
        Is("outdoor", False),
        Is("users", Decimal("5.50")),
        OneOf("size", ("5", Decimal(5), True)),
        Between("users", Decimal(1), Decimal("9.25")),
        Between("users", high=Decimal(0)),
        Chosen("A"),
        ALWAYS,
        DEEP,
    ],
)
def test_a_condition_comes_back(condition):
    assert condition_from_plain(parse_json(canonical_json(condition_to_plain(condition)))) == condition


@pytest.mark.parametrize(
    ("plain", "where"),
    [
        ({}, "$"),
        ({"is": {}, "not": {}}, "$"),
        ({"maybe": {}}, "$"),
        ({"is": {"attribute": "a"}}, "is.value.number"),
        ({"is": {"attribute": "a", "value": {"number": "x"}}}, "is.value.number"),
        ({"all": [{"chosen": {}}]}, "all[0].chosen.sku"),
        ({"not": {"any": []}}, "not"),
        ({"between": {"attribute": "a"}}, "$"),
    ],
)
def test_what_is_no_condition_names_its_place(plain, where):
    with pytest.raises(PlainUnreadable) as refused:
        condition_from_plain(plain)
    assert refused.value.params["where"] == where
