"""domain.md section 5: discount schedules."""

from datetime import date
from decimal import Decimal

import pytest

from app.catalog.discount_schedule import Measure, Scope, TierKind
from app.catalog.reduction import amount_off
from app.catalog.selector import Selector
from app.kernel.period import Period
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio
from app.pricing.exact import as_text
from app.pricing.reasons import Reason, Refused, StepKind
from tests.support.catalog import a_schedule, for_skus, valid
from tests.support.pricing import (
    DAY,
    HALF_A_YEAR,
    a_line,
    a_request,
    an_article,
    net_of,
    priced,
    priced_line,
    step_of,
)

TEN_TWENTY_THIRTY = (("1", "10"), ("10", "20"), ("20", "30"))
NONE_FIVE_TEN = (("1", "0"), ("11", "5"), ("51", "10"))
BOX, PIECE = Unit("XBX"), Unit("C62")
A_BOX_OF_12 = (Conversion(BOX, PIECE, Ratio(12)),)


def bands(line):
    """Return quantity, net price and amount of each band."""
    return [(as_text(part.quantity), as_text(part.net), part.amount) for part in line.parts]


class TestSection5:
    @pytest.mark.parametrize(
        ("tiers", "quantity", "kind", "amount"),
        [
            (TEN_TWENTY_THIRTY, "30", TierKind.RANGE, 210000),
            (TEN_TWENTY_THIRTY, "30", TierKind.SLAB, 238000),
            (NONE_FIVE_TEN, "60", TierKind.RANGE, 540000),
            (NONE_FIVE_TEN, "60", TierKind.SLAB, 570000),
        ],
    )
    def test_range_takes_the_reached_tier_and_slab_each_units_own(self, tiers, quantity, kind, amount):
        line = priced_line(a_line(quantity), *an_article(), a_schedule(*tiers, kind=kind))

        assert line.amount == amount

    def test_a_range_has_a_cliff(self):
        amounts = [
            priced_line(a_line(quantity), *an_article(), a_schedule(*TEN_TWENTY_THIRTY)).amount
            for quantity in ("9", "10")
        ]

        assert amounts == [81000, 80000]

    def test_each_slab_band_is_a_sub_line(self):
        line = priced_line(a_line("30"), *an_article(), a_schedule(*TEN_TWENTY_THIRTY, kind=TierKind.SLAB))

        assert bands(line) == [("9", "90", 81000), ("10", "80", 80000), ("11", "70", 77000)]
        assert {part.steps[1].reason for part in line.parts} == {Reason.SLAB_BAND}

    def test_each_slab_band_is_rounded_by_itself(self):
        slab = a_schedule(("0", "0"), ("1", "50"), kind=TierKind.SLAB, step=Decimal(0))

        line = priced_line(a_line("2"), *an_article("0.005"), slab)

        assert [part.amount for part in line.parts] == [1, 0]  # 0.005 and 0.0025
        assert line.amount == 1

    def test_units_below_the_first_bound_of_a_slab_are_a_band_without_discount(self):
        line = priced_line(a_line("6"), *an_article(), a_schedule(("5", "10"), kind=TierKind.SLAB))

        assert bands(line) == [("4", "100", 40000), ("2", "90", 18000)]
        assert line.parts[0].steps[1].reason is Reason.BELOW_FIRST_TIER

    def test_a_band_ends_one_step_before_the_next_bound(self):
        usage = {"kind": TierKind.SLAB, "step": Decimal(0)}

        line = priced_line(a_line("1.5"), *an_article(), a_schedule(("0", "0"), ("1", "10"), **usage))

        assert bands(line) == [("1", "100", 10000), ("0.5", "90", 4500)]

    def test_owned_units_count_where_the_schedule_says_so(self):
        schedule = a_schedule(("1", "0"), ("15", "20"), counts_owned=True)

        assert net_of(priced_line(a_line("10", owned="5"), *an_article(), schedule)) == "80"
        assert net_of(priced_line(a_line("10", owned="4"), *an_article(), schedule)) == "100"

    def test_owned_units_fill_the_lowest_bands_first(self):
        slab = a_schedule(*TEN_TWENTY_THIRTY, kind=TierKind.SLAB, counts_owned=True)

        line = priced_line(a_line("10", owned="5"), *an_article(), slab)

        assert bands(line) == [("4", "90", 36000), ("6", "80", 48000)]

    def test_owned_units_count_for_nothing_else(self):
        assert net_of(priced_line(a_line("1", owned="99"), *an_article(), a_schedule(("10", "5")))) == "100"


class TestAmounts:
    def test_an_amount_is_off_each_unit(self):
        schedule = a_schedule(("1", amount_off("2.50", "EUR")))

        assert priced_line(a_line("4"), *an_article(), schedule).amount == 39000

    def test_an_amount_is_off_each_unit_also_where_a_price_is_for_a_hundred(self):
        article = an_article("5", base_quantity=Decimal(100))

        line = priced_line(a_line("200"), *article, a_schedule(("1", amount_off("0.01", "EUR"))))

        assert line.amount == 800

    def test_a_schedule_without_an_amount_in_the_currency_is_refused(self):
        line = priced_line(a_line(), *an_article(), a_schedule(("1", amount_off(1, "USD"))))

        step = step_of(line, StepKind.VOLUME)
        assert [refusal.reason for refusal in step.refused] == [Refused.OTHER_CURRENCY]
        assert net_of(line) == "100"


class TestScope:
    BOTH = Selector.of(skus=["A-1", "B-2"])

    @staticmethod
    def nets(request, schedule):
        document = priced(request, *an_article(), *an_article("50", "B-2"), schedule)
        return [net_of(line) for line in document.lines]

    def test_a_quote_counts_all_lines_of_the_schedule(self):
        schedule = a_schedule(("10", "10"), scope=Scope.QUOTE, selector=self.BOTH)

        assert self.nets(a_request(a_line("4"), a_line("6", "B-2")), schedule) == ["90", "45"]
        assert self.nets(a_request(a_line("4"), a_line("5", "B-2")), schedule) == ["100", "50"]

    def test_a_group_counts_its_own_lines(self):
        schedule = a_schedule(("10", "10"), scope=Scope.GROUP)
        request = a_request(
            a_line("4", key="1", group="G"),
            a_line("6", key="2", group="G"),
            a_line("6", key="3", group="H"),
        )

        assert self.nets(request, schedule) == ["90", "90", "100"]

    def test_optional_lines_never_count_but_are_priced_as_if_added(self):
        schedule = a_schedule(("10", "10"), scope=Scope.QUOTE)
        request = a_request(a_line("6", key="1"), a_line("4", key="2", in_total=False))

        assert self.nets(request, schedule) == ["100", "90"]

    def test_a_line_that_cannot_be_priced_does_not_count(self):
        schedule = a_schedule(("10", "10"), scope=Scope.QUOTE)

        request = a_request(a_line("6", key="1"), a_line("NaN", key="2"), a_line("6", "C-3", key="3"))
        document = priced(request, *an_article(), schedule)

        assert net_of(document.lines[0]) == "100"

    def test_lines_with_their_own_price_count_for_the_others(self):
        schedule = a_schedule(("10", "10"), scope=Scope.QUOTE)
        request = a_request(a_line("6", key="1"), a_line("4", key="2", manual_price="99"))

        assert self.nets(request, schedule) == ["90", "99"]

    def test_goods_taken_back_do_not_count(self):
        schedule = a_schedule(("10", "10"), scope=Scope.QUOTE)
        request = a_request(a_line("9", key="1"), a_line("-9", key="2"), allow_returns=True)

        assert self.nets(request, schedule)[0] == "100"

    def test_the_document_says_what_was_counted(self):
        schedule = a_schedule(("10", "10"), scope=Scope.QUOTE)

        document = priced(a_request(a_line("4", key="1"), a_line("2.5", key="2")), *an_article(), schedule)

        assert document.counted == {("VOLUME", ""): (13, 2)}


class TestUnits:
    ARTICLE = an_article("1", conversions=A_BOX_OF_12)

    def test_a_quantity_is_converted_before_a_threshold_is_tested(self):
        schedule = a_schedule(("24", "10"), unit=PIECE)

        assert net_of(priced_line(a_line("2", unit="XBX"), *self.ARTICLE, schedule)) == "10.8"
        assert net_of(priced_line(a_line("1", unit="XBX"), *self.ARTICLE, schedule)) == "12"

    def test_a_schedule_in_boxes_counts_boxes(self):
        schedule = a_schedule(("2", "10"), unit=BOX)

        assert net_of(priced_line(a_line("23"), *self.ARTICLE, schedule)) == "1"
        assert net_of(priced_line(a_line("24"), *self.ARTICLE, schedule)) == "0.9"

    def test_a_slab_in_pieces_splits_boxes_exactly(self):
        slab = a_schedule(("1", "0"), ("11", "10"), kind=TierKind.SLAB)

        line = priced_line(a_line("1", unit="XBX"), *self.ARTICLE, slab)

        assert bands(line) == [("5/6", "12", 1000), ("1/6", "10.8", 180)]

    def test_an_amount_is_off_the_schedules_unit(self):
        schedule = a_schedule(("1", amount_off("0.60", "EUR")), unit=BOX)

        assert net_of(priced_line(a_line("24"), *self.ARTICLE, schedule)) == "0.95"

    def test_a_schedule_whose_unit_nothing_converts_is_refused(self):
        line = priced_line(a_line("24"), *an_article(), a_schedule(("1", "10"), unit=Unit("KGM")))

        assert [refusal.reason for refusal in step_of(line, StepKind.VOLUME).refused] == [
            Refused.UNIT_NOT_CONVERTIBLE
        ]


class TestTermSchedules:
    TERMS = a_schedule(("12", "5"), ("24", "10"), code="TERM", measure=Measure.TERM)

    @pytest.mark.parametrize(("months", "rate"), [(11, "100"), (12, "95"), (23, "95"), (24, "90")], ids=str)
    def test_the_lines_span_chooses_the_tier(self, months, rate):
        period = Period.of_months(DAY, months)

        line = priced_line(a_line(), *an_article("100", term=months), self.TERMS, period=period)

        assert net_of(line) == rate

    def test_the_lines_own_period_counts_before_the_documents(self):
        line = a_line(period=Period.of_months(DAY, 24))

        step = step_of(priced_line(line, *an_article(term=12), self.TERMS, period=HALF_A_YEAR), StepKind.TERM)

        assert step.facts == (("lower", (24, 1)),)

    def test_a_day_short_of_a_year_is_short_of_the_tier(self):
        period = Period.inclusive(date(2026, 7, 1), date(2027, 6, 29))

        line = priced_line(a_line(), *an_article(term=12), self.TERMS, period=period)

        assert step_of(line, StepKind.TERM).reason is Reason.BELOW_FIRST_TIER

    def test_a_one_time_product_has_no_span(self):
        step = step_of(priced_line(a_line(), *an_article(), self.TERMS, period=HALF_A_YEAR), StepKind.TERM)

        assert [refusal.reason for refusal in step.refused] == [Refused.NO_SPAN]

    def test_a_recurring_line_without_a_span_is_one_price_term(self):
        line = priced_line(a_line(), *an_article(term=12))

        assert step_of(line, StepKind.PRORATION).reason is Reason.ONE_PRICE_TERM
        assert net_of(line) == "100"


class TestWhichSchedule:
    """Section 4: the most specific, then the newest; of a tie the lower code, and the trace says so."""

    BIKE = an_article(category="Bikes/Road")

    def chosen(self, *schedules, customer=""):
        step = step_of(priced_line(a_line("5"), *self.BIKE, *schedules, customer=customer), StepKind.VOLUME)
        return step.rule, {refusal.rule: refusal.reason for refusal in step.refused}

    def test_product_before_category_before_everything(self):
        assert self.chosen(
            a_schedule(("1", "1"), code="ALL"),
            a_schedule(("1", "2"), code="TOP", selector=Selector.of(categories=["Bikes"])),
            a_schedule(("1", "3"), code="SUB", selector=Selector.of(categories=["Bikes/Road"])),
            a_schedule(("1", "4"), code="OWN", selector=for_skus("A-1")),
        ) == ("OWN", dict.fromkeys(["SUB", "TOP", "ALL"], Refused.LESS_SPECIFIC))

    def test_the_customers_own_before_everybodys(self):
        schedules = (
            a_schedule(("1", "1"), code="ALL"),
            a_schedule(("1", "2"), code="THEIRS", selector=Selector.of(customers=["C1"])),
        )

        assert self.chosen(*schedules, customer="C1") == ("THEIRS", {"ALL": Refused.LESS_SPECIFIC})
        assert self.chosen(*schedules, customer="C2") == ("ALL", {})

    def test_the_newest(self):
        assert self.chosen(
            a_schedule(("1", "1"), code="A", validity=valid("2025-01-01")),
            a_schedule(("1", "2"), code="B", validity=valid("2026-01-01")),
        ) == ("B", {"A": Refused.OLDER})

    def test_of_a_tie_the_lower_code(self):
        assert self.chosen(a_schedule(("1", "1"), code="B"), a_schedule(("1", "2"), code="A")) == (
            "A",
            {"B": Refused.TIED_HIGHER_CODE},
        )

    def test_what_does_not_hold_is_named(self):
        assert self.chosen(
            a_schedule(("1", "1"), code="A"),
            a_schedule(("1", "2"), code="B", validity=valid("2026-07-02")),
            a_schedule(("1", "2"), code="C", selector=Selector.of(books=["OTHER"])),
        ) == ("A", {"B": Refused.NOT_VALID_ON_DATE, "C": Refused.OTHER_BOOK})

    def test_a_rule_that_names_a_product_twice_is_asked_once(self):
        both = Selector.of(skus=["A-1"], categories=["Bikes"])

        assert self.chosen(a_schedule(("1", "1"), code="A", selector=both)) == ("A", {})
