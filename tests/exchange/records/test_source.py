from app.exchange.records.source import pieces_of
from tests.support.imports import a_table


class TestPiecesOf:
    def test_turns_rows_into_columns(self):
        (piece,) = pieces_of(a_table("a,b\n1,2\n3,4\n"))
        assert (list(piece.lines), piece.columns) == ([2, 3], [("1", "3"), ("2", "4")])

    def test_points_at_rows_with_more_cells_than_columns(self):
        (piece,) = pieces_of(a_table("a,b\n1,2,\n3,4,5\n"))
        assert piece.columns == [("1", "3"), ("2", "4")]
        assert [(r.place, r.refusal.code) for r in piece.refused] == [(1, "exchange.too_many_cells")]

    def test_gives_no_piece_for_no_rows(self):
        assert list(pieces_of(a_table("a,b\n"))) == []
