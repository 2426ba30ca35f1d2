import pytest

from app.company.contact import Contact, NotAnEmail
from app.company.seller import LanguageRefused
from app.company.terms_text import terms_of
from app.customers.customer import Customer, PriceBookCodeRefused, edited
from app.kernel.address import NOWHERE, Address
from app.kernel.text import ControlCharacter, DirectionOverride, TextMissing, TextTooLong
from tests.support.customers import a_customer
from tests.support.money import CHF

DEPOT = Address(lines=("Quay 3",), city="Tacoma", country="US")


class TestCustomer:
    def test_that_is_clean_stays_as_it_is(self):
        assert a_customer().cleaned() == a_customer()

    def test_ships_to_the_billing_address_unless_there_is_another(self):
        assert a_customer().ships_to == a_customer().billing
        assert a_customer(shipping=DEPOT).ships_to == DEPOT

    @pytest.mark.parametrize("shipping", [NOWHERE, a_customer().billing])
    def test_keeps_no_shipping_address_that_says_nothing_new(self, shipping):
        assert a_customer(shipping=shipping).cleaned().shipping is None

    @pytest.mark.parametrize("name", ["<img src=file:///etc/passwd>", "=cmd|' /C calc'!A0", "שלום"])
    def test_keeps_any_name_as_the_plain_text_it_is(self, name):
        assert a_customer(name=name).cleaned().name == name

    @pytest.mark.parametrize(
        ("fact", "refusal"),
        [
            ({"name": " "}, TextMissing),
            ({"name": "A\u202eB"}, DirectionOverride),
            ({"name": "x" * 10_000}, TextTooLong),
            ({"reference": "x" * 41}, TextTooLong),
            ({"reference": "a\nb"}, ControlCharacter),
            ({"notes": "x" * 10_001}, TextTooLong),
            ({"contact": Contact(email="nobody")}, NotAnEmail),
            ({"language": "German"}, LanguageRefused),
            ({"price_book": "=1+1"}, PriceBookCodeRefused),
        ],
    )
    def test_refuses_facts_that_would_spoil_a_paper(self, fact, refusal):
        with pytest.raises(refusal):
            a_customer(**fact).cleaned()


class TestEdited:
    def test_changes_what_is_named_and_nothing_else(self):
        before = a_customer()

        after = edited(
            before, name=" Bike World Ltd ", currency=CHF, payment_terms=terms_of("14 days"), active=False
        )

        assert (after.name, after.currency, str(after.payment_terms)) == ("Bike World Ltd", CHF, "14 days")
        assert (after.billing, after.id, after.active) == (before.billing, before.id, False)

    def test_leaves_the_customer_it_was_given_alone(self):
        before = a_customer()

        edited(before, name="Another")

        assert before == a_customer()

    def test_can_take_facts_away(self):
        after = edited(a_customer(language="de", price_book="EU"), language=None, price_book="")

        assert (after.language, after.price_book) == (None, None)

    def test_refuses_before_anything_is_changed(self):
        with pytest.raises(TextMissing):
            edited(a_customer(), name="")

    def test_needs_a_name_only(self):
        assert Customer(a_customer().id, "Bob").cleaned().name == "Bob"
