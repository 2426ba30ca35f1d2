"""The company is set up from its country, and changed one setting at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.catalog.product import TaxClass
from app.catalog.texts import Texts
from app.company.margin_goals import MarginFloorAboveTarget
from app.company.seller import Paper, ZoneRefused
from app.company.settings import UnknownSetting
from app.kernel.countries import UnknownCountry
from app.kernel.money import Currency
from app.kernel.numbers import NumberOutOfRange
from app.kernel.text import TextMissing
from app.services import company
from app.store.repositories.coded import CodeNotFound
from app.store.search_index import Scope
from app.store.store import Store
from tests.support.access import an_actor
from tests.support.houses import a_priced_product, set_up
from tests.support.stores import a_store, an_act

REP = replace(an_act(), actor=an_actor(Role.REP))
PNG = b"\x89PNG\r\n\x1a\nrest"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new file without a company, in place of the stocked one."""
    with a_store(tmp_path) as opened:
        yield opened


def change(store, name, text):
    with store.writing(an_act()) as uow:
        return company.change(uow, an_act(), name=name, text=text)


class TestSetUp:
    @pytest.mark.parametrize(
        ("country", "currency", "language", "zone", "paper", "step"),
        [
            ("DE", "EUR", "de", "Europe/Berlin", Paper.A4, None),
            ("us", "USD", "en", "America/New_York", Paper.LETTER, None),
            ("CH", "CHF", "de_CH", "Europe/Zurich", Paper.A4, Decimal("0.05")),
            ("GB", "GBP", "en_GB", "Europe/London", Paper.A4, None),
            ("JP", "JPY", "ja", "Asia/Tokyo", Paper.A4, None),
        ],
    )
    def test_takes_from_the_country_what_it_suggests(
        self, store, country, currency, language, zone, paper, step
    ):
        made = set_up(store, country=country)
        seller = made.seller
        assert (seller.currency.code, seller.language, seller.time_zone) == (currency, language, zone)
        assert (seller.brand.paper, made.policies.cash_step) == (paper, step)

    def test_makes_the_standing_price_book_and_knows_the_tax_rates(self, store):
        made = set_up(store)
        with store.reading() as reading:
            assert reading.price_books.by_code(made.price_book).currency == made.seller.currency
            german = reading.tax_rates.of_countries(["DE"])
        standard = [rate for rate in german if rate.tax_class is TaxClass.STANDARD]
        assert [rate.percent.points for rate in standard if rate.validity.covers(date(2026, 3, 2))] == [19]

    def test_is_noted_in_the_journal(self, store):
        made = set_up(store)
        with store.reading() as reading:
            assert [entry.kind for entry in reading.journal.of(made.id)] == ["company.set_up"]

    def test_is_done_once(self, store):
        set_up(store)
        with pytest.raises(company.CompanyExists):
            set_up(store)

    @pytest.mark.parametrize(
        ("facts", "refusal"), [({"name": " "}, TextMissing), ({"country": "ZZ"}, UnknownCountry)]
    )
    def test_refuses_what_is_no_company(self, store, facts, refusal):
        with pytest.raises(refusal):
            set_up(store, **facts)

    def test_is_not_for_everybody(self, store):
        with store.writing(REP) as uow, pytest.raises(NotPermittedHere):
            company.set_up(uow, REP, name="Rhine Tools", country="DE")


class TestChange:
    @pytest.mark.parametrize(
        ("name", "text", "stands_as"),
        [
            ("city", "Köln", "city"),
            ("zip", "50667", "postcode"),
            ("vat-id", "DE136695976", "tax_id"),
            ("rounding", "unit", "policy.rounding"),
            ("numbering.invoice", "RE-{seq:04}", "number.invoice"),
            ("exempt", "yes", "tax.exempt"),
            ("time_zone", "America/New_York", "time_zone"),
            ("payment_terms", "2% discount 10 days, 30 days", "payment_terms"),
        ],
    )
    def test_keeps_a_setting_called_by_any_of_its_names(self, store, name, text, stands_as):
        set_up(store)
        change(store, name, text)
        with store.reading() as reading:
            assert company.shown(reading)[stands_as] == text

    @pytest.mark.parametrize(
        ("name", "text", "refusal"),
        [
            ("shoe_size", "42", UnknownSetting),
            ("time_zone", "Europe/Atlantis", ZoneRefused),
            ("price_book", "NONE", CodeNotFound),
            ("quote_days", "1e999", Exception),
            ("quote_days", "99999999999999999999", NumberOutOfRange),
        ],
    )
    def test_refuses_what_it_cannot_be(self, store, name, text, refusal):
        set_up(store)
        with pytest.raises(refusal):
            change(store, name, text)

    def test_refuses_a_target_below_the_floor(self, store):
        set_up(store)
        change(store, "margin.floor", "15%")
        with pytest.raises(MarginFloorAboveTarget):
            change(store, "margin.target", "0.1")

    def test_another_currency_takes_an_empty_price_book_along(self, store):
        set_up(store)
        changed = change(store, "currency", "USD")
        with store.reading() as reading:
            assert reading.price_books.by_code(changed.price_book).currency == Currency.of("USD")
            assert len(reading.price_books.all()) == 1

    def test_another_currency_leaves_a_filled_price_book_and_makes_its_own(self, store):
        set_up(store)
        with store.writing(an_act()) as uow:
            a_priced_product(uow)
        changed = change(store, "currency", "USD")
        assert changed.price_book == "LIST-USD"
        back = change(store, "currency", "EUR")
        assert back.price_book == "LIST"

    def test_another_language_shows_products_by_their_name_in_it(self, store):
        set_up(store)
        with store.writing(an_act()) as uow:
            a_priced_product(uow, names=Texts.of({"de": "Schraube", "en": "Bolt"}))
        change(store, "language", "en")
        with store.reading() as reading:
            [hit] = reading.search.find("schraube", (Scope.PRODUCT,)).hits
        assert hit.title == "Bolt"

    def test_is_not_for_everybody(self, store):
        set_up(store)
        with store.writing(REP) as uow, pytest.raises(NotPermittedHere):
            company.change(uow, REP, name="city", text="Köln")


class TestLogo:
    def test_is_kept_and_taken_off(self, store):
        set_up(store)
        with store.writing(an_act()) as uow:
            branded = company.set_logo(uow, an_act(), content=PNG)
            picture = uow.company.picture(branded.seller.brand.logo)
            assert (picture.media_type, picture.content) == ("image/png", PNG)
            assert company.set_logo(uow, an_act(), content=b"").seller.brand.logo == ""

    @pytest.mark.parametrize("content", [b"GIF89a", PNG + bytes(company.LARGEST_LOGO)], ids=["gif", "large"])
    def test_is_refused_when_no_paper_could_carry_it(self, store, content):
        set_up(store)
        with store.writing(an_act()) as uow, pytest.raises(company.LogoRefused):
            company.set_logo(uow, an_act(), content=content)


class TestPeople:
    def test_are_kept_with_their_roles(self, store):
        set_up(store)
        with store.writing(an_act()) as uow:
            ruth = company.save_person(uow, an_act(), name=" Ruth ", roles=frozenset({Role.REP}))
            again = company.save_person(
                uow, an_act(), name="Ruth", roles=frozenset({Role.MANAGER}), person_id=ruth.id
            )
            assert uow.users.all() == (again,)
        assert again.roles == {Role.MANAGER}
