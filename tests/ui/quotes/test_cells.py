from decimal import Decimal

import pytest

from app.catalog.reduction import amount_off, percent_off
from app.i18n.formats import formats
from app.kernel.errors import AppError
from app.kernel.money import Currency
from tests.support.quotes import a_line
from ui.quotes.cells import Writing, discount_text, discount_typed, line_edit, percent_typed

ENGLISH = Writing(formats("en"), Currency.of("EUR"))
GERMAN = Writing(formats("de"), Currency.of("EUR"))


def edited(column, text, writing=ENGLISH, **facts):
    return line_edit(column, text, writing)(a_line(**facts))


def refusal(column, text, writing=ENGLISH) -> str:
    with pytest.raises(AppError) as refused:
        edited(column, text, writing)
    return refused.value.code


class TestQuantity:
    def test_takes_numbers_and_sums_of_this_reader(self):
        assert edited("quantity", "1,200").quantity == Decimal(1200)
        assert edited("quantity", "3*4 + 1").quantity == Decimal(13)
        assert edited("quantity", "1,5", GERMAN).quantity == Decimal("1.5")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("0", "quotes.quantity_not_positive"),
            ("-1", "quotes.quantity_not_positive"),
            ("1e999", "numbers.not_a_number"),
            ("NaN", "numbers.not_a_number"),
            ("", "numbers.not_a_number"),
            ("1,5", "numbers.group_misplaced"),
        ],
    )
    def test_refuses_what_is_no_quantity(self, text, code):
        assert refusal("quantity", text) == code

    def test_a_german_point_is_no_decimal_sign(self):
        assert refusal("quantity", "1.5", GERMAN) == "numbers.group_misplaced"


class TestPrice:
    def test_is_the_reps_own(self):
        assert edited("price", "49.90").unit_price == Decimal("49.90")

    def test_emptied_goes_back_to_the_price_book(self):
        assert edited("price", "", unit_price=Decimal(5)).unit_price is None

    def test_below_zero_is_refused(self):
        assert refusal("price", "-1") == "numbers.out_of_range"


class TestDiscount:
    @pytest.mark.parametrize("text", ["5", "5%", "5 %"])
    def test_is_a_percentage_with_or_without_its_sign(self, text):
        assert discount_typed(text, ENGLISH) == percent_off(5)

    @pytest.mark.parametrize("text", ["3 EUR", "3eur", "€3", "3 €"])
    def test_is_an_amount_off_each_unit_with_a_currency(self, text):
        assert discount_typed(text, ENGLISH) == amount_off(3, "EUR")

    def test_of_nothing_and_of_zero_are_not_the_same(self):
        assert discount_typed("", ENGLISH) is None
        assert discount_typed("0", ENGLISH) == percent_off(0)

    def test_beyond_the_whole_is_refused(self):
        assert refusal("discount", "101") == "percent.out_of_range"

    @pytest.mark.parametrize("writing", [ENGLISH, GERMAN])
    @pytest.mark.parametrize("discount", [percent_off("7.5"), amount_off("3.25", "EUR")])
    def test_typed_as_it_is_shown_is_the_same(self, discount, writing):
        assert discount_typed(discount_text(discount, writing), writing) == discount

    def test_of_another_currency_names_it(self):
        assert discount_text(amount_off(3, "USD"), ENGLISH) == "3 USD"


class TestWords:
    def test_a_direction_override_is_refused(self):
        assert refusal("name", "abc\u202edef") == "text.direction_override"

    def test_two_thousand_characters_are_the_most(self):
        assert len(edited("name", "x" * 2_000).name) == 2_000
        assert refusal("name", "x" * 2_001) == "text.too_long"

    def test_markup_stays_text(self):
        assert edited("name", "<img src=file:///x>").name == "<img src=file:///x>"


def test_a_unit_is_taken_by_its_label_code_or_name():
    assert [edited("unit", text).unit for text in ("pc", "HUR", "day", "kg")] == ["C62", "HUR", "E49", "KGM"]
    assert refusal("unit", "furlong") == "quantity.unknown_unit"


def test_a_percentage_is_read_in_the_readers_way():
    assert percent_typed("12,5 %", formats("de")).points == Decimal("12.5")
