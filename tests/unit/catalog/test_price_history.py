from dataclasses import replace
from datetime import date
from uuid import UUID

from app.catalog.price_history import followed_by, price_on
from tests.support.catalog import a_price, valid

NEW = UUID(int=2)


def a_new_price(price="110", first="2026-07-01", last="", **changes):
    return a_price(price, id=NEW, validity=valid(first, last), **changes)


class TestFollowedBy:
    def test_a_first_price_ends_nothing(self):
        assert followed_by((), a_new_price()) == (a_new_price(),)

    def test_an_open_price_ends_the_day_before(self):
        [ended, new] = followed_by((a_price(validity=valid("2025-01-01")),), a_new_price())
        assert ended == a_price(validity=valid("2025-01-01", "2026-06-30"), version=2)
        assert new == a_new_price()

    def test_a_price_for_some_weeks_lets_the_old_one_come_back(self):
        assert followed_by((a_price(),), a_new_price(last="2026-07-31")) == (a_new_price(last="2026-07-31"),)

    def test_a_price_that_ends_before_the_new_one_does_is_ended(self):
        old = a_price(validity=valid("2026-06-01", "2026-07-15"))
        [ended, _] = followed_by((old,), a_new_price(last="2026-07-31"))
        assert ended.validity == valid("2026-06-01", "2026-06-30")

    def test_a_price_of_the_past_stays(self):
        assert followed_by((a_price(validity=valid("", "2025-12-31")),), a_new_price()) == (a_new_price(),)

    def test_a_price_planned_for_later_stays(self):
        assert followed_by((a_price(validity=valid("2027-01-01")),), a_new_price()) == (a_new_price(),)

    def test_one_of_the_same_day_is_replaced(self):
        [written] = followed_by((a_price(validity=valid("2026-07-01")),), a_new_price())
        assert written == replace(a_new_price(), id=a_price().id, version=2)

    def test_one_without_a_first_day_replaces_one_without(self):
        [written] = followed_by((a_price(),), a_new_price(first=""))
        assert (written.id, written.price) == (a_price().id, 110)

    def test_another_book_or_product_is_left_alone(self):
        others = (a_price(book="USA"), a_price(sku="B-2"))
        assert followed_by(others, a_new_price()) == (a_new_price(),)


class TestPriceOn:
    def test_is_the_one_that_began_last(self):
        old, new = a_price(), a_new_price(last="2026-07-31")
        assert price_on((old, new), "LIST", date(2026, 7, 1)) is new
        assert price_on((old, new), "LIST", date(2026, 8, 1)) is old

    def test_is_none_in_a_book_without_one(self):
        assert price_on((a_price(),), "USA", date(2026, 7, 1)) is None
