import pytest

from app.services.file_rows.pieces import ROWS_AT_ONCE, in_pieces


class Stopped(Exception):
    pass


class TestInPieces:
    def test_gives_every_row_once_and_tells_how_many_before_each_piece(self):
        told = []
        pieces = list(in_pieces(range(ROWS_AT_ONCE * 2 + 1), told.append))
        assert [len(piece) for piece in pieces] == [ROWS_AT_ONCE, ROWS_AT_ONCE, 1]
        assert sum(map(sum, pieces)) == sum(range(ROWS_AT_ONCE * 2 + 1))
        assert told == [0, ROWS_AT_ONCE, ROWS_AT_ONCE * 2]

    def test_gives_nothing_more_once_it_is_stopped(self):
        def stop(rows):
            if rows:
                raise Stopped

        given = []
        with pytest.raises(Stopped):
            given.extend(len(piece) for piece in in_pieces(range(ROWS_AT_ONCE + 1), stop))
        assert given == [ROWS_AT_ONCE]

    def test_gives_nothing_of_nothing(self):
        assert list(in_pieces((), lambda _rows: None)) == []
