import pytest

from app.catalog.selector import EVERYTHING, Selector
from app.pricing.plain.reach import days_of, days_plain, selector_of, selector_plain
from app.pricing.plain.values import Fields, PlainUnreadable
from tests.support.catalog import valid


class TestReach:
    def test_a_selector_comes_back_in_order(self):
        selector = Selector.of(skus=["B", "A"], categories=["X"], books=["L"], customers=["C"])
        assert selector_plain(selector)["skus"] == ["A", "B"]
        assert selector_of(Fields(selector_plain(selector))) == selector
        assert selector_of(Fields({})) == EVERYTHING

    def test_days_come_back(self):
        for days in (valid(), valid("2026-01-01"), valid("2026-01-01", "2026-01-01")):
            assert days_of(Fields(days_plain(days))) == days

    def test_days_the_wrong_way_round_are_refused(self):
        with pytest.raises(PlainUnreadable):
            days_of(Fields({"first": "2026-01-02", "last": "2026-01-01"}))
