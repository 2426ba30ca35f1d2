from datetime import date

import pytest

from app.catalog.validity import ALWAYS, Validity, ValidityReversed
from tests.support.catalog import valid


class TestValidity:
    @pytest.mark.parametrize(
        ("day", "inside"),
        [("2025-12-31", False), ("2026-01-01", True), ("2026-06-30", True), ("2026-07-01", False)],
    )
    def test_includes_both_ends(self, day, inside):
        assert valid("2026-01-01", "2026-06-30").covers(date.fromisoformat(day)) is inside

    def test_an_open_end_has_no_limit(self):
        assert ALWAYS.covers(date.max)
        assert not valid("2026-01-01").covers(date(2025, 12, 31))
        assert not valid("", "2026-01-01").covers(date(2026, 1, 2))

    def test_overlaps_from_one_common_day(self):
        assert valid("", "2026-01-01").overlaps(valid("2026-01-01"))
        assert not valid("", "2025-12-31").overlaps(valid("2026-01-01"))

    def test_refuses_a_last_day_before_the_first(self):
        with pytest.raises(ValidityReversed):
            Validity(date(2026, 1, 2), date(2026, 1, 1))
