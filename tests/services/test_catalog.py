"""Products, their prices and imports, through the doors people use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.catalog.product import TaxClass
from app.catalog.texts import Texts
from app.kernel.percent import Percent
from app.kernel.text import DirectionOverride, TextMissing
from app.services import catalog, rules
from app.store.faults import RecordChanged
from app.store.masters import CodeTaken
from app.store.queries.paging import After, PageRequest
from app.store.repositories.coded import CodeNotFound
from app.store.repositories.products import UnknownSku
from app.taxes.rate import TaxRate
from tests.support.access import an_actor
from tests.support.catalog import (
    a_contracted_price,
    a_price,
    a_product,
    a_promotion,
    a_schedule,
    for_skus,
    valid,
)
from tests.support.stores import an_act

REP = replace(an_act(), actor=an_actor(Role.REP))
NEW = UUID(int=900)


@pytest.fixture
def uow(store):
    with store.writing(an_act()) as opened:
        yield opened


def events(uow, subject):
    return [(entry.kind, entry.number) for entry in uow.journal.of(subject)]


class TestSaveProduct:
    def test_keeps_it_clean_and_notes_it(self, uow):
        saved = catalog.save_product(uow, an_act(), product=a_product(" N-1 ", id=NEW, category="Bikes/ "))
        again = catalog.save_product(uow, an_act(), product=saved)
        assert (saved.sku, saved.category, again.version) == ("N-1", "Bikes", 2)
        assert events(uow, NEW) == [("product.added", "N-1"), ("product.changed", "N-1")]

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"sku": "A-1"}, CodeTaken),
            ({"sku": " "}, TextMissing),
            ({"names": Texts.only("Bolt\u202e")}, DirectionOverride),
        ],
    )
    def test_refuses_what_cannot_be_sold(self, uow, changes, refusal):
        with pytest.raises(refusal):
            catalog.save_product(uow, an_act(), product=a_product(**{"sku": "N-1", "id": NEW} | changes))

    def test_refuses_what_somebody_saved_in_the_meantime(self, uow):
        read = uow.products.by_sku("A-1")
        catalog.save_product(uow, an_act(), product=read)
        with pytest.raises(RecordChanged):
            catalog.save_product(uow, an_act(), product=read)

    def test_is_not_for_everybody(self, uow):
        with pytest.raises(NotPermittedHere):
            catalog.save_product(uow, REP, product=a_product("N-1", id=NEW))


class TestAddProduct:
    def test_from_a_name_alone_is_called_by_it(self, uow):
        added = catalog.add_product(uow, an_act(), name="Delivery by bike")
        assert (added.sku, added.names) == ("Delivery by bike", Texts.only("Delivery by bike", "de"))

    def test_may_be_given_a_sku(self, uow):
        assert catalog.add_product(uow, an_act(), name="Delivery", sku="D-1").sku == "D-1"


class TestBinProduct:
    def test_takes_it_out_of_the_list_and_back(self, uow):
        product = uow.products.by_sku("A-1")
        shelf = catalog.shelf_of(uow, an_act().today)
        catalog.bin_product(uow, an_act(), product_id=product.id)
        assert "A-1" not in [row.sku for row in catalog.listed(uow, PageRequest("sku"), shelf)]
        catalog.bin_product(uow, an_act(), product_id=product.id, binned=False)
        assert "A-1" in [row.sku for row in catalog.listed(uow, PageRequest("sku"), shelf)]
        assert [kind for kind, _ in events(uow, product.id)] == ["product.binned", "product.restored"]


class TestSetPrice:
    def test_ends_the_price_before_it(self, uow):
        entry = a_price("120", id=NEW, validity=valid("2026-07-01"))
        catalog.set_price(uow, an_act(), entry=entry)
        prices = uow.price_books.entries(["A-1"])
        assert [(one.price, one.validity) for one in prices] == [
            (Decimal(100), valid("", "2026-06-30")),
            (Decimal(120), valid("2026-07-01")),
        ]

    def test_is_noted_with_its_days(self, uow):
        product = uow.products.by_sku("A-1")
        catalog.set_price(uow, an_act(), entry=a_price("120", id=NEW, validity=valid("2026-07-01")))
        [entry] = uow.journal.of(product.id)
        assert entry.facts == (
            '{"book":"LIST","currency":"EUR","first":"2026-07-01","last":null,"price":"120"}'
        )
        assert uow.changes.touches("product")

    @pytest.mark.parametrize(
        ("changes", "refusal"), [({"sku": "X-9"}, UnknownSku), ({"book": "NONE"}, CodeNotFound)]
    )
    def test_refuses_a_product_or_book_nobody_knows(self, uow, changes, refusal):
        with pytest.raises(refusal):
            catalog.set_price(uow, an_act(), entry=a_price(**{"id": NEW} | changes))

    def test_can_be_removed_again(self, uow):
        written = catalog.set_price(uow, an_act(), entry=a_price("120", id=NEW, validity=valid("2026-07-01")))
        catalog.remove_price(uow, an_act(), entry=written)
        assert [entry.price for entry in uow.price_books.entries(["A-1"])] == [Decimal(100)]


class TestTaxRates:
    def test_replace_those_of_the_same_day(self, uow):
        percent = Percent.of_points(Decimal(20))
        catalog.set_tax_rates(uow, an_act(), rates=[TaxRate("DE", TaxClass.STANDARD, percent, "new law")])
        rates = {rate.tax_class: rate for rate in uow.tax_rates.of_countries(["DE"])}
        assert rates[TaxClass.STANDARD].percent == percent
        assert rates[TaxClass.STANDARD].source == "new law"


class TestProductPage:
    def test_shows_prices_rules_and_agreements(self, uow):
        product = uow.products.by_sku("A-1")
        rules.save_schedule(
            uow, an_act(), schedule=replace(a_schedule(("1", "5")), id=NEW, selector=for_skus("A-1"))
        )
        rules.save_promotion(uow, an_act(), promotion=replace(a_promotion(), id=UUID(int=901)))
        rules.save_contracted_price(
            uow, an_act(), agreed=replace(a_contracted_price(customer="C1"), id=UUID(int=902))
        )
        page = catalog.product_page(uow, product.id)
        assert page.product == product
        assert [price.price for price in page.prices] == [100_000_000]
        assert [rule.code for rule in page.rules] == ["SPRING", "VOLUME"]
        assert [agreed.code for agreed in page.agreed] == ["DEAL"]
        assert not page.is_binned


class TestListed:
    def test_with_words_lists_the_best_matches_at_once(self, uow):
        shelf = catalog.shelf_of(uow, date(2026, 3, 2))
        request = PageRequest("sku", words="b-2")
        [row] = catalog.listed(uow, request, shelf)
        assert (row.sku, row.price.price) == ("B-2", 333_000)
        assert catalog.listed(uow, replace(request, after=After("B-2", "0")), shelf) == []
        assert catalog.listed(uow, request, shelf, category="Bikes") == []

    def test_without_words_pages_by_key(self, uow):
        shelf = catalog.shelf_of(uow, date(2026, 3, 2))
        rows = catalog.listed(uow, PageRequest("sku", descending=False), shelf)
        assert [row.sku for row in rows] == ["A-1", "B-2", "S-3"]
