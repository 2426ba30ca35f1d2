"""The company of the tests: a small house in Bonn."""

from dataclasses import replace

from app.company.bank_account import BankAccount
from app.company.contact import Contact
from app.company.seller import Seller
from app.company.tax_id import TaxId, TaxIdKind
from app.kernel.address import Address
from tests.support.money import EUR

IBAN = "DE89370400440532013000"
VAT_ID = "DE136695976"


def a_seller(**facts) -> Seller:
    seller = Seller(
        name="Rhine Tools",
        currency=EUR,
        address=Address(lines=("Hafenstr. 1",), postcode="53111", city="Bonn", country="DE"),
        legal_name="Rhine Tools GmbH",
        tax_ids=(TaxId(TaxIdKind.VAT, VAT_ID),),
        registration="HRB 1234, Bonn",
        contact=Contact("Rita Rhein", "rita@rhine.example", "+49 228 1234"),
        website="https://rhine.example",
        bank=BankAccount(IBAN, "COBADEFFXXX", "Commerzbank"),
        language="de",
        time_zone="Europe/Berlin",
    )
    return replace(seller, **facts)
