import pytest

from app.formulas.decidable import can_be_met
from app.formulas.parsing import parse


class TestConditions:
    @pytest.mark.parametrize(
        "conditions",
        [
            ["quantity > 10", "quantity < 5"],
            ["quantity > 10", "quantity <= 10"],
            ["quantity = 3 and quantity != 3"],
            ['sku = "A"', '"B" = sku'],
            ["is_new", "not is_new"],
            ["no"],
            ["5 < 3"],
            ["(a > 5 or a > 7) and a < 2"],
            ["not (a >= 5)", "a > 6"],
            ["a > 15 %", "a < 10 %"],
            ["-1 > a", "a > -1"],
        ],
    )
    def test_that_contradict_each_other_are_never_met(self, conditions):
        assert not can_be_met(map(parse, conditions))

    @pytest.mark.parametrize(
        "conditions",
        [
            [],
            ["quantity >= 10", "quantity <= 10"],
            ["quantity > 10", "quantity < 11"],
            ['sku = "A" or sku = "B"', 'sku != "A"'],
            ["a > b", "a < b"],
            ["a + 1 > 3", "a < 2"],
            ["a > 5 or b > 5", "a < 2"],
            [
                "("
                + " or ".join(f"a = {n}" for n in range(9))
                + ") and ("
                + " or ".join(f"b = {n}" for n in range(9))
                + ")"
            ],
        ],
    )
    def test_that_might_hold_pass(self, conditions):
        assert can_be_met(map(parse, conditions))
