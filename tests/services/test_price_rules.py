from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.price_method import BlockPrice
from app.catalog.ties import RulesTie
from app.pricing.rules import RuleSet
from app.services import rules
from app.services.price_rules import KeptRules, ProductsElsewhere, keep
from app.store.repositories.coded import CodeNotFound
from app.store.repositories.customers import UnknownCustomer
from tests.support.catalog import (
    a_book,
    a_contracted_price,
    a_price,
    a_product,
    a_promotion,
    a_schedule,
    boxes,
    for_skus,
)
from tests.support.stores import an_act

BLOCKS = BlockPrice(boxes(("1", "10"), ("11", "30")), overage=Decimal("2.5"))
FOUND = RuleSet(
    books=(a_book("BLOCKS"),),
    entries=(a_price("0", book="BLOCKS", method=BLOCKS), a_price("7", "B-2", book="BLOCKS")),
    schedules=(a_schedule(("1", "5")),),
    promotions=(a_promotion(),),
)


@pytest.fixture
def uow(store):
    with store.writing(an_act()) as opened:
        yield opened


def test_every_rule_of_a_file_is_kept(uow):
    kept = keep(uow, an_act(), found=FOUND)

    assert kept == KeptRules(books=1, prices=2, schedules=1, promotions=1, contracted_prices=0)
    assert uow.price_books.entries(["A-1"], book="BLOCKS")[0].method == BLOCKS
    assert uow.schedules.by_code("VOLUME").names.in_language("en") == "VOLUME"


def test_a_second_time_replaces_by_code(uow):
    keep(uow, an_act(), found=FOUND)
    keep(uow, an_act(), found=replace(FOUND, schedules=(a_schedule(("1", "9")),)))

    assert uow.schedules.by_code("VOLUME").version == 2
    assert len(uow.price_books.entries(["A-1"], book="BLOCKS")) == 1


def test_an_agreed_price_needs_its_customer(uow):
    with pytest.raises(UnknownCustomer):
        keep(
            uow,
            an_act(),
            found=RuleSet(contracted_prices=(a_contracted_price(customer="NOBODY", sku="A-1"),)),
        )


def test_products_come_by_their_own_table(uow):
    with pytest.raises(ProductsElsewhere):
        keep(uow, an_act(), found=RuleSet(products=(a_product(),)))


def test_a_price_needs_its_book(uow):
    with pytest.raises(CodeNotFound):
        keep(uow, an_act(), found=RuleSet(entries=(a_price("1", book="NOBODY"),)))


def test_rules_that_tie_are_refused_with_both_names(uow):
    rules.save_schedule(
        uow, an_act(), schedule=replace(a_schedule(("1", "2"), code="OLD"), selector=for_skus("A-1"))
    )
    with pytest.raises(RulesTie):
        keep(uow, an_act(), found=RuleSet(schedules=(a_schedule(("1", "5"), selector=for_skus("A-1")),)))
