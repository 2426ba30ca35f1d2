from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.instants import from_microseconds, to_microseconds


@given(st.datetimes(timezones=st.just(UTC)))
def test_an_instant_comes_back_to_the_microsecond(instant):
    assert from_microseconds(to_microseconds(instant)) == instant


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)), st.integers(-14, 14))  # noqa: DTZ001 - placed below
def test_the_same_instant_is_the_same_number_in_every_zone(moment, hours):
    here = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert to_microseconds(here) == to_microseconds(here.astimezone(UTC))


def test_a_time_without_a_zone_is_a_bug():
    with pytest.raises(TypeError):
        to_microseconds(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point
