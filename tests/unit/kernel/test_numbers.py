from decimal import Decimal

import pytest

from app.kernel.numbers import (
    GroupMisplaced,
    NotANumber,
    NumberOutOfRange,
    NumberTooLong,
    TooManyDecimals,
    checked,
    from_scaled,
    parse_number,
    parse_sum,
    to_scaled,
)

GERMAN = {"decimal_sign": ",", "group_sign": "."}
SWISS = {"decimal_sign": ".", "group_sign": "\u2019"}
FRENCH = {"decimal_sign": ",", "group_sign": "\u202f"}


class TestParseNumber:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("1234.5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1,234,567", "1234567"),
            (" 7 ", "7"),
            ("+7", "7"),
            ("-7.25", "-7.25"),
            ("\u22127", "-7"),
            (".5", "0.5"),
            ("007", "7"),
            ("12,34,567.5", "1234567.5"),
            ("\u200e-7", "-7"),
        ],
    )
    def test_reads_english_numbers(self, text, number):
        assert parse_number(text) == Decimal(number)

    @pytest.mark.parametrize(
        ("text", "format_", "number"),
        [
            ("1.234,5", GERMAN, "1234.5"),
            ("0,5", GERMAN, "0.5"),
            ("1\u2019234.50", SWISS, "1234.50"),
            ("1'234.50", SWISS, "1234.50"),
            ("1\u202f234,5", FRENCH, "1234.5"),
            ("1\u00a0234,5", FRENCH, "1234.5"),
            ("1 234,5", FRENCH, "1234.5"),
        ],
    )
    def test_reads_the_readers_own_format(self, text, format_, number):
        assert parse_number(text, **format_) == Decimal(number)

    @pytest.mark.parametrize(
        ("text", "format_", "suggestion"),
        [
            ("1,5", {}, "1.5"),
            ("12,34", {}, "12.34"),
            ("1.5", GERMAN, "1,5"),
            ("1,2345", {}, "1.2345"),
            (",5", {}, ".5"),
            ("1.234,567", {}, "1,234.567"),
            ("1,2,3", {}, "123"),
            ("1 5", FRENCH, "15"),
        ],
    )
    def test_refuses_a_decimal_sign_of_another_locale_and_says_what_was_meant(
        self, text, format_, suggestion
    ):
        with pytest.raises(GroupMisplaced) as refusal:
            parse_number(text, **format_)

        assert refusal.value.params["suggestion"] == suggestion

    @pytest.mark.parametrize(
        "text", ["1,2,3", ",5", "1,,234", "1234,567", "1.234,567", "1,23,45", "12,345,67"]
    )
    def test_refuses_separators_where_no_group_ends(self, text):
        with pytest.raises(GroupMisplaced):
            parse_number(text)

    @pytest.mark.parametrize(
        "text",
        [
            "", " ", "-", "+", ".", "5.", "1e9", "1e999", "NaN", "sNaN", "Infinity", "-inf", "1_000", "0x1F",
            "\uff11\uff12", "\u0661", "--5", "5-", "1 000", "12a", "1.2.3", "$5", "\u00bd",
        ],
    )  # fmt: skip
    def test_refuses_what_is_no_number(self, text):
        with pytest.raises(NotANumber):
            parse_number(text)

    def test_refuses_groups_where_the_format_has_none(self):
        with pytest.raises(NotANumber):
            parse_number("1,234", group_sign="")

    @pytest.mark.parametrize("length", [40, 41])
    def test_takes_40_characters_and_no_more(self, length):
        text = "0" * length
        if length == 40:
            assert parse_number(text) == 0
        else:
            with pytest.raises(NumberTooLong):
                parse_number(text)

    def test_never_gives_a_negative_zero(self):
        assert str(parse_number("-0")) == "0"

    @pytest.mark.parametrize("text", ["1.25", "1.250"])
    def test_takes_the_decimals_of_the_field(self, text):
        assert parse_number(text, scale=2) == Decimal("1.25")

    def test_refuses_one_decimal_more(self):
        with pytest.raises(TooManyDecimals) as refusal:
            parse_number("1.255", scale=2)

        assert refusal.value.params == {"number": Decimal("1.255"), "decimals": 2}

    @pytest.mark.parametrize("text", ["0", "100"])
    def test_takes_both_ends_of_its_range(self, text):
        assert parse_number(text, low=Decimal(0), high=Decimal(100)) == Decimal(text)

    @pytest.mark.parametrize("text", ["-0.01", "100.01"])
    def test_refuses_what_lies_outside(self, text):
        with pytest.raises(NumberOutOfRange) as refusal:
            parse_number(text, low=Decimal(0), high=Decimal(100))

        assert (refusal.value.params["low"], refusal.value.params["high"]) == (0, 100)

    def test_refuses_what_the_store_cannot_hold(self):
        with pytest.raises(NumberOutOfRange):
            parse_number("9223372036854.775808")


class TestChecked:
    @pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity"])
    def test_refuses_what_is_not_finite(self, number):
        with pytest.raises(NotANumber):
            checked(Decimal(number))

    @pytest.mark.parametrize("number", ["1E+999999", "-1E+40"])
    def test_refuses_absurd_exponents(self, number):
        with pytest.raises(NumberOutOfRange):
            checked(Decimal(number))

    def test_refuses_absurdly_small_numbers(self):
        with pytest.raises(TooManyDecimals):
            checked(Decimal("1E-999999"))


class TestScaledIntegers:
    @pytest.mark.parametrize(
        ("number", "scale", "integer"), [("1.5", 6, 1500000), ("-0.01", 2, -1), ("1E+2", 0, 100)]
    )
    def test_hold_exact_decimals(self, number, scale, integer):
        assert to_scaled(Decimal(number), scale) == integer
        assert from_scaled(integer, scale) == Decimal(number)

    def test_refuse_a_finer_number(self):
        with pytest.raises(TooManyDecimals):
            to_scaled(Decimal("0.0000001"), 6)

    @pytest.mark.parametrize("integer", [2**63, -(2**63)])
    def test_refuse_what_64_bits_do_not_hold(self, integer):
        with pytest.raises(NumberOutOfRange):
            from_scaled(integer, 2)

    @pytest.mark.parametrize("number", ["9223372036854.775807", "-9223372036854.775807"])
    def test_hold_both_ends(self, number):
        assert from_scaled(to_scaled(Decimal(number), 6), 6) == Decimal(number)


class TestParseSum:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("3*49.90", "149.70"),
            ("2*3+4*5-1", "25"),
            ("-5+3", "-2"),
            ("\u22122*3", "-6"),
            ("2 \u00d7 1,000", "2000"),
            ("7", "7"),
            ("0.1*0.1", "0.01"),
        ],
    )
    def test_adds_products(self, text, value):
        assert parse_sum(text) == Decimal(value)

    def test_reads_the_readers_own_format(self):
        assert parse_sum("3*49,90", **GERMAN) == Decimal("149.70")

    @pytest.mark.parametrize(
        "text", ["", "+", "-", "*3", "3*", "3**2", "3*-2", "5-", "(1)", "6/2", "2^3", "abs(1)"]
    )
    def test_refuses_what_is_no_sum(self, text):
        with pytest.raises(NotANumber):
            parse_sum(text)

    def test_refuses_a_decimal_sign_of_another_locale(self):
        with pytest.raises(GroupMisplaced):
            parse_sum("2*1,5")

    def test_refuses_a_value_finer_than_the_field_and_does_not_round_it(self):
        with pytest.raises(TooManyDecimals):
            parse_sum("3*0.005", scale=2)

    def test_refuses_a_value_out_of_range(self):
        with pytest.raises(NumberOutOfRange):
            parse_sum("50*3", high=Decimal(100))

    @pytest.mark.parametrize("length", [199, 201])
    def test_takes_200_characters_and_no_more(self, length):
        text = "0" + "+1" * (length // 2)
        if length < 200:
            assert parse_sum(text) == 99
        else:
            with pytest.raises(NumberTooLong):
                parse_sum(text)
