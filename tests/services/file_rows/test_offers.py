from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.catalog.reduction import AmountOff, percent_off
from app.catalog.validity import Validity
from app.services import exports
from tests.support.files import counts, imported, looked_at
from tests.support.stores import an_act

HEAD = "code,name,percent,valid_from,valid_to,min_quantity,max_quantity,skus,name[en]"
BAND = 'V2,Menge,2,2011-05-31,2014-05-30,11,14,"A-1;B-2",Volume'


def promotion(store, code="V2"):
    with store.reading() as unit:
        return unit.promotions.by_code(code)


class TestOffers:
    def test_writes_a_promotion(self, store):
        assert counts(imported(store, "offers", f"{HEAD}\n{BAND}\n")) == (1, 0, 0, 0)
        found = promotion(store)
        assert found.selector.skus == frozenset({"A-1", "B-2"})
        assert (found.minimum, found.maximum, found.reduction) == (11, 14, percent_off(2))
        assert found.validity == Validity(date(2011, 5, 31), date(2014, 5, 30))
        assert dict(found.names.by_language) == {"de": "Menge", "en": "Volume"}

    def test_the_same_file_again_changes_nothing(self, store):
        imported(store, "offers", f"{HEAD}\n{BAND}\n")
        before = promotion(store)
        assert counts(imported(store, "offers", f"{HEAD}\n{BAND}\n")) == (0, 0, 1, 0)
        assert promotion(store) == before

    def test_a_change_raises_its_version(self, store):
        imported(store, "offers", f"{HEAD}\n{BAND}\n")
        assert counts(imported(store, "offers", "code,percent\nV2,3\n")) == (0, 1, 0, 0)
        assert (promotion(store).version, promotion(store).reduction) == (2, percent_off(3))
        assert promotion(store).maximum == 14

    def test_what_a_table_has_no_column_for_stays(self, store):
        imported(store, "offers", f"{HEAD}\n{BAND}\n")
        told = replace(
            promotion(store), coupon="SPRING", limit=9, used=3, order_over=(("EUR", Decimal(100)),)
        )
        with store.writing(an_act()) as uow:
            uow.promotions.save(told)
        imported(store, "offers", "code,percent\nV2,3\n")

        kept = promotion(store)
        assert (kept.coupon, kept.limit, kept.used) == ("SPRING", 9, 3)
        assert kept.order_over == told.order_over

    def test_takes_amounts_off(self, store):
        imported(store, "offers", "code,amount[EUR],skus\nV2,5,A-1\n")
        assert promotion(store).reduction == AmountOff((("EUR", Decimal(5)),))
        assert counts(imported(store, "offers", "code,amount,currency\nV2,5,EUR\n")) == (0, 0, 1, 0)

    def test_an_offer_in_the_bin_comes_out_of_it(self, store):
        imported(store, "offers", f"{HEAD}\n{BAND}\n")
        with store.writing(an_act()) as uow:
            uow.promotions.put_in_bin(uow.promotions.by_code("V2").id)
        assert counts(imported(store, "offers", f"{HEAD}\n{BAND}\n")) == (1, 0, 0, 0)
        with store.reading() as unit:
            assert [one.code for one in unit.promotions.all()] == ["V2"]

    def test_names_products_that_are_not_there(self, store):
        seen = looked_at(store, "offers", 'code,percent,skus\nV2,5,"A-1;X-9"\n')
        assert [(p.column, p.params["sku"]) for p in seen.parsed.problems] == [("skus", ("X-9",))]


class TestOffersForNothing:
    def test_are_refused_whether_the_columns_are_blank_or_missing(self, store):
        for text in ("code,percent\nV9,5\n", "code,percent,skus,categories\nV9,5,,\n"):
            seen = looked_at(store, "offers", text)
            assert [(p.column, p.code) for p in seen.parsed.problems] == [
                ("categories", "exchange.offer_for_nothing")
            ]

    def test_an_offer_may_say_that_it_is_for_every_product(self, store):
        text = 'code,percent,skus,categories\nV9,5,"A-1",*\n'
        assert counts(imported(store, "offers", text)) == (1, 0, 0, 0)
        assert promotion(store, "V9").selector.takes_every_product
        assert counts(imported(store, "offers", text)) == (0, 0, 1, 0)

    def test_one_for_every_product_is_exported_as_such_and_reads_back(self, store):
        imported(store, "offers", "code,percent,categories\nV9,5,*\n")
        with store.reading() as unit:
            sheet = exports.sheet(unit, an_act(), noun="offers")
            (cells,) = sheet.rows
        row = dict(zip(sheet.header, cells, strict=True))
        assert (row["skus"], row["categories"]) == ("", "*")

    def test_other_columns_of_an_offer_change_without_naming_its_products(self, store):
        imported(store, "offers", "code,percent,categories\nV9,5,*\n")
        assert counts(imported(store, "offers", "code,percent\nV9,6\n")) == (0, 1, 0, 0)
        assert promotion(store, "V9").selector.takes_every_product
        imported(store, "offers", f"{HEAD}\n{BAND}\n")
        assert counts(imported(store, "offers", "code,percent,categories\nV2,6,\n")) == (0, 1, 0, 0)
        assert promotion(store).selector.skus == frozenset({"A-1", "B-2"})

    def test_an_offer_does_not_lose_the_only_products_it_has(self, store):
        imported(store, "offers", f"{HEAD}\n{BAND}\n")
        seen = looked_at(store, "offers", "code,percent,skus\nV2,2,\n")
        assert [p.code for p in seen.parsed.problems] == ["exchange.offer_for_nothing"]
