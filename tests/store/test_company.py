"""The one company of a file, and its logo."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from app.company.company import Company, StandingTerms, TaxSettings
from app.company.contact import ElectronicAddress
from app.company.fiscal_year import FiscalYear, NamedAfter
from app.company.margin_goals import MarginGoals
from app.company.numbering import Series
from app.company.policies import Policies, ProrationMode
from app.company.seller import Brand, Paper
from app.company.terms_text import terms_of
from app.store.faults import RecordChanged
from app.store.masters import CodeTaken
from app.store.repositories.company import NoCompany, Picture
from tests.support.company import a_seller
from tests.support.stores import an_act

pytestmark = pytest.mark.every_engine

PLAIN = Company(UUID(int=1), a_seller())
FULL = Company(
    UUID(int=1),
    a_seller(
        electronic_address=ElectronicAddress("9930", "DE136695976"),
        brand=Brand("ab" * 32, "#aa3300", Paper.LETTER),
    ),
    Policies(proration=ProrationMode.DAILY_365, cash_step=Decimal("0.05")),
    fiscal_year=FiscalYear(4, NamedAfter.END),
    payment_terms=(
        StandingTerms("HALF", terms_of("50% 0 days, 50% 30 days")),
        StandingTerms("SKONTO", terms_of("2% discount 10 days, 30 days")),
    ),
    taxes=TaxSettings(True, frozenset({"FR", "US-CA"}), True),
    margins=MarginGoals(Decimal("0.15"), Decimal("0.3")),
    price_book="LIST",
    quote_days=14,
).with_pattern(Series.INVOICE, "RE-{year}-{seq:04}")


class TestCompany:
    @pytest.mark.parametrize("company", [PLAIN, FULL], ids=["plain", "full"])
    def test_comes_back_as_it_was_saved(self, store, company):
        with store.writing(an_act()) as uow:
            after = uow.company.save(company)
            assert uow.company.get() == after
        assert after == replace(company, rev=after.rev, version=1)

    def test_is_missing_in_a_new_file(self, store):
        with store.reading() as reading:
            assert reading.company.find() is None
            assert reading.company.time_zone() == "UTC"
            with pytest.raises(NoCompany):
                reading.company.get()

    def test_says_its_zone_without_the_rest(self, store):
        with store.writing(an_act()) as uow:
            uow.company.save(PLAIN)
            assert uow.company.time_zone() == "Europe/Berlin"

    def test_is_the_only_one(self, store):
        with store.writing(an_act()) as uow:
            uow.company.save(PLAIN)
            with pytest.raises(CodeTaken):
                uow.company.save(replace(PLAIN, id=UUID(int=2)))

    def test_refuses_what_somebody_saved_in_the_meantime(self, store):
        with store.writing(an_act()) as uow:
            read = uow.company.save(PLAIN)
            uow.company.save(read)
            with pytest.raises(RecordChanged):
                uow.company.save(read)


class TestPicture:
    def test_is_kept_by_its_hash_once(self, store):
        logo = Picture("image/png", b"\x89PNG logo")
        with store.writing(an_act()) as uow:
            digest = uow.company.keep_picture(logo)
            assert uow.company.keep_picture(logo) == digest
            assert uow.company.picture(digest) == logo

    def test_is_none_where_there_is_no_logo(self, store):
        with store.reading() as reading:
            assert reading.company.picture("") is None
