"""Customers are kept, thrown away while nothing hangs on them, and shown."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.company.contact import Contact, NotAnEmail
from app.company.tax_id import TaxId, TaxIdKind
from app.kernel.text import TextMissing
from app.services import customers
from app.store.masters import CodeTaken
from app.store.queries.paging import After, PageRequest
from tests.support.access import an_actor
from tests.support.catalog import a_contracted_price
from tests.support.customers import a_customer
from tests.support.deals import ACME, BIKES, a_draft
from tests.support.stores import an_act

AUDITOR = replace(an_act(), actor=an_actor(Role.AUDITOR))
NEW = UUID(int=900)


@pytest.fixture
def uow(store):
    with store.writing(an_act()) as opened:
        yield opened


def kinds(uow, customer_id):
    return [entry.kind for entry in uow.journal.of(customer_id)]


class TestSave:
    def test_gives_a_reference_to_who_has_none(self, uow):
        saved = customers.save(uow, an_act(), customer=a_customer(id=NEW, reference=""))
        assert saved.reference == "00001"
        assert kinds(uow, NEW) == ["customer.added"]

    def test_passes_over_references_that_were_imported(self, uow):
        customers.save(uow, an_act(), customer=a_customer(id=NEW, reference="00001"))
        added = customers.add(uow, an_act(), name="Corner Shop")
        assert (added.reference, added.name) == ("00002", "Corner Shop")

    @pytest.mark.parametrize(
        ("facts", "refusal"),
        [
            ({"name": ""}, TextMissing),
            ({"reference": "C1"}, CodeTaken),
            ({"contact": Contact(email="nobody")}, NotAnEmail),
        ],
    )
    def test_refuses_what_cannot_be(self, uow, facts, refusal):
        with pytest.raises(refusal):
            customers.save(uow, an_act(), customer=a_customer(**{"id": NEW} | facts))

    def test_is_not_for_everybody(self, uow):
        with pytest.raises(NotPermittedHere):
            customers.add(uow, AUDITOR, name="Corner Shop")


class TestBin:
    def test_takes_somebody_out_and_back(self, uow):
        customers.put_in_bin(uow, an_act(), customer_id=BIKES)
        assert [row.reference for row in customers.listed(uow, PageRequest("name"))] == ["C1"]
        customers.put_in_bin(uow, an_act(), customer_id=BIKES, binned=False)
        assert len(customers.listed(uow, PageRequest("name"))) == 2
        assert kinds(uow, BIKES) == ["customer.binned", "customer.restored"]

    def test_keeps_who_has_documents(self, store):
        a_draft(store, ("A-1", "1"))
        with store.writing(an_act()) as uow, pytest.raises(customers.CustomerHasDocuments) as refusal:
            customers.put_in_bin(uow, an_act(), customer_id=ACME)
        assert refusal.value.params == {"name": "Acme AG", "reference": "C1"}


class TestPage:
    def test_shows_facts_and_agreements(self, store):
        a_draft(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            uow.contracted_prices.save(replace(a_contracted_price(customer="C1"), id=NEW))
            page = customers.page(uow, an_act(), customer_id=ACME)
        assert page.customer.reference == "C1"
        assert dict(page.facts.documents)["quote"] == 1
        assert [agreed.code for agreed in page.agreed] == ["DEAL"]
        assert (page.findings, page.is_binned) == ((), False)


class TestTaxIdFindings:
    @pytest.mark.parametrize("number", ["DE136695976", "ATU72892113", "CHE456498513MWST", "XX12345678"])
    def test_pass_right_numbers_and_those_nobody_can_check(self, number):
        assert customers.tax_id_findings([TaxId(TaxIdKind.VAT, number)]) == ()

    @pytest.mark.parametrize("number", ["DE123456789", "ATU72892114", "EL123456789"])
    def test_warn_of_wrong_check_digits(self, number):
        [finding] = customers.tax_id_findings([TaxId(TaxIdKind.VAT, number)])
        assert finding.params == {"tax_id": number}

    def test_leave_national_numbers_alone(self):
        assert customers.tax_id_findings([TaxId(TaxIdKind.NATIONAL, "12/345/67890")]) == ()


class TestListed:
    def test_with_words_lists_the_best_matches_at_once(self, uow):
        request = PageRequest("name", words="berlin ac")
        assert [row.reference for row in customers.listed(uow, request)] == ["C1"]
        assert customers.listed(uow, replace(request, after=After("Acme AG", "0"))) == []

    def test_with_words_and_a_filter_looks_into_the_rows(self, uow):
        request = PageRequest("name", words="bike", filters={"country": "US"})
        assert [row.reference for row in customers.listed(uow, request)] == ["C2"]
