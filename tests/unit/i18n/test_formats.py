"""Numbers, money and dates as readers of several countries write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from app.i18n.formats import formats
from app.kernel.money import Currency, Money


def money(amount: str, code: str = "EUR") -> Money:
    return Money(Decimal(amount), Currency.of(code))


class TestMoney:
    @pytest.mark.parametrize(
        ("locale", "written"),
        [
            ("en", "€1,234,567.50"),
            ("de", "1.234.567,50\u00a0€"),
            ("de_CH", "EUR\u00a01’234’567.50"),
            ("fr", "1\u202f234\u202f567,50\u00a0€"),
            ("en_IN", "€12,34,567.50"),
            ("sv", "1\u00a0234\u00a0567,50\u00a0€"),
        ],
    )
    def test_is_written_as_the_locale_does(self, locale, written):
        assert formats(locale).money(money("1234567.5")) == written

    def test_keeps_the_decimals_of_the_currency(self):
        assert formats("en").amount(money("1200", "JPY")) == "1,200"
        assert formats("en").amount(money("1.5", "KWD")) == "1.500"

    def test_parts_a_letter_code_from_the_digits(self):
        assert formats("en").money(money("5", "CHF")) == "CHF\u00a05.00"

    def test_writes_no_minus_before_a_zero(self):
        assert formats("en").amount(money("-0.004")) == "0.00"
        assert formats("en").amount(money("-0.005")) == "-0.01"

    def test_refuses_a_number_without_a_size(self):
        with pytest.raises(ValueError, match="finite"):
            formats("en").number(Decimal("NaN"))


class TestNumber:
    def test_shows_only_the_decimals_it_has(self):
        assert formats("de").number(Decimal("1234.500")) == "1.234,5"
        assert formats("de").number(Decimal("1234")) == "1.234"

    def test_is_rounded_half_away_from_zero_at_the_most_decimals(self):
        assert formats("en").number(Decimal("0.1234565"), high=6) == "0.123457"
        assert formats("en").number(Decimal("-2.5"), high=0) == "-3"

    def test_a_price_has_at_least_the_decimals_of_its_currency(self):
        eur = Currency.of("EUR")
        assert formats("en").price(Decimal("3"), eur) == "3.00"
        assert formats("en").price(Decimal("38.5434"), eur) == "38.5434"

    @pytest.mark.parametrize(("locale", "written"), [("en", "7.5%"), ("de", "7,5\u00a0%")])
    def test_a_percentage_stands_as_the_locale_writes_it(self, locale, written):
        assert formats(locale).percent(Decimal("0.075")) == written


class TestTypedNumber:
    def test_a_plain_space_groups_where_the_locale_groups_by_a_special_one(self):
        assert formats("fr").typed("1 234,5") == "1\u202f234,5"

    def test_its_own_output_can_be_typed_again(self):
        for locale in ("en", "de", "fr", "sv", "de_CH", "he"):
            form = formats(locale)
            written = form.typed(form.number(Decimal("-1234567.5")))
            back = written.replace(form.group_sign, "").replace(form.decimal_sign, ".")
            assert Decimal(back) == Decimal("-1234567.5")


class TestDate:
    DAY = date(2026, 3, 5)

    @pytest.mark.parametrize(
        ("locale", "medium", "figures", "long", "month"),
        [
            ("en_GB", "5 Mar 2026", "05/03/2026", "5 March 2026", "March 2026"),
            ("de", "05.03.2026", "05.03.2026", "5. März 2026", "März 2026"),
        ],
    )
    def test_is_written_as_the_locale_does(self, locale, medium, figures, long, month):
        form = formats(locale)
        assert (
            form.date(self.DAY),
            form.date_short(self.DAY),
            form.date_long(self.DAY),
            form.month(self.DAY),
        ) == (
            medium,
            figures,
            long,
            month,
        )

    def test_a_period_names_both_of_its_days(self):
        assert formats("de").period(self.DAY, date(2026, 4, 4)) == "05.03.2026 – 04.04.2026"

    def test_an_instant_has_hours_and_minutes(self):
        assert formats("de").instant(datetime(2026, 3, 5, 14, 5)) == "05.03.2026, 14:05"  # noqa: DTZ001 - local already


class TestLocale:
    def test_an_unknown_one_reads_as_english(self):
        assert formats("tlh_QX").locale == "en"
        assert formats("xx").money(money("1")) == "€1.00"

    def test_a_web_style_code_is_understood(self):
        assert formats("pt-BR").decimal_sign == ","

    def test_a_country_has_its_name(self):
        assert formats("de").country("CH") == "Schweiz"
        assert formats("de").country("ZZ9") == "ZZ9"

    def test_a_currency_has_its_sign(self):
        assert formats("en").currency_sign("EUR") == "€"
