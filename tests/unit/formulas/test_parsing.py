import pytest

from app.formulas.faults import (
    ComparisonChained,
    EndsTooEarly,
    FormulaEmpty,
    TextNotClosed,
    TooDeep,
    TooManyDigits,
    Unexpected,
    UnknownCharacter,
)
from app.formulas.parsing import DEEPEST, parse
from app.formulas.tokens import LONGEST_FORMULA
from app.formulas.tree import Binary, Field, Number, Suffix, Unary
from app.kernel.text import ControlCharacter, TextTooLong


def place_of(text, fault):
    with pytest.raises(fault) as refusal:
        parse(text)
    params = refusal.value.params
    return params["offset"], params["line"], params["column"]


class TestReading:
    def test_products_hold_more_strongly_than_sums(self):
        assert parse("a + b * c") == parse("a + (b * c)")
        assert parse("a + b * c") != parse("(a + b) * c")

    def test_operators_of_one_strength_go_from_left_to_right(self):
        assert parse("a - b - c") == parse("(a - b) - c")
        assert parse("a / b * c") == parse("(a / b) * c")

    def test_and_holds_more_strongly_than_or_and_not_more_than_both(self):
        assert parse("not a and b or c") == parse("((not a) and b) or c")

    def test_not_takes_a_whole_comparison(self):
        assert parse("not a = b") == parse("not (a = b)")

    def test_a_number_says_what_it_is_of(self):
        assert parse("15 %") == Number(parse("15").value, Suffix.PERCENT)
        assert parse("12 months").suffix is Suffix.MONTHS
        assert parse("12").suffix is Suffix.BARE

    def test_a_minus_stands_before_a_value(self):
        assert parse("-a * b") == Binary("*", Unary("-", Field("a")), Field("b"))

    def test_a_text_may_hold_a_quotation_mark(self):
        assert parse('"19"" rack"').value == '19" rack'

    def test_a_name_may_have_parts(self):
        assert parse("customer.segment") == Field("customer.segment")


class TestRefusing:
    @pytest.mark.parametrize(
        ("text", "fault", "place"),
        [
            ("", FormulaEmpty, (0, 1, 1)),
            ("  \n ", FormulaEmpty, (0, 1, 1)),
            ("a + ", EndsTooEarly, (3, 1, 4)),
            ("(a", EndsTooEarly, (2, 1, 3)),
            ("a\n+ ?", UnknownCharacter, (4, 2, 3)),
            ("a b", Unexpected, (2, 1, 3)),
            ("10**10**10", Unexpected, (3, 1, 4)),
            ("a and\nor b", Unexpected, (6, 2, 1)),
            ("months", Unexpected, (0, 1, 1)),
            ('a = "x', TextNotClosed, (4, 1, 5)),
            ("1 < a < 5", ComparisonChained, (6, 1, 7)),
            ("1" * 25, TooManyDigits, (0, 1, 1)),
            ("min(1, 2", EndsTooEarly, (8, 1, 9)),
        ],
    )
    def test_names_the_place_and_the_reason(self, text, fault, place):
        assert place_of(text, fault) == place

    @pytest.mark.parametrize(
        "text",
        [
            "(" * 1_900,
            "(" * 900 + "1" + ")" * 900,
            "-" * 1_900 + "1",
            "not " * 480 + "yes",
            "+".join("a" * 900),
            "if(yes," * 270,
        ],
        ids=["open", "closed", "minus", "not", "sum", "if"],
    )
    def test_nesting_nobody_can_read_is_too_deep(self, text):
        place_of(text, TooDeep)

    def test_a_formula_of_ten_thousand_parentheses_is_too_long(self):
        with pytest.raises(TextTooLong):
            parse("(" * 10_000 + "1" + ")" * 10_000)

    def test_a_character_nobody_sees_is_refused(self):
        with pytest.raises(ControlCharacter):
            parse("a\0b")

    def test_both_sides_of_the_limits(self):
        assert parse("+".join("a" * DEEPEST)).depth == DEEPEST
        place_of("+".join("a" * (DEEPEST + 1)), TooDeep)
        assert parse("a" * LONGEST_FORMULA) == Field("a" * LONGEST_FORMULA)
