from dataclasses import replace
from uuid import UUID

import pytest

from app.company.contact import NotAnEmail
from app.kernel.countries import UnknownCountry
from app.kernel.text import TextMissing
from tests.support.customers import a_customer
from ui.customers.typed import TypedCustomer, customer_of, typed_of

NEW = UUID(int=9)


class TestCustomerOf:
    def test_what_was_shown_and_not_touched_stays_the_same(self):
        customer = a_customer().cleaned()

        assert customer_of(typed_of(customer), customer, new_id=NEW) == customer

    def test_a_new_customer_needs_only_a_name(self):
        assert customer_of(TypedCustomer(name="Acme"), None, new_id=NEW).id == NEW
        with pytest.raises(TextMissing):
            customer_of(TypedCustomer(), None, new_id=NEW)

    def test_reads_several_tax_numbers(self):
        made = customer_of(TypedCustomer(name="A", tax_id="DE811569869, 12/345/678"), None, new_id=NEW)

        assert made.tax_status.vat_id == "DE811569869"
        assert len(made.tax_status.tax_ids) == 2

    @pytest.mark.parametrize(
        ("typed", "refusal"),
        [({"email": "nobody"}, NotAnEmail), ({"country": "QQ"}, UnknownCountry)],
    )
    def test_names_what_is_wrong(self, typed, refusal):
        with pytest.raises(refusal):
            customer_of(TypedCustomer(name="A", **typed), None, new_id=NEW)

    def test_an_emptied_box_takes_the_companys_habit(self):
        customer = a_customer(language="fr").cleaned()

        made = customer_of(replace(typed_of(customer), language=""), customer, new_id=NEW)

        assert made.language is None
