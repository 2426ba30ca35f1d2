from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import AppError
from app.kernel.numbers import parse_number
from ui.widgets.sums import LONGEST, SumUnreadable, calculate


def english(text: str) -> Decimal:
    return parse_number(text)


def german(text: str) -> Decimal:
    return parse_number(text, decimal_sign=",", group_sign=".")


class TestU8Sums:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("3*49.90", "149.70"),
            ("3 x 49.90 + 5", "154.70"),
            ("100 - 10 - 5", "85.00"),
            ("2*(10+5)", "30.00"),
            ("10/3", "3.33"),
            ("10:4", "2.50"),
            ("-5+8", "3.00"),
            ("2*-3", "-6.00"),
            ("1,200+0.5", "1200.50"),
            ("0.005*1", "0.01"),
        ],
    )
    def test_are_calculated_by_the_usual_precedence(self, text, value):
        assert calculate(text, english, 2) == Decimal(value)

    def test_take_the_users_number_format(self):
        assert calculate("3*49,90", german, 2) == Decimal("149.70")
        assert calculate("1.200,50+1", german, 2) == Decimal("1201.50")

    def test_a_single_number_is_not_rounded(self):
        assert calculate("-0.3335", english, 2) == Decimal("-0.3335")

    @pytest.mark.parametrize(
        "text",
        [
            "3*",
            "*3",
            "(3",
            "3)",
            "3**2",
            "1/0",
            "3+x",
            "((((((((((((1))))))))))))",
            "9" * 40 + "*9",
            "a*b",
            "()",
        ],
    )
    def test_what_is_none_is_refused(self, text):
        with pytest.raises(AppError):
            calculate(text, english, 2)

    def test_a_number_that_would_be_refused_alone_is_refused_in_a_sum(self):
        with pytest.raises(AppError):
            calculate("1,5*2", english, 2)

    def test_absurdly_long_ones_are_refused_at_once(self):
        with pytest.raises(SumUnreadable):
            calculate("1+" * LONGEST, english, 2)

    def test_absurdly_large_ones_are_refused(self):
        with pytest.raises(SumUnreadable):
            calculate("*".join(["999999999999"] * 6), english, 2)


@given(st.lists(st.integers(-999, 999), min_size=1, max_size=8))
def test_a_sum_is_what_python_says(parts):
    text = " + ".join(f"({part})" for part in parts)

    assert calculate(text, english, 2) == Decimal(sum(parts))


@given(st.text(alphabet="0123456789.,+-*/()x: abc=_\u2212", max_size=LONGEST))
def test_any_text_is_a_number_or_a_refusal(text):
    try:
        value = calculate(text, english, 2)
    except AppError:
        return
    assert value.is_finite()
