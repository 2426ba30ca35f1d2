from datetime import date
from decimal import Decimal

import pytest

from app.kernel.canonical import NotCanonical
from app.store.plain import list_of, mapping_of, texts_of, to_text, where_given


class TestToText:
    def test_is_canonical(self):
        assert to_text({"b": Decimal("1.50"), "a": date(2026, 3, 2)}) == '{"a":"2026-03-02","b":"1.5"}'

    def test_refuses_what_has_no_form(self):
        with pytest.raises(NotCanonical):
            to_text({"a": 1.5})


class TestReading:
    def test_gives_back_what_was_kept(self):
        assert mapping_of('{"a":[1]}') == {"a": [1]}
        assert list_of("[1,2]") == [1, 2]
        assert texts_of('{"a":"b"}') == {"a": "b"}

    @pytest.mark.parametrize(("read", "text"), [(mapping_of, "[]"), (list_of, "{}")])
    def test_refuses_what_somebody_else_wrote(self, read, text):
        with pytest.raises(TypeError):
            read(text)


class TestWhereGiven:
    def test_nothing_stays_nothing(self):
        assert where_given(None, str) is None
        assert where_given(0, str) == "0"
