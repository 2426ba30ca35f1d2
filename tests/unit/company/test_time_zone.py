from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from app.company.time_zone import business_date

BERLIN = ZoneInfo("Europe/Berlin")


class TestBusinessDate:
    def test_is_the_same_for_a_laptop_at_utc_plus_13_and_an_office_at_utc_minus_8(self):
        instant = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
        laptop = instant.astimezone(timezone(timedelta(hours=13)))
        office = instant.astimezone(timezone(timedelta(hours=-8)))

        assert business_date(laptop, BERLIN) == business_date(office, BERLIN) == date(2026, 3, 2)

    @pytest.mark.parametrize(("hour", "day"), [(21, 1), (22, 2)])
    def test_turns_at_midnight_in_summer_time(self, hour, day):
        assert business_date(datetime(2026, 7, 1, hour, tzinfo=UTC), BERLIN).day == day

    def test_refuses_a_time_that_belongs_nowhere(self):
        with pytest.raises(ValueError, match="instant"):
            business_date(datetime(2026, 3, 1), BERLIN)  # noqa: DTZ001 - the naive time is the point
