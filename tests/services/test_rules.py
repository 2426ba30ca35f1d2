"""Price books, schedules, offers and agreements, through the doors people use."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.catalog.ties import PromotionsTie, RulesTie
from app.company.policies import Policies, PromotionMode
from app.kernel.text import TextMissing
from app.services import rules
from app.store.repositories.customers import UnknownCustomer
from app.store.repositories.products import UnknownSku
from tests.support.access import an_actor
from tests.support.catalog import a_book, a_contracted_price, a_promotion, a_schedule, for_skus, valid
from tests.support.stores import an_act

REP = replace(an_act(), actor=an_actor(Role.REP))
LADDER = (("1", "5"), ("10", "8"))
FIRST, SECOND = UUID(int=900), UUID(int=901)


@pytest.fixture
def uow(store):
    with store.writing(an_act()) as opened:
        yield opened


def a_saved_schedule(uow, **changes):
    return rules.save_schedule(uow, an_act(), schedule=replace(a_schedule(*LADDER), id=FIRST, **changes))


class TestBooks:
    def test_are_kept_under_a_clean_code(self, uow):
        book = rules.save_book(uow, an_act(), book=replace(a_book(" USA ", "USD"), id=FIRST))
        assert uow.price_books.by_code("USA") == book

    def test_need_a_code(self, uow):
        with pytest.raises(TextMissing):
            rules.save_book(uow, an_act(), book=replace(a_book(" "), id=FIRST))


class TestSchedules:
    @pytest.mark.parametrize("selector", [for_skus(), for_skus("A-1")], ids=["everything", "product"])
    def test_that_tie_are_refused_with_both_names(self, uow, selector):
        a_saved_schedule(uow, selector=selector)
        with pytest.raises(RulesTie) as refusal:
            rules.save_schedule(
                uow,
                an_act(),
                schedule=replace(a_schedule(*LADDER, code="ALSO"), id=SECOND, selector=selector),
            )
        assert refusal.value.params == {"rule": "ALSO", "other": "VOLUME"}

    def test_in_the_bin_tie_with_nobody(self, uow):
        schedule = a_saved_schedule(uow)
        rules.bin_rule(uow, an_act(), rule=schedule)
        also = rules.save_schedule(
            uow, an_act(), schedule=replace(a_schedule(*LADDER, code="ALSO"), id=SECOND)
        )
        assert uow.schedules.all() == (also,)

    def test_are_noted(self, uow):
        schedule = a_saved_schedule(uow)
        rules.save_schedule(uow, an_act(), schedule=schedule)
        rules.bin_rule(uow, an_act(), rule=schedule)
        rules.bin_rule(uow, an_act(), rule=schedule, binned=False)
        kinds = [entry.kind for entry in uow.journal.of(FIRST)]
        assert kinds == ["rule.added", "rule.changed", "rule.binned", "rule.restored"]


class TestPromotions:
    def test_that_stack_in_no_declared_order_are_refused_with_both_names(self, uow):
        stacked = Policies(promotions=PromotionMode.STACKED)
        uow.company.save(replace(uow.company.get(), policies=stacked))
        rules.save_promotion(uow, an_act(), promotion=replace(a_promotion(), id=FIRST))

        with pytest.raises(PromotionsTie) as refusal:
            rules.save_promotion(uow, an_act(), promotion=replace(a_promotion("ALSO"), id=SECOND))

        assert refusal.value.params == {"rule": "ALSO", "other": "SPRING", "order": 0}

    def test_may_overlap(self, uow):
        rules.save_promotion(uow, an_act(), promotion=replace(a_promotion(), id=FIRST))
        rules.save_promotion(uow, an_act(), promotion=replace(a_promotion("MAY"), id=SECOND))
        assert len(uow.promotions.all()) == 2

    def test_can_be_put_away(self, uow):
        offer = rules.save_promotion(uow, an_act(), promotion=replace(a_promotion(), id=FIRST))
        rules.bin_rule(uow, an_act(), rule=offer)
        assert uow.promotions.all() == ()


class TestContractedPrices:
    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"customer": "C9"}, UnknownCustomer),
            ({"customer": "C1", "sku": "X-9"}, UnknownSku),
            ({"customer": "C1", "code": ""}, TextMissing),
        ],
    )
    def test_name_somebody_and_something_that_is_there(self, uow, changes, refusal):
        with pytest.raises(refusal):
            rules.save_contracted_price(
                uow, an_act(), agreed=replace(a_contracted_price(**changes), id=FIRST)
            )

    def test_that_tie_are_refused(self, uow):
        agreed = replace(a_contracted_price(customer="C1"), id=FIRST)
        rules.save_contracted_price(uow, an_act(), agreed=agreed)
        with pytest.raises(RulesTie):
            rules.save_contracted_price(uow, an_act(), agreed=replace(agreed, id=SECOND, code="ALSO"))
        newer = replace(agreed, id=SECOND, code="ALSO", validity=valid("2026-01-01"))
        assert rules.save_contracted_price(uow, an_act(), agreed=newer) == newer

    def test_for_a_category_have_it_clean(self, uow):
        agreed = replace(a_contracted_price("C", customer="C1", category="Bikes /"), id=FIRST)
        assert rules.save_contracted_price(uow, an_act(), agreed=agreed).category == "Bikes"

    def test_can_be_put_away(self, uow):
        agreed = rules.save_contracted_price(
            uow, an_act(), agreed=replace(a_contracted_price(customer="C1"), id=FIRST)
        )
        rules.bin_rule(uow, an_act(), rule=agreed)
        assert uow.contracted_prices.of_customer("C1") == ()


class TestPermission:
    def test_is_asked_at_every_door(self, uow):
        offer = replace(a_promotion(), id=FIRST)
        with pytest.raises(NotPermittedHere):
            rules.save_promotion(uow, REP, promotion=offer)
        with pytest.raises(NotPermittedHere):
            rules.save_book(uow, REP, book=a_book())
        with pytest.raises(NotPermittedHere):
            rules.save_schedule(uow, REP, schedule=a_schedule(*LADDER))
        with pytest.raises(NotPermittedHere):
            rules.save_contracted_price(uow, REP, agreed=a_contracted_price())
        with pytest.raises(NotPermittedHere):
            rules.bin_rule(uow, REP, rule=offer)
