from datetime import timedelta
from decimal import Decimal

import pytest

from app.catalog.product import TaxClass
from app.catalog.validity import ALWAYS, Validity
from app.kernel.money import Currency
from app.kernel.percent import Percent
from tests.support.files import counts, imported, looked_at
from tests.support.stores import TODAY, an_act

HEAD = "sku,name,price,currency"
TOMORROW = TODAY + timedelta(days=1)


def product(store, sku):
    with store.reading() as unit:
        return unit.products.by_sku(sku)


def prices(store, sku):
    with store.reading() as unit:
        return [(e.book, e.price, e.validity) for e in unit.price_books.entries([sku])]


class TestProducts:
    def test_a_new_product_has_its_price_for_all_days(self, store):
        assert counts(imported(store, "products", f"{HEAD},tax\nN-1,Neu,12.5,EUR,7\n")) == (1, 0, 0, 0)
        assert product(store, "N-1").tax_class is TaxClass.REDUCED
        assert prices(store, "N-1") == [("LIST", Decimal("12.5"), ALWAYS)]

    def test_the_same_file_again_changes_nothing(self, store):
        text = f"{HEAD},tax,cost,category,description,name[en],unit\nN-1,Neu,12.5,EUR,16,3,A/B,Text,New,HUR\n"
        imported(store, "products", text)
        before = product(store, "N-1")
        assert counts(imported(store, "products", text)) == (0, 0, 1, 0)
        assert product(store, "N-1") == before

    def test_a_price_that_changes_holds_from_today_on(self, store):
        imported(store, "products", f"{HEAD}\nN-1,Neu,12,EUR\n")
        imported(store, "products", f"{HEAD}\nN-1,Neu,13,EUR\n", day=TOMORROW)
        assert prices(store, "N-1") == [
            ("LIST", Decimal(12), ALWAYS),
            ("LIST", Decimal(13), Validity(TOMORROW)),
        ]
        imported(store, "products", f"{HEAD}\nN-1,Neu,14,EUR\n", day=TOMORROW)
        assert prices(store, "N-1")[1:] == [("LIST", Decimal(14), Validity(TOMORROW))]

    def test_a_cost_that_changes_holds_from_today_on(self, store):
        imported(store, "products", f"{HEAD},cost\nN-1,Neu,12,EUR,5\n")
        imported(store, "products", f"{HEAD},cost\nN-1,Neu,12,EUR,6\n", day=TOMORROW)
        euro = Currency.of("EUR")
        assert product(store, "N-1").cost_on(TODAY, euro).amount == 5
        assert product(store, "N-1").cost_on(TOMORROW, euro).amount == 6
        imported(store, "products", f"{HEAD},cost\nN-1,Neu,12,EUR,\n", day=TOMORROW)
        assert product(store, "N-1").cost_on(TOMORROW, euro) is None

    def test_a_blank_price_leaves_the_price_as_it_is(self, store):
        imported(store, "products", f"{HEAD}\nN-1,Neu,12,EUR\n")
        assert counts(imported(store, "products", f"{HEAD}\nN-1,Neu,,EUR\n")) == (0, 0, 1, 0)
        assert len(prices(store, "N-1")) == 1
        assert counts(imported(store, "products", f"{HEAD}\nN-2,Ohne,,EUR\n")) == (1, 0, 0, 0)
        assert prices(store, "N-2") == []

    def test_a_column_that_is_missing_leaves_what_was_there(self, store):
        imported(store, "products", f"{HEAD},cost,category,name[en]\nN-1,Neu,12,EUR,5,A,New\n")
        imported(store, "products", f"{HEAD}\nN-1,Anders,12,EUR\n")
        after = product(store, "N-1")
        assert dict(after.names.by_language) == {"de": "Anders", "en": "New"}
        assert (after.category, len(after.costs)) == ("A", 1)

    def test_prices_in_another_currency_get_a_book(self, store):
        text = f"{HEAD}\nN-1,Neu,12,USD\n"
        assert [f.code for f in looked_at(store, "products", text).findings] == ["exchange.price_book_new"]
        imported(store, "products", text)
        assert prices(store, "N-1") == [("LIST-USD", Decimal(12), ALWAYS)]
        assert counts(imported(store, "products", text)) == (0, 0, 1, 0)

    def test_a_rate_that_is_none_of_the_countrys_stays_beside_its_class(self, store):
        imported(store, "products", f"{HEAD},tax\nN-1,Neu,12,EUR,16\n")
        after = product(store, "N-1")
        assert (after.tax_class, after.tax_percent) == (TaxClass.STANDARD, Percent.of_points(16))

    def test_a_product_in_the_bin_comes_out_of_it(self, store):
        with store.writing(an_act()) as uow:
            uow.products.put_in_bin(uow.products.by_sku("A-1").id)
        assert counts(imported(store, "products", f"{HEAD}\nA-1,Amboss,100,EUR\n")) == (1, 0, 0, 0)
        with store.reading() as unit:
            assert not unit.products.is_binned(unit.products.by_sku("A-1").id)

    def test_keeps_own_units_of_a_product(self, store):
        imported(store, "products", f"{HEAD},conversions\nN-1,Neu,12,EUR,XBX = 12 C62\n")
        (conversion,) = product(store, "N-1").conversions
        assert (conversion.unit.code, conversion.factor.numerator) == ("XBX", 12)

    def test_takes_the_companys_currency_where_the_file_has_none(self, store):
        imported(store, "products", "sku,name,price\nN-1,Neu,12\n")
        assert prices(store, "N-1")[0][0] == "LIST"

    @pytest.mark.parametrize("text", ["<img src=file:///etc/passwd>", "=cmd|' /C calc'!A0", "ﬁ Größe"])
    def test_keeps_any_name_as_the_text_it_is(self, store, text):
        imported(store, "products", f'{HEAD}\nN-1,"{text}",12,EUR\n')
        assert product(store, "N-1").names.in_language("de") == text
