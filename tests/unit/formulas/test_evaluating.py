import pytest

from app.formulas.checking import TableShape, check
from app.formulas.evaluating import (
    CURRENCY_DECIMALS,
    PRICE_DECIMALS,
    compiled,
    evaluate,
    value_text,
)
from app.formulas.faults import DivisionByZero, LookupMissed, ValueMissing
from app.formulas.kinds import QUANTITY, RATIO, TEXT, TRUTH, UNIT_PRICE
from app.formulas.parsing import parse

FIELDS = {"price": UNIT_PRICE, "cost": UNIT_PRICE, "quantity": QUANTITY, "sku": TEXT, "is_new": TRUTH}
LINE = {"price": (100, 1), "cost": None, "quantity": (7, 2), "sku": "A-1", "is_new": True}
TABLES = {"T": TableShape((TEXT,), RATIO)}


def value_of(text, **changes):
    formula = check(parse(text), FIELDS, TABLES)
    return value_text(evaluate(formula, {**LINE, **changes}, {"T": {("A-1",): (1, 10)}.get}))


class TestValues:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("price * (1 - 15 %)", "85"),
            ("price / 3", "100/3"),
            ("price / 3 * 3", "100"),
            ("price * quantity", "350"),
            ("-price + 1", "-99"),
            ("price / -4", "-25"),
            ("0.1 + 0.2 = 0.3", "yes"),
            ("min(price, 5, 7) + max(price, 5)", "105"),
            ("abs(1 - price)", "99"),
            ("if(quantity > 3, 5 %, 0)", "0.05"),
            ('sku = "A-1" and not sku != "A-1"', "yes"),
            ("is_new = no", "no"),
            ("1 >= 1 and 1 <= 1 and not 1 < 1 and not 1 > 1", "yes"),
            ('lookup("T", sku)', "0.1"),
            ("sku", "A-1"),
            ("round_currency(price / 3)", "33.33"),
            ("round_price(price / 3)", "33.3333"),
            ("round_currency(-0.005)", "-0.01"),
            ("known(cost)", "no"),
        ],
    )
    def test_are_exact(self, text, value):
        assert value_of(text) == value

    def test_round_as_the_document_says(self):
        formula = check(parse("round_currency(price) + round_price(price)"), FIELDS)
        scales = {CURRENCY_DECIMALS: (0, 1), PRICE_DECIMALS: (1, 1)}
        assert compiled(formula)({"price": (25, 4), **scales}) == (123, 10)

    def test_what_is_not_asked_for_is_not_computed(self):
        assert value_of("if(known(cost), cost, price)") == "100"
        assert value_of("is_new or cost > 5") == "yes"
        assert value_of("not is_new and cost > 5") == "no"


class TestFaults:
    def test_a_divisor_of_zero_has_its_place(self):
        with pytest.raises(DivisionByZero) as refusal:
            value_of("price / (quantity - quantity)")
        assert refusal.value.place.offset == 18

    def test_a_field_that_is_not_known(self):
        with pytest.raises(ValueMissing) as refusal:
            value_of("price - cost")
        assert refusal.value.params["name"] == "cost"

    def test_a_miss_is_no_silent_default(self):
        with pytest.raises(LookupMissed) as refusal:
            value_of('price * lookup("T", sku)', sku="B-2")
        assert refusal.value.params["keys"] == "B-2"
