from decimal import Decimal

import pytest

from app.configurator.cells import OTHER_TEXT, Span, domain_of
from app.configurator.conditions import Between, Is, OneOf
from tests.support.catalog import a_choice, a_number, a_text, a_yes_no


def span(low, high):
    return Span(*(None if limit is None else Decimal(limit) for limit in (low, high)))


class TestCellsOfANumber:
    def test_end_where_a_comparison_makes_a_difference(self):
        domain = domain_of(
            a_number("users", "1", "500"),
            [Between("users", Decimal(10), Decimal(49)), Is("users", Decimal(50))],
        )

        assert domain.cells == (None, span(1, 9), span(10, 49), span(50, 50), span(51, 500))

    def test_without_comparisons_are_one(self):
        assert domain_of(a_number("users"), []).cells == (None, span(None, None))

    def test_lie_on_the_attributes_own_grid(self):
        length = a_number("length", decimals=1)
        comparisons = [Between("length", Decimal("0.25"), Decimal("0.99"))]

        assert domain_of(length, comparisons).cells == (
            None,
            span(None, "0.2"),
            span("0.3", "0.9"),
            span("1.0", None),
        )

    def test_leave_out_what_the_attribute_cannot_be(self):
        comparisons = [Between("users", Decimal(0), Decimal(3)), OneOf("users", (Decimal(9),))]

        assert domain_of(a_number("users", "1", "5"), comparisons).cells == (None, span(1, 3), span(4, 5))


class TestCells:
    def test_of_a_choice_and_of_yes_and_no_are_its_values(self):
        assert domain_of(a_choice("region", "EU", "US"), []).cells == (None, "EU", "US")
        assert domain_of(a_yes_no("outdoor"), []).cells == (None, True, False)

    def test_of_a_text_are_the_named_ones_and_any_other(self):
        domain = domain_of(a_text("colour"), [Is("colour", "red"), OneOf("colour", ("blue", "red"))])

        assert domain.cells == (None, "red", "blue", OTHER_TEXT)
        assert [domain.cell_of(text) for text in (None, "blue", "pink")] == [0, 2, 3]

    def test_what_the_attribute_cannot_have_counts_as_nothing_said(self):
        domain = domain_of(a_number("users", "1", "5"), [])

        assert [domain.cell_of(value) for value in (Decimal(5), Decimal(6), True, "5")] == [1, 0, 0, 0]


class TestMeeting:
    @pytest.mark.parametrize(
        ("comparison", "met"),
        [
            (Between("users", Decimal(10)), {2, 3}),
            (Between("users", high=Decimal(49)), {1, 2}),
            (Is("users", Decimal(5)), set()),
        ],
    )
    def test_are_the_cells_whose_values_meet_it(self, comparison, met):
        users = a_number("users", "1", "500")
        domain = domain_of(users, [Between("users", Decimal(10), Decimal(49))])

        assert domain.meeting(comparison) == met

    def test_is_no_other_text_and_never_nothing(self):
        domain = domain_of(a_text("colour"), [Is("colour", "red")])

        assert domain.meeting(Is("colour", "red")) == {1}


class TestNearest:
    @pytest.mark.parametrize(
        ("number", "nearest"), [("5", "10"), ("10", "10"), ("30", "30"), ("99", "49"), (None, "10")]
    )
    def test_lies_inside_the_span(self, number, nearest):
        wanted = None if number is None else Decimal(number)
        assert span(10, 49).nearest(wanted) == Decimal(nearest)

    def test_of_an_open_span_is_the_number_itself(self):
        assert span(None, None).nearest(Decimal(-3)) == Decimal(-3)
