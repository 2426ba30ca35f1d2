"""Builders of contracts and invoices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from uuid import UUID

from app.billing.carry_over import Issuing, draft_invoice
from app.billing.invoice import Invoice
from app.billing.schedule import schedule
from app.company.bank_account import BankAccount
from app.company.policies import Policies
from app.company.tax_id import TaxId, TaxIdKind
from app.company.terms_text import terms_of
from app.contracts.contract import Contract, ContractItem, ItemKind
from app.customers.party import Party
from app.kernel.address import Address
from app.kernel.money import Currency, Money
from app.kernel.percent import Percent
from app.kernel.period import Period
from app.taxes.category import TaxCategory
from app.taxes.determination import LineTax

EUR = Currency.of("EUR")
SIGNED = date(2026, 3, 2)
DE_19 = LineTax(TaxCategory.STANDARD, Percent.of_points(19), "taxes.domestic", source="DE standard")
DE_7 = LineTax(TaxCategory.STANDARD, Percent.of_points(7), "taxes.domestic", source="DE reduced")

SELLER = Party(
    "Nordwind GmbH",
    Address(lines=("Hafenstr. 1",), postcode="20457", city="Hamburg", country="DE"),
    tax_ids=(TaxId(TaxIdKind.VAT, "DE136695976"),),
    bank=BankAccount(iban="DE89370400440532013000"),
)
BUYER = Party(
    "Acme AG", Address(lines=("Weg 1",), postcode="10115", city="Berlin", country="DE"), reference="C1"
)


def euros(amount: str) -> Money:
    """Return an amount in euros."""
    return Money(Decimal(amount), EUR)


def a_one_off(number: int, amount: str, *, quantity: str = "1", **facts) -> ContractItem:
    """Return an item that is billed once."""
    price = Decimal(amount) / Decimal(quantity)
    item = ContractItem(
        id=UUID(int=number),
        quote_line_id=UUID(int=100 + number),
        kind=ItemKind.ONE_OFF,
        product_id=UUID(int=1_000 + number),
        sku=f"SKU-{number}",
        name=f"Item {number}",
        detail="",
        quantity=Decimal(quantity),
        unit="C62",
        unit_price=price,
        base_quantity=Decimal(1),
        amount=euros(amount),
        document_discount=euros("0.00"),
        tax=DE_19,
    )
    return replace(item, **facts)


def a_subscription(
    number: int, amount: str, *, months: int = 12, start: date = SIGNED, **facts
) -> ContractItem:
    """Return an item that is billed monthly in advance."""
    period = Period.of_months(start, months)
    return a_one_off(number, amount, kind=ItemKind.SUBSCRIPTION, period=period, **facts)


def a_contract(*items: ContractItem, **facts) -> Contract:
    """Return a contract in euros of 2 March 2026, payable within 30 days."""
    ends = max((item.period.last for item in items if item.period), default=None)
    contract = Contract(
        id=UUID(int=9_000),
        number="C-2026-00001",
        quote_id=UUID(int=9_001),
        quote_number="Q-2026-A0001",
        quote_hash="1:quote/1:0",
        customer_id=UUID(int=9_002),
        seller=SELLER,
        buyer=BUYER,
        currency=EUR,
        signed_on=SIGNED,
        starts_on=SIGNED,
        ends_on=ends,
        items=items,
        payment_terms="30 days",
        policies=Policies(),
    )
    return replace(contract, **facts)


def fresh_ids():
    """Return a maker of ids that never repeat."""
    numbers = count(50_000)
    return lambda: UUID(int=next(numbers))


def an_invoice(contract: Contract, *, on: date = SIGNED, instalments=None) -> Invoice:
    """Return the drafted invoice over everything of the contract, or over the instalments given."""
    issuing = Issuing(on, terms_of(contract.payment_terms), EUR)
    due = schedule(contract) if instalments is None else instalments
    return draft_invoice(contract, due, issuing, billed={}, new_id=fresh_ids())
