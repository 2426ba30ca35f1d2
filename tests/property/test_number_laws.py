import string
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.numbers import GroupMisplaced, from_scaled, parse_number, parse_sum, to_scaled

numbers = st.decimals(-(10**12), 10**12, places=6)
formats = st.sampled_from(
    [(".", ","), (",", "."), (".", "\u2019"), (",", "\u202f"), (",", "\u00a0"), (".", "")]
)
signs = string.printable + "\u2212\u00a0\u202f\u2019\u0661\uff11\u00bd\u200f"


def written(number, decimal_sign, group_sign):
    return f"{number:,f}".translate({ord(","): group_sign, ord("."): decimal_sign})


@given(numbers, formats)
def test_what_is_written_is_read_back(number, signs):
    decimal_sign, group_sign = signs

    text = written(number, decimal_sign, group_sign)

    assert parse_number(text, decimal_sign=decimal_sign, group_sign=group_sign) == number


@given(numbers)
def test_the_plain_spelling_is_read_back(number):
    assert parse_number(plain(number)) == number


@given(numbers)
def test_equal_numbers_have_one_plain_spelling(number):
    assert plain(number) == plain(number.normalize()) == plain(number + Decimal("0.000000000"))


@given(st.integers(1, 999), st.from_regex("[0-9]{1,2}", fullmatch=True))
def test_a_foreign_decimal_sign_before_one_or_two_decimals_is_never_read_as_a_group(whole, decimals):
    with pytest.raises(GroupMisplaced) as refusal:
        parse_number(f"{whole},{decimals}")

    assert refusal.value.params["suggestion"] == f"{whole}.{decimals}"


@example("1e999")
@example("NaN")
@given(st.text(st.sampled_from(signs), max_size=45))
def test_any_text_is_a_finite_number_or_a_refusal(text):
    for parse in (parse_number, parse_sum):
        try:
            number = parse(text)
        except RuleViolation:
            continue
        assert number.is_finite()
        assert number == round(number, 6)
        assert str(number) != "-0"


@given(st.lists(st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=3), min_size=1, max_size=4))
def test_a_sum_is_what_arithmetic_says(terms):
    text = "+".join("*".join(map(str, factors)) for factors in terms)
    expected = Decimal(0)
    for factors in terms:
        product = Decimal(1)
        for factor in factors:
            product *= factor
        expected += product

    assert parse_sum(text) == expected


@given(st.integers(-(2**63) + 1, 2**63 - 1), st.integers(0, 6))
def test_scaled_integers_come_back(integer, scale):
    assert to_scaled(from_scaled(integer, scale), scale) == integer
