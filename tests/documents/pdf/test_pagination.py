"""What stands on which page: rows whole, titles repeated, sums carried, no total alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.documents.pdf.pagination import Block, Frame, Room, paginate
from tests.support.documents import money

ROOM = Room(0, 100)


class Sheet:
    """Collects what would be painted instead of painting it."""

    def __init__(self) -> None:
        self.painted: list[str] = []

    def named(self, name: str):
        return lambda _canvas, _top: self.painted.append(name)


def shown(blocks: Sequence[Block], sheet: Sheet, first: Room = ROOM, later: Room = ROOM) -> list[list[str]]:
    pages = []
    for page in paginate(blocks, first, later):
        sheet.painted = []
        for placed in page:
            placed.paint(None, placed.top)  # type: ignore[arg-type]  # nothing is drawn
        pages.append(sheet.painted)
    return pages


def a_table(sheet: Sheet) -> Frame:
    def carry(running, forward):
        return sheet.named(f"{'forward' if forward else 'over'} {running.amount}")

    return Frame(10, sheet.named("head"), 10, carry)


def rows_of(sheet: Sheet, count: int, table: Frame, height: int = 20) -> list[Block]:
    return [
        Block(height, sheet.named(f"row {at}"), frame=table, running=money(10 * at))
        for at in range(1, count + 1)
    ]


class TestTable:
    def test_that_fits_has_its_titles_once(self):
        sheet = Sheet()
        assert shown(rows_of(sheet, 4, a_table(sheet)), sheet) == [
            ["head", "row 1", "row 2", "row 3", "row 4"]
        ]

    def test_repeats_its_titles_and_carries_its_sum_over(self):
        sheet = Sheet()
        assert shown(rows_of(sheet, 6, a_table(sheet)), sheet) == [
            ["head", "row 1", "row 2", "row 3", "row 4", "over 40"],
            ["head", "forward 40", "row 5", "row 6"],
        ]

    def test_leaves_room_for_the_carried_sum_except_after_its_last_row(self):
        sheet = Sheet()
        table = a_table(sheet)
        last = Block(10, sheet.named("last"), frame=table, running=money(50))
        assert len(shown([*rows_of(sheet, 4, table), last], sheet)) == 1
        assert len(shown([*rows_of(sheet, 4, table), last, last], sheet)) == 2

    def test_without_sums_repeats_only_its_titles(self):
        sheet = Sheet()
        table = Frame(10, sheet.named("head"))
        pages = shown([row._replace(frame=table) for row in rows_of(sheet, 5, table)], sheet)
        assert pages[1] == ["head", "row 5"]


class TestKeeping:
    def test_takes_the_last_row_along_with_the_total(self):
        sheet = Sheet()
        rows = rows_of(sheet, 4, a_table(sheet))
        rows[-1] = rows[-1]._replace(keep=True)
        total = Block(20, sheet.named("total"))
        assert shown([*rows, total], sheet) == [
            ["head", "row 1", "row 2", "row 3", "over 30"],
            ["head", "forward 30", "row 4", "total"],
        ]

    def test_gives_up_where_no_page_holds_all(self):
        sheet = Sheet()
        chain = [Block(60, sheet.named(f"part {at}"), keep=True) for at in range(3)]
        assert shown(chain, sheet) == [["part 0"], ["part 1"], ["part 2"]]


class TestSpace:
    def test_above_a_block_is_left_out_at_the_top_of_a_page(self):
        blocks = [Block(60, lambda *_: None, gap=30), Block(60, lambda *_: None, gap=30)]
        assert [[placed.top for placed in page] for page in paginate(blocks, ROOM, ROOM)] == [[0], [0]]

    def test_separates_blocks_of_one_page(self):
        blocks = [Block(20, lambda *_: None, gap=5), Block(20, lambda *_: None, gap=5)]
        assert [placed.top for placed in paginate(blocks, ROOM, ROOM)[0]] == [0, 25]

    def test_a_block_higher_than_a_page_gets_one_for_itself(self):
        sheet = Sheet()
        blocks = [Block(h, sheet.named(str(h))) for h in (50, 300, 50)]
        assert shown(blocks, sheet) == [["50"], ["300"], ["50"]]

    def test_the_first_page_may_begin_lower(self):
        blocks = [Block(40, lambda *_: None) for _ in range(3)]
        assert [len(page) for page in paginate(blocks, Room(50, 100), ROOM)] == [1, 2]

    def test_nothing_is_one_empty_page(self):
        assert paginate([], ROOM, ROOM) == [[]]


@pytest.mark.parametrize("count", [1, 3, 4, 5, 17, 100])
def test_every_row_is_placed_once_and_inside_its_page(count):
    sheet = Sheet()
    rows = rows_of(sheet, count, a_table(sheet), height=17)
    pages = paginate(rows, Room(30, 100), ROOM)
    painted = [name for page in shown(rows, sheet, Room(30, 100)) for name in page if name.startswith("row")]
    assert painted == [f"row {at}" for at in range(1, count + 1)]
    assert all(0 <= placed.top < 100 for page in pages for placed in page)
