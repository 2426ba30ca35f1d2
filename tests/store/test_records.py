"""Ids of one store: ordered by time, never the same twice, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.ids import RANDOM_BITS, uuid7_after
from app.store.records import Ids

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
steps = st.lists(st.integers(-5, 5).map(lambda n: timedelta(milliseconds=n)), min_size=1, max_size=20)


class TestIds:
    @given(steps=steps, bits=st.integers(0, 2**RANDOM_BITS - 1) | st.just(2**RANDOM_BITS - 1))
    def test_count_on_as_the_law_of_uuid7_says(self, steps, bits):
        ids, at, previous = Ids(lambda _count: bits), START, None
        for step in steps:
            at += step
            made = ids.new_id(at)
            assert made == uuid7_after(previous, int(at.timestamp() * 1000), bits)
            previous = made

    def test_of_an_import_rise_and_never_repeat(self):
        ids = Ids(Random(1).getrandbits)
        made = [ids.new_id(START) for _ in range(1_000)]
        assert made == sorted(set(made))

    def test_a_token_says_nothing_about_time(self):
        ids = Ids(Random(1).getrandbits)
        assert ids.new_rev().version == 4
        assert ids.new_rev() != ids.new_rev()
