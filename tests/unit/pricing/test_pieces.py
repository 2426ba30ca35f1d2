"""Sub-lines: ramp segments (domain.md section 6), free units, units up to a minimum."""

from datetime import date
from decimal import Decimal

import pytest

from app.catalog.discount_schedule import Measure
from app.company.policies import RoundingPolicy
from app.kernel.period import Period
from app.pricing.exact import as_text
from app.pricing.reasons import Reason, StepKind
from app.pricing.request import Segment
from tests.support.catalog import a_price, a_product, a_schedule
from tests.support.pricing import a_line, an_article, codes, priced_line, step_of


def span(first: str, last: str) -> Period:
    return Period.inclusive(date.fromisoformat(first), date.fromisoformat(last))


YEARS = [span(f"{year}-01-01", f"{year}-12-31") for year in (2026, 2027, 2028)]
THREE_MONTHS = span("2029-01-01", "2029-03-31")
UPLIFT = Decimal("0.03")
RAMP = (Segment(YEARS[0]), *(Segment(period, uplift=UPLIFT) for period in (*YEARS[1:], THREE_MONTHS)))
SEATS = an_article("1200", term=12)


class TestRamp:
    @pytest.mark.parametrize(
        ("policies", "amounts"),
        [
            ({}, [120_000_00, 123_600_00, 127_308_00, 32_781_81]),
            (
                {"rounding": RoundingPolicy.UNIT, "price_scale_offset": 0},
                [120_000_00, 123_600_00, 127_308_00, 32_782_00],
            ),
        ],
    )
    def test_section_6_a_hundred_seats_three_percent_more_each_year(self, policies, amounts):
        line = priced_line(a_line("100", segments=RAMP), *SEATS, policies=policies)

        assert [part.amount for part in line.parts] == amounts
        assert line.amount == sum(amounts)

    def test_each_segment_has_its_own_quantity_and_reaches_its_own_tier(self):
        segments = (Segment(YEARS[0], Decimal(5)), Segment(YEARS[1], Decimal(10)))
        line = priced_line(a_line("5", segments=segments), *SEATS, a_schedule(("10", "50")))

        assert [part.amount for part in line.parts] == [6_000_00, 6_000_00]

    def test_a_typed_price_holds_for_the_segments_behind_it(self):
        segments = (
            Segment(YEARS[0]),
            Segment(YEARS[1], price=Decimal(1000)),
            Segment(YEARS[2], uplift=Decimal("0.1")),
        )
        line = priced_line(a_line("1", segments=segments), *SEATS)

        assert [part.amount for part in line.parts] == [1_200_00, 1_000_00, 1_100_00]
        assert line.list_amount == 3_600_00

    def test_the_uplift_is_a_step_of_its_own(self):
        line = priced_line(a_line("1", segments=RAMP[:2]), *SEATS)
        step = step_of(line.parts[1], StepKind.SPECIAL)

        assert (step.reason, as_text(step.value), as_text(step.after)) == (
            Reason.RAMP_UPLIFT,
            "-0.03",
            "1236",
        )

    def test_the_whole_span_counts_for_a_term_schedule(self):
        schedule = a_schedule(("39", "10"), measure=Measure.TERM)
        line = priced_line(a_line("1", segments=RAMP), *SEATS, schedule)

        assert line.parts[0].amount == 1_080_00

    @pytest.mark.parametrize(
        ("segments", "code"),
        [
            ((RAMP[0], RAMP[2]), "pricing.segments_apart"),
            ((RAMP[0], RAMP[0]), "pricing.segments_apart"),
            ((Segment(YEARS[0], Decimal(0)),), "pricing.segment_refused"),
            ((Segment(YEARS[0], price=Decimal("NaN")),), "pricing.segment_refused"),
            ((Segment(YEARS[0], uplift=Decimal(-1)),), "pricing.segment_refused"),
        ],
    )
    def test_segments_nobody_can_bill_are_named(self, segments, code):
        line = priced_line(a_line("1", segments=segments), *SEATS)

        assert (codes(line), line.amount) == ([code], 0)

    def test_a_one_time_product_has_no_segments(self):
        assert codes(priced_line(a_line("1", segments=RAMP), *an_article())) == ["pricing.segments_one_time"]


class TestFreeAndMinimum:
    @pytest.mark.parametrize(
        ("quantity", "parts"),
        [
            ("10", [(8, 800_00), (2, 0)]),
            ("2", [(2, 0), (3, 300_00)]),
            ("3", [(1, 100_00), (2, 0), (2, 200_00)]),
            ("5", [(3, 300_00), (2, 0)]),
        ],
    )
    def test_are_sub_lines_of_their_own(self, quantity, parts):
        entry = a_price("100", minimum_quantity=Decimal(5), free_quantity=Decimal(2))
        line = priced_line(a_line(quantity), a_product(), entry)

        assert [(part.quantity[0], part.amount) for part in line.parts] == parts
        assert line.amount == sum(amount for _quantity, amount in parts)

    def test_what_is_free_stays_free_whatever_else_is_taken_off(self):
        entry = a_price("100", free_quantity=Decimal(2))
        line = priced_line(a_line("3"), a_product(), entry, discount="10")

        assert [part.amount for part in line.parts] == [90_00, 0]
        assert line.list_amount == 300_00

    def test_the_trace_says_why(self):
        entry = a_price("100", minimum_quantity=Decimal(5), free_quantity=Decimal(1))
        line = priced_line(a_line("3"), a_product(), entry)

        assert step_of(line.parts[1], StepKind.SPECIAL).reason is Reason.FREE_QUANTITY
        step = step_of(line.parts[2], StepKind.LIST)
        assert (step.reason, dict(step.facts)) == (Reason.MINIMUM_QUANTITY, {"minimum": (5, 1)})

    def test_only_what_is_sold_costs_anything(self):
        entry = a_price("100", minimum_quantity=Decimal(5))

        assert priced_line(a_line("3", cost="10"), a_product(), entry).cost == 30_00
