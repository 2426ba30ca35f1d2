from decimal import Decimal

from app.exchange.mapping.frames import Frame
from app.exchange.records.problems import Refusal
from app.exchange.records.source import Piece, Refused

NO = Refusal("x.y", {})


class TestFrame:
    frame = Frame.of(("a", "b"), Piece([2, 3, 4], [("1", "2", "3"), ("x", "y", "z")], [Refused(2, "", NO)]))

    def test_names_its_columns(self):
        assert self.frame.columns == {"a": ("1", "2", "3"), "b": ("x", "y", "z")}

    def test_keeps_rows_with_their_lines_and_refusals(self):
        kept = self.frame.where([True, False, True])
        assert (kept.lines, kept.columns) == ([2, 4], {"a": ["1", "3"], "b": ["x", "z"]})
        assert kept.refused == (Refused(1, "", NO),)
        assert self.frame.where([True, True, False]).refused == ()

    def test_is_itself_when_all_rows_are_kept(self):
        assert self.frame.where([True] * 3) is self.frame

    def test_gains_columns_and_refusals(self):
        more = self.frame.with_columns({"c": ["", "", ""]}).with_refused([Refused(0, "c", NO)])
        assert list(more.columns) == ["a", "b", "c"]
        assert [one.place for one in more.refused] == [2, 0]

    def test_looks_rows_up_by_what_a_person_reads(self):
        frame = Frame([2], {"id": [Decimal("707.0")], "day": ["x"]})
        assert frame.keys(["id", "day"]) == [("707", "x")]
