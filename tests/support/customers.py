"""Customers of the tests."""

from dataclasses import replace
from uuid import UUID

from app.company.contact import Contact
from app.company.tax_id import TaxId, TaxIdKind
from app.customers.customer import Customer
from app.customers.tax_status import BuyerKind, TaxStatus
from app.kernel.address import Address


def a_customer(number: int = 1, **facts) -> Customer:
    customer = Customer(
        id=UUID(int=number),
        name="Bike World",
        reference=f"C-{number:03}",
        contact=Contact("Bob", "bob@bikes.example"),
        billing=Address(
            lines=("1 Main St",), postcode="98052", city="Redmond", country="US", subdivision="US-WA"
        ),
        tax_status=TaxStatus(BuyerKind.BUSINESS, (TaxId(TaxIdKind.NATIONAL, "91-1144442"),)),
        buyer_reference="PO 7",
    )
    return replace(customer, **facts)
