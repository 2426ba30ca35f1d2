from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.product import TaxClass
from app.exchange.values.taxes import TaxMark
from app.kernel.money import Currency
from app.services.file_rows.setting import setting_of
from tests.support.catalog import a_book
from tests.support.stores import TODAY, an_act


@pytest.fixture
def setting(store):
    with store.reading() as unit:
        return setting_of(unit, TODAY)


class TestTaxOf:
    @pytest.mark.parametrize(
        ("said", "kept"),
        [
            (TaxMark(None, Decimal(19)), TaxMark(TaxClass.STANDARD)),
            (TaxMark(None, Decimal(7)), TaxMark(TaxClass.REDUCED)),
            (TaxMark(None, Decimal(0)), TaxMark(TaxClass.ZERO)),
            (TaxMark(None, Decimal(16)), TaxMark(TaxClass.STANDARD, Decimal(16))),
            (TaxMark(TaxClass.REDUCED, Decimal(7)), TaxMark(TaxClass.REDUCED)),
            (TaxMark(TaxClass.REDUCED, Decimal(5)), TaxMark(TaxClass.REDUCED, Decimal(5))),
            (TaxMark(TaxClass.EXEMPT), TaxMark(TaxClass.EXEMPT)),
            (TaxMark(), TaxMark(TaxClass.STANDARD)),
        ],
    )
    def test_a_rate_of_the_country_becomes_its_class(self, setting, said, kept):
        assert setting.tax_of(said) == kept

    def test_what_is_kept_is_kept_again(self, setting):
        for percent in (0, 5, 7, 16, 19):
            kept = setting.tax_of(TaxMark(None, Decimal(percent)))
            assert setting.tax_of(kept) == kept


class TestBookIn:
    def test_prices_belong_to_the_standing_book_of_their_currency(self, setting):
        assert setting.book_in("EUR") == "LIST"

    def test_prices_in_another_currency_belong_to_its_first_book(self, store):
        with store.writing(an_act()) as uow:
            uow.price_books.save(replace(a_book("RETAIL", "USD"), id=uow.new_id()))
            uow.price_books.save(replace(a_book("DEALER", "USD"), id=uow.new_id()))
        with store.reading() as unit:
            assert setting_of(unit, TODAY).book_in("USD") == "DEALER"

    def test_a_book_that_is_missing_gets_a_name(self, setting):
        assert setting.book_in("USD") == "LIST-USD"

    def test_the_standing_book_is_made_when_it_is_missing(self, setting):
        bare = replace(setting, books={})
        assert (bare.book_in("EUR"), bare.book_in("USD")) == ("LIST", "LIST-USD")
        assert bare.company.seller.currency == Currency.of("EUR")
