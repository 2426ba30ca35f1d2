from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.access.act import Act
from app.access.actor import solo_owner

TODAY = date(2026, 3, 1)


class TestAct:
    def test_keeps_the_instant_in_utc_and_the_business_day_beside_it(self):
        act = Act(solo_owner(), datetime(2026, 2, 28, 23, 30, tzinfo=UTC), TODAY)

        assert (act.at.day, act.today.day, act.key) == (28, 1, "")

    def test_refuses_the_laptops_own_time(self):
        with pytest.raises(ValueError, match="UTC"):
            Act(solo_owner(), datetime(2026, 3, 1, 12), TODAY)  # noqa: DTZ001 - the naive time is the point

    def test_refuses_another_time_zone(self):
        with pytest.raises(ValueError, match="UTC"):
            Act(solo_owner(), datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=2))), TODAY)
