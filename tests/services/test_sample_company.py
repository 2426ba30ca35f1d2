"""The sample company is ready to quote, in its own file or inside a company of any country."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.pricing.document import price
from app.pricing.request import PricingRequest, RequestLine
from app.services import company, sample_company
from app.store.search_index import Scope
from app.store.store import Store
from app.taxes.parties import situation_of
from tests.support.stores import TODAY, a_store, an_act


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new file without a company, in place of the stocked one."""
    with a_store(tmp_path) as opened:
        yield opened


def filled(store, country):
    with store.writing(an_act()) as uow:
        made = company.set_up(uow, an_act(), name="Somebody", country=country)
        sample_company.fill(uow, an_act())
    return made


def priced(unit, reference, *lines):
    """Price lines of (SKU, quantity) for a customer in their own currency."""
    seller, customer = unit.company.get(), unit.customers.by_reference(reference)
    currency = customer.currency or seller.seller.currency
    book = next(book.code for book in unit.price_books.all() if book.currency == currency)
    request = PricingRequest(
        on=TODAY,
        currency=currency,
        book=book,
        taxes=situation_of(seller, customer),
        lines=tuple(RequestLine(sku, sku, Decimal(quantity)) for sku, quantity in lines),
        customer=reference,
    )
    return price(request, unit.price_rules.of_document(request))


class TestMake:
    def test_makes_a_company_whose_papers_lack_nothing(self, store):
        with store.writing(an_act()) as uow:
            made = sample_company.make(uow, an_act())
            assert uow.company.picture(made.seller.brand.logo) is not None
        assert made.seller.findings() == ()
        assert [each.code for each in made.payment_terms] == ["NET30", "SKONTO", "HALF"]

    def test_can_quote_at_once(self, store):
        with store.writing(an_act()) as uow:
            sample_company.make(uow, an_act())
        with store.reading() as reading:
            answer = priced(reading, "C-1001", ("NB-ARBOR-14", "12"), ("DP-27Q", "12"), ("SB-OFFICE-S", "30"))
        steps = {line.key: {step.rule for step in line.parts[0].steps} for line in answer.lines}
        assert "ELBKONTOR-ARBOR-14" in steps["NB-ARBOR-14"]
        assert {"DESK-WEEKS", "VOL-WORKPLACE"} <= steps["DP-27Q"]
        assert len(answer.line("SB-OFFICE-S").parts) == 2
        assert [group.rate.points for group in answer.tax_groups] == [19]

    @pytest.mark.parametrize(
        ("reference", "reason"),
        [("C-1010", "taxes.intra_community_supply"), ("C-1013", "taxes.export"), ("C-1023", "taxes.export")],
    )
    def test_has_customers_who_are_taxed_elsewhere(self, store, reference, reason):
        with store.writing(an_act()) as uow:
            sample_company.make(uow, an_act())
            answer = priced(uow, reference, ("SW-24P", "1"))
        assert [group.reasons for group in answer.tax_groups] == [(reason,)]
        assert answer.all_findings == ()


class TestFill:
    @pytest.mark.parametrize("country", ["DE", "US", "CH", "GB", "JP"])
    def test_fits_a_company_of_any_country(self, store, country):
        made = filled(store, country)
        with store.reading() as reading:
            books = {book.currency.code: book.code for book in reading.price_books.all()}
            assert set(books) == {"EUR", "USD", "CHF", "GBP", made.seller.currency.code}
            assert books[made.seller.currency.code] == "LIST"
            assert priced(reading, "C-1001", ("NB-ARBOR-14", "1")).lines[0].amount > 0
            assert len(reading.search.find("notebook", (Scope.PRODUCT,)).hits) >= 4
            assert reading.company.get().seller.name == "Somebody"

    def test_twice_adds_nothing(self, store):
        filled(store, "DE")
        with store.writing(an_act()) as uow:
            rows = "SELECT count(*), max(version) FROM product"
            before = uow.records.transaction.rows(rows)
            sample_company.fill(uow, an_act())
            assert uow.records.transaction.rows(rows) == before
            assert len(uow.promotions.all()) == 2
