from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.product import Cost, TaxClass
from app.company.margin_goals import MarginGoals
from app.i18n.formats import formats
from app.kernel.money import Currency, Money
from app.quotes.lines import LineRole
from tests.support.pricing import an_article
from tests.support.quotes import a_line, a_quote
from tests.support.ui_quotes import priced_by
from ui.kit.tokens import Tone
from ui.quotes.shown_totals import shown_margin, shown_totals

EUR = Currency.of("EUR")
ENGLISH = formats("en")


def costing(cost: str, sku: str = "SKU-1"):
    return an_article("100", sku, costs=(Cost(Decimal(cost), EUR),))


def lines_of(priced, country="DE"):
    return [(line.text, line.amount) for line in shown_totals(priced, country, ENGLISH).lines]


class TestTotals:
    def test_are_those_of_the_core(self):
        priced = priced_by(a_quote(a_line(1, quantity="3")), *an_article("100", "SKU-1"))

        shown = shown_totals(priced, "DE", ENGLISH)

        assert lines_of(priced) == [("Net", "300.00"), ("VAT 19%", "57.00")]
        assert (shown.total.text, shown.total.amount) == ("Total", "€357.00")

    def test_name_the_base_of_each_of_several_rates(self):
        reduced = an_article("50", "SKU-2", tax_class=TaxClass.REDUCED)

        priced = priced_by(a_quote(a_line(1), a_line(2)), *an_article("100", "SKU-1"), *reduced)

        assert lines_of(priced) == [
            ("Net", "150.00"),
            ("VAT 19% of 100.00", "19.00"),
            ("VAT 7% of 50.00", "3.50"),
        ]

    def test_show_a_lump_sum(self):
        quote = replace(a_quote(a_line(1)), document_discount=Money(Decimal(10), EUR))

        assert lines_of(priced_by(quote, *an_article("100", "SKU-1")))[:3] == [
            ("Sum of lines", "100.00"),
            ("Lump sum discount", "-10.00"),
            ("Net", "90.00"),
        ]

    def test_keep_options_beside_the_total(self):
        quote = a_quote(a_line(1), a_line(2, role=LineRole.OPTIONAL))

        priced = priced_by(quote, *an_article("100", "SKU-1"), *an_article("50", "SKU-2"))

        assert lines_of(priced)[-1] == ("Options of 50.00 not included", "")
        assert shown_totals(priced, "DE", ENGLISH).total.amount == "€119.00"

    def test_call_the_tax_what_the_seller_calls_it(self):
        priced = priced_by(a_quote(a_line(1)), *an_article("100", "SKU-1"))

        assert lines_of(priced, "US")[1][0] == "Sales tax 19%"


class TestMargin:
    def test_is_said_in_figures_and_words(self):
        margin = shown_margin(priced_by(a_quote(a_line(1)), *costing("75")), ENGLISH)

        assert (margin.amount, margin.percent, margin.share) == ("€25.00", "25%", 250)
        assert (margin.words, margin.tone) == ("Above cost of €75.00", Tone.GOOD)

    def test_below_cost_says_what_is_lost(self):
        margin = shown_margin(priced_by(a_quote(a_line(1, discount="50")), *costing("75")), ENGLISH)

        assert (margin.words, margin.tone) == ("Below cost: this quote loses €25.00", Tone.BAD)

    @pytest.mark.parametrize(
        ("cost", "words", "tone"),
        [
            ("85.01", "Below the floor of 15%", Tone.BAD),
            ("85", "Below the target of 30%", Tone.WARN),
            ("70.01", "Below the target of 30%", Tone.WARN),
            ("70", "The target of 30% is reached", Tone.GOOD),
        ],
    )
    def test_is_held_against_floor_and_target(self, cost, words, tone):
        priced = priced_by(a_quote(a_line(1)), *costing(cost))

        margin = shown_margin(priced, ENGLISH, MarginGoals(Decimal("0.15"), Decimal("0.3")))

        assert (margin.words, margin.tone) == (words, tone)
        assert (margin.floor, margin.target) == (150, 300)

    def test_above_a_floor_without_a_target_says_so(self):
        goals = MarginGoals(floor=Decimal("0.125"))

        margin = shown_margin(priced_by(a_quote(a_line(1)), *costing("75")), ENGLISH, goals)

        assert (margin.words, margin.target) == ("Above the floor of 12.5%", None)

    def test_below_cost_is_worse_than_below_the_floor(self):
        priced = priced_by(a_quote(a_line(1, discount="50")), *costing("75"))

        margin = shown_margin(priced, ENGLISH, MarginGoals(floor=Decimal("0.15")))

        assert margin.words == "Below cost: this quote loses €25.00"

    def test_of_an_unknown_cost_is_said_to_be_incomplete(self):
        priced = priced_by(a_quote(a_line(1), a_line(2)), *costing("75"), *an_article("10", "SKU-2"))

        assert shown_margin(priced, ENGLISH).words == "The cost of 1 line is not known"

    def test_is_not_shown_while_nothing_is_sold_or_no_cost_known(self):
        assert shown_margin(priced_by(a_quote()), ENGLISH) is None
        assert shown_margin(priced_by(a_quote(a_line(1)), *an_article("100", "SKU-1")), ENGLISH) is None
