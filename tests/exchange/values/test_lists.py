import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.values.lists import ListUnreadable, read_list, written_list


class TestReadList:
    def test_reads_codes_once_each(self):
        assert read_list(" A-1; B-2;A-1;; C ") == ("A-1", "B-2", "C")

    def test_reads_a_code_that_holds_the_separator(self):
        assert read_list('"A;1";B') == ("A;1", "B")

    def test_refuses_quotes_that_do_not_fit(self):
        with pytest.raises(ListUnreadable):
            read_list('"A;1')

    @given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), unique=True))
    def test_reads_back_what_was_written(self, codes):
        assert read_list(written_list(tuple(codes))) == tuple(codes)
