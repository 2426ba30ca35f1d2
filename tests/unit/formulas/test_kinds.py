import pytest

from app.formulas.kinds import BARE, DAYS, MONEY, QUANTITY, RATIO, TEXT, TRUTH, UNIT_PRICE, common


class TestKinds:
    def test_a_price_times_a_quantity_is_money(self):
        assert UNIT_PRICE.times(QUANTITY) == MONEY
        assert MONEY.times(QUANTITY, -1) == UNIT_PRICE

    def test_a_quotient_of_the_same_unit_is_a_percentage(self):
        assert MONEY.times(MONEY, -1) == RATIO

    def test_a_bare_number_takes_the_unit_of_what_it_meets(self):
        assert common(BARE, MONEY) == MONEY
        assert common(QUANTITY, BARE) == QUANTITY
        assert BARE.times(BARE) == BARE

    def test_a_percentage_takes_none(self):
        assert common(RATIO, MONEY) is None
        assert common(TEXT, BARE) is None

    @pytest.mark.parametrize(
        ("kind", "words"),
        [
            (BARE, "number"),
            (RATIO, "percentage"),
            (MONEY, "money"),
            (UNIT_PRICE, "money per unit"),
            (QUANTITY, "units"),
            (DAYS, "days"),
            (TEXT, "text"),
            (TRUTH, "yes or no"),
            (QUANTITY.times(QUANTITY), "units^2"),
            (RATIO.times(DAYS, -1), "1 per day"),
        ],
    )
    def test_are_said_in_words(self, kind, words):
        assert str(kind) == words
