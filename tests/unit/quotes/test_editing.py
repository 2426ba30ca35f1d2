from dataclasses import replace
from decimal import Decimal

import pytest

from app.quotes.editing import (
    change_line,
    duplicate_line,
    insert_lines,
    lines_of_group,
    move_line,
    remove_lines,
)
from app.quotes.lifecycle import QuoteState
from app.quotes.quote import LineNotFound, QuoteNotEditable
from tests.support.quotes import a_heading, a_line, a_quote, an_id


def skus(quote):
    return [line.sku for line in quote.lines]


class TestEditing:
    def test_inserts_before_a_position_or_at_the_end(self):
        quote = a_quote(a_line(1), a_line(2))

        assert skus(insert_lines(quote, [a_line(3)])) == ["SKU-1", "SKU-2", "SKU-3"]
        assert skus(insert_lines(quote, [a_line(3)], position=1)) == ["SKU-1", "SKU-3", "SKU-2"]

    def test_changes_one_line_and_leaves_the_others(self):
        quote = a_quote(a_line(1), a_line(2))

        changed = change_line(quote, an_id(2), lambda line: replace(line, quantity=Decimal(7)))

        assert [line.quantity for line in changed.lines] == [1, 7]
        assert [line.quantity for line in quote.lines] == [1, 1]

    def test_moves_a_line_and_clamps_positions_outside(self):
        quote = a_quote(a_line(1), a_line(2), a_line(3))

        assert skus(move_line(quote, an_id(3), to=0)) == ["SKU-3", "SKU-1", "SKU-2"]
        assert skus(move_line(quote, an_id(1), to=99)) == ["SKU-2", "SKU-3", "SKU-1"]

    def test_duplicates_right_below_with_a_new_id(self):
        quote = duplicate_line(a_quote(a_line(1), a_line(2)), an_id(1), new_id=an_id(9))

        assert [(line.id, line.sku) for line in quote.lines] == [
            (an_id(1), "SKU-1"),
            (an_id(9), "SKU-1"),
            (an_id(2), "SKU-2"),
        ]

    def test_removes_several_lines_at_once(self):
        quote = a_quote(a_line(1), a_line(2), a_line(3))

        assert skus(remove_lines(quote, frozenset({an_id(1), an_id(3)}))) == ["SKU-2"]

    def test_a_line_that_is_not_there_is_named(self):
        with pytest.raises(LineNotFound):
            move_line(a_quote(a_line(1)), an_id(5), to=0)

    def test_a_sent_quote_refuses_every_edit(self):
        sent = a_quote(a_line(1), state=QuoteState.SENT)

        for edit in (
            lambda: insert_lines(sent, [a_line(2)]),
            lambda: change_line(sent, an_id(1), lambda line: line),
            lambda: move_line(sent, an_id(1), to=0),
            lambda: duplicate_line(sent, an_id(1), new_id=an_id(9)),
            lambda: remove_lines(sent, frozenset({an_id(1)})),
        ):
            with pytest.raises(QuoteNotEditable):
                edit()


class TestLinesOfGroup:
    def test_end_at_the_next_heading(self):
        quote = a_quote(a_line(1), a_heading(2), a_line(3), a_line(4), a_heading(5), a_line(6))

        assert [line.sku for line in lines_of_group(quote, an_id(2))] == ["SKU-3", "SKU-4"]
        assert [line.sku for line in lines_of_group(quote, None)] == ["SKU-1"]
