from dataclasses import replace
from uuid import UUID

import pytest

from app.catalog.lookup_table import Column
from app.catalog.price_rule import Match, PriceRuleCase, Summary, Target
from app.catalog.selector import Selector
from app.catalog.texts import Texts
from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_json
from app.pricing.plain import PlainUnreadable, price_rules_from_plain, price_rules_to_plain
from tests.support.catalog import valid
from tests.support.price_rules import a_rule, a_sum, a_table

NO_ID = UUID(int=0)

FULL = replace(
    a_rule("FULL", 0, "n > 1", 'sku = "A""1"', special_price="list_price * 0.9", markup="5 %"),
    id=NO_ID,
    names=Texts.only("Full"),
    match=Match.ANY,
    variables=(a_sum("n", Summary.COUNT), a_sum("q", Summary.MAX, "quantity", "list_price > 5")),
    selector=Selector.of(skus=["A-1"], categories=["X/Y"], books=["LIST"], customers=["C1"]),
    validity=valid("2026-01-01", "2026-12-31"),
    currency="EUR",
    cases=(
        PriceRuleCase("ten", (("quantity", "10"),), ((Target.MARKUP, "5 %"),)),
        PriceRuleCase("none", (), ()),
    ),
    version=4,
)
PLAIN = replace(a_rule("PLAIN", -3, cost="list_price / 2"), id=NO_ID)
BANDS = replace(a_table(), id=NO_ID, names=Texts.only("Freight"), version=2)
TEXTS = replace(
    a_table("T", ("", "1.5", "low"), keys=(("a", Column.TEXT), ("b", Column.NUMBER)), value=Column.TEXT),
    id=NO_ID,
)


def there_and_back(rules, tables):
    return price_rules_from_plain(parse_json(canonical_json(price_rules_to_plain(rules, tables))))


class TestRoundTrip:
    def test_of_everything_a_rule_can_say(self):
        assert there_and_back((FULL, PLAIN), ()) == ((FULL, PLAIN), ())

    def test_of_tables(self):
        assert there_and_back((), (BANDS, TEXTS)) == ((), (BANDS, TEXTS))

    def test_of_nothing(self):
        assert there_and_back((), ()) == ((), ())

    def test_a_draft_with_a_fault_is_kept(self):
        draft = replace(PLAIN, conditions=("quantity >",))
        assert there_and_back((draft,), ())[0] == (draft,)


class TestReading:
    @pytest.mark.parametrize(
        ("value", "where"),
        [
            ({"price_rules": [{"code": "R"}]}, "price_rules[0].order"),
            ({"price_rules": [{"code": "R", "order": 1}]}, "price_rules[0]"),
            (
                {"price_rules": [{"code": "R", "order": 1, "actions": [{"field": "net", "formula": "1"}]}]},
                "price_rules[0].actions[0].field",
            ),
            ({"lookup_tables": [{"code": "T", "value": "money"}]}, "lookup_tables[0]"),
            ({"lookup_tables": [{"code": "T"}]}, "lookup_tables[0].value"),
            (
                {
                    "lookup_tables": [
                        {
                            "code": "T",
                            "value": "text",
                            "keys": [{"name": "a", "column": "text"}],
                            "rows": [{"keys": [{"is": "x"}, {"is": "y"}], "value": "z"}],
                        }
                    ]
                },
                "lookup_tables[0]",
            ),
        ],
    )
    def test_names_the_place_of_what_it_cannot_read(self, value, where):
        with pytest.raises(PlainUnreadable) as refusal:
            price_rules_from_plain(value)
        assert refusal.value.params["where"] == where
