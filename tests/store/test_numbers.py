from datetime import date

import pytest

from app.store.numbers import IssueDateTooEarly, SeriesStarted
from tests.support.stores import an_act, rolled_back

pytestmark = pytest.mark.every_engine

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def taken(store, series="invoice", on=MONDAY, **more):
    with store.writing(an_act()) as uow:
        return uow.numbers.take(series, on, **more)


class TestNumbers:
    def test_count_up_from_one_without_a_gap(self, store):
        assert [taken(store) for _ in range(3)] == [1, 2, 3]

    def test_run_apart_by_series_and_by_fiscal_year(self, store):
        taken(store)
        assert taken(store, "credit") == 1
        assert taken(store, year=2026) == 1
        assert taken(store, year=2026) == 2

    def test_a_refused_command_gives_its_number_back(self, store):
        taken(store)
        rolled_back(store, lambda uow: uow.numbers.take("invoice", MONDAY))

        assert taken(store) == 2

    def test_the_same_date_again_is_welcome_an_earlier_one_is_not(self, store):
        taken(store, on=TUESDAY)
        assert taken(store, on=TUESDAY) == 2
        with pytest.raises(IssueDateTooEarly) as refused:
            taken(store, on=MONDAY)
        assert refused.value.params == {"series": "invoice", "date": MONDAY, "last": TUESDAY}

    def test_a_new_fiscal_year_does_not_open_the_past(self, store):
        taken(store, on=TUESDAY, year=2025)
        with pytest.raises(IssueDateTooEarly):
            taken(store, on=MONDAY, year=2026)

    def test_a_series_of_quotes_needs_no_order(self, store):
        assert taken(store, "quote/A", TUESDAY, in_date_order=False) == 1
        assert taken(store, "quote/A", MONDAY, in_date_order=False) == 2

    def test_a_series_may_begin_where_another_program_stopped(self, store):
        with store.writing(an_act()) as uow:
            uow.numbers.begin("invoice", 1042)
            assert uow.numbers.take("invoice", MONDAY) == 1042

    def test_a_series_that_has_begun_keeps_its_first_number(self, store):
        taken(store)
        with pytest.raises(SeriesStarted), store.writing(an_act()) as uow:
            uow.numbers.begin("invoice", 1042)

    def test_the_latest_date_is_the_earliest_the_next_may_have(self, store):
        taken(store, on=MONDAY)
        taken(store, on=TUESDAY, year=2026)
        with store.writing(an_act()) as uow:
            assert uow.numbers.last_date("invoice") == TUESDAY
            assert uow.numbers.last_date("credit") is None
