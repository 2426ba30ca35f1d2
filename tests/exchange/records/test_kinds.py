from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.product import ChargeType
from app.exchange.records import kinds
from app.exchange.records.fields import REQUIRED, Forms
from app.exchange.records.kinds import NotWhole, UnknownChoice
from app.exchange.values.number_form import NumberForm
from app.exchange.values.percents import PercentUnclear
from app.kernel.errors import AppError
from app.kernel.numbers import NumberOutOfRange, TooManyDecimals
from app.kernel.text import ControlCharacter, DirectionOverride, TextTooLong

POINT, COMMA = Forms(), Forms(NumberForm(","))


def one_by_one(kind, cells, forms, blank):
    """Return what reading cell by cell gives, None where a cell is refused."""
    try:
        return [blank if cell == "" and blank is not REQUIRED else kind.read(cell, forms) for cell in cells]
    except AppError:
        return None


class TestNumber:
    price = kinds.number(low=Decimal(0))

    @pytest.mark.parametrize("cell", ["12.50", Decimal("12.5"), " 12.50 ", "1,234.5"])
    def test_reads_texts_and_numbers(self, cell):
        assert self.price.read(cell, POINT) in {Decimal("12.5"), Decimal("1234.5")}

    def test_reads_the_form_of_its_column(self):
        assert self.price.read("1.234,56", COMMA) == Decimal("1234.56")
        assert self.price.read("1 234,56", COMMA) == Decimal("1234.56")

    @pytest.mark.parametrize(
        "cell", ["1e999", "NaN", "inf", "Infinity", "-1", "1_000", "0x10", "1" * 41, date(2026, 1, 1)]
    )
    def test_refuses_what_is_no_price(self, cell):
        with pytest.raises(AppError):
            self.price.read(cell, POINT)

    @pytest.mark.parametrize("cell", [Decimal("1E+300"), Decimal("-0.01")])
    def test_refuses_numbers_out_of_range(self, cell):
        with pytest.raises(NumberOutOfRange):
            self.price.read(cell, POINT)

    def test_refuses_more_decimals_than_are_kept(self):
        with pytest.raises(TooManyDecimals):
            self.price.read("0.1234567", POINT)

    digits = st.text("0123456789.,- ", max_size=9)

    @given(
        cells=st.lists(
            digits | st.decimals(0, 10**14, places=7).map(str) | st.decimals(0, 9999, places=2).map(str),
            max_size=6,
        ),
        forms=st.sampled_from([POINT, COMMA]),
        blank=st.sampled_from([REQUIRED, None, Decimal(1)]),
        bounds=st.sampled_from([{}, {"low": Decimal(0)}, {"high": Decimal(100)}, {"scale": 2}, {"scale": 0}]),
    )
    def test_all_at_once_is_the_same_as_one_by_one(self, cells, forms, blank, bounds):
        kind = kinds.number(**bounds)
        at_once = kind.at_once(cells, forms, blank)
        assert at_once is None or at_once == one_by_one(kind, cells, forms, blank)

    def test_reads_a_plain_column_at_once(self):
        assert self.price.at_once(("1", "2.50", ""), POINT, None) == [1, Decimal("2.5"), None]
        assert self.price.at_once(("1", ""), POINT, REQUIRED) is None
        assert kinds.number(high=Decimal(2)).at_once(("3",), POINT, REQUIRED) is None


class TestName:
    kind = kinds.name("name", 10)

    def test_leaves_blanks_around_out(self):
        assert self.kind.read("  Bolt ", POINT) == "Bolt"

    def test_reads_a_number_as_it_was_meant(self):
        assert self.kind.read(Decimal("10115.0"), POINT) == "10115"

    def test_keeps_markup_as_the_text_it_is(self):
        assert (
            kinds.name("name").read("<img src=file:///etc/passwd>", POINT) == "<img src=file:///etc/passwd>"
        )

    @pytest.mark.parametrize(
        ("text", "refusal"),
        [
            ("x" * 10_000, TextTooLong),
            ("a\nb", ControlCharacter),
            ("a\u202eb", DirectionOverride),
            ("\ud800", ControlCharacter),
        ],
    )
    def test_refuses_what_no_name_holds(self, text, refusal):
        with pytest.raises(refusal):
            self.kind.read(text, POINT)

    @given(
        cells=st.lists(st.text(max_size=12) | st.text("ab e\u0301\u00e9\u200f", max_size=12), max_size=4),
        blank=st.sampled_from(["", REQUIRED]),
    )
    def test_all_at_once_is_the_same_as_one_by_one(self, cells, blank):
        at_once = self.kind.at_once(cells, POINT, blank)
        assert at_once is None or list(at_once) == one_by_one(self.kind, cells, POINT, blank)

    def test_reads_a_plain_column_at_once(self):
        assert self.kind.at_once(("Bolt", "Größe", ""), POINT, "") == ["Bolt", "Größe", ""]


class TestOtherKinds:
    def test_percent_does_not_guess_what_a_fraction_means(self):
        percent = kinds.percent()
        assert percent.at_once(("5", "0", "100"), POINT, None) == [5, 0, 100]
        assert percent.at_once(("5", "0.05"), POINT, None) is None
        with pytest.raises(PercentUnclear):
            percent.read("0.05", POINT)

    def test_percent_takes_its_sign(self):
        percent = kinds.percent()
        assert percent.read("12.5 %", POINT) == Decimal("12.5")
        with pytest.raises(NumberOutOfRange):
            percent.read("101 %", POINT)

    def test_whole_refuses_decimals(self):
        assert kinds.whole(low=1, high=12).read("12.0", POINT) == 12
        with pytest.raises(NotWhole):
            kinds.whole(low=1, high=12).read("1.5", POINT)

    def test_choice_knows_its_words_and_names_them(self):
        kind = kinds.choice(ChargeType, {"Abo": ChargeType.RECURRING})
        assert kind.read("ABO", POINT) is ChargeType.RECURRING
        assert kind.read("one_time", POINT) is ChargeType.ONE_TIME
        with pytest.raises(UnknownChoice) as refusal:
            kind.read("never", POINT)
        assert refusal.value.params["choices"] == ("one_time", "recurring")

    def test_text_keeps_its_lines_and_blanks(self):
        assert kinds.text("notes").read(" one\r\n two ", POINT) == " one\n two "

    def test_currency_is_a_code(self):
        assert kinds.CURRENCY.read(" eur ", POINT) == "EUR"
        with pytest.raises(AppError):
            kinds.CURRENCY.read("EURO", POINT)
