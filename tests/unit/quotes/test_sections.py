from itertools import count
from uuid import UUID

from app.quotes.lines import LineKind, QuoteLine
from app.quotes.sections import in_sections, section_ends, subtotals
from tests.support.quotes import a_heading, a_line, an_id


def a_subtotal(number):
    return QuoteLine(an_id(number), LineKind.SUBTOTAL)


def new_ids():
    numbers = count(900)
    return lambda: UUID(int=next(numbers))


class TestInSections:
    def test_lines_of_no_group_stand_before_the_first_heading(self):
        lines = [("G1", a_line(1)), ("G1", a_line(2)), ("G2", a_line(3)), ("", a_line(4)), ("", a_line(5))]

        found = in_sections(lines, new_ids())

        assert [line.name if line.kind is LineKind.HEADING else line.id for line in found] == [
            an_id(4),
            an_id(5),
            "G1",
            an_id(1),
            an_id(2),
            "G2",
            an_id(3),
        ]

    def test_a_group_named_again_goes_on(self):
        found = in_sections([("G1", a_line(1)), ("G2", a_line(2)), ("G1", a_line(3))], new_ids())

        assert [line.name for line in found if line.kind is LineKind.HEADING] == ["G1", "G2"]
        assert found[2].id == an_id(3)


LINES = (a_line(1), a_heading(10), a_line(2), a_subtotal(11), a_line(3), a_heading(12), a_line(4))
AMOUNTS = {str(an_id(number)): number * 100 for number in (1, 2, 3, 4)}


class TestSubtotals:
    def test_sum_what_stands_under_the_heading(self):
        assert subtotals(LINES, AMOUNTS) == {an_id(10): 500, an_id(11): 200, an_id(12): 400}

    def test_without_a_heading_a_subtotal_sums_from_the_top(self):
        assert subtotals((a_line(1), a_line(2), a_subtotal(9)), AMOUNTS) == {an_id(9): 300}


class TestSectionEnds:
    def test_are_the_last_lines_of_each_section(self):
        ends = section_ends(LINES, AMOUNTS)

        assert {last: heading.id for last, heading in ends.items()} == {
            an_id(3): an_id(10),
            an_id(4): an_id(12),
        }

    def test_a_section_the_rep_summed_or_that_counts_nothing_has_none(self):
        assert section_ends((a_heading(10), a_line(1), a_subtotal(11)), AMOUNTS) == {}
        assert section_ends((a_heading(10), a_line(9)), AMOUNTS) == {}
