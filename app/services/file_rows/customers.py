"""Customers of a file, with their addresses, tax numbers and usual terms."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from app.company.contact import Contact, ElectronicAddress
from app.company.tax_id import TaxIdKind
from app.company.terms_text import terms_of
from app.customers.customer import Customer
from app.exchange.records.comparing import Comparison
from app.exchange.records.customers import CUSTOMERS, CustomerRow
from app.exchange.records.fields import Noun
from app.exchange.records.parsing import Parsed
from app.exchange.records.problems import RowProblem
from app.kernel.address import NOWHERE, Address
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.services.file_rows.keeper import Keeper, Settled, pages, problem
from app.services.file_rows.pieces import Progress, in_pieces
from app.services.file_rows.setting import Setting
from app.store.queries.customers import BIN, LISTING, customers

if TYPE_CHECKING:
    from app.store.nouns import Nouns
    from app.store.queries.paging import Listing
    from app.store.unit_of_work import UnitOfWork


class PriceBookUnknown(RuleViolation):
    """A row names a price book that is not there."""

    code = "exchange.price_book_unknown"


class CustomerKeeper(Keeper[CustomerRow]):
    """Customers by reference."""

    @property
    def noun(self) -> Noun[CustomerRow]:
        """Return what the rows are."""
        return CUSTOMERS

    def settled(
        self, unit: Nouns, setting: Setting, parsed: Parsed[CustomerRow], progress: Progress
    ) -> Settled[CustomerRow]:
        """Return the customers whose price books are there; the others are problems."""
        kept: list[CustomerRow] = []
        problems: list[RowProblem] = []
        for row in parsed.rows:
            if row.price_book and row.price_book not in setting.books:
                problems.append(problem(row.line, "price_book", PriceBookUnknown(code=row.price_book)))
            else:
                kept.append(row)
        return Settled(tuple(kept), tuple(problems))

    def existing(
        self, unit: Nouns, setting: Setting, rows: Sequence[CustomerRow], progress: Progress
    ) -> dict[Hashable, CustomerRow]:
        """Return the customers of these references."""
        there: dict[str, Customer] = {}
        for piece in in_pieces(rows, progress):
            there.update(unit.customers.by_references({row.reference for row in piece}))
        thrown_away = frozenset(chain.from_iterable(_references(unit, BIN))) if there else frozenset()
        return {
            reference: _row(customer) for reference, customer in there.items() if reference not in thrown_away
        }

    def write(
        self, uow: UnitOfWork, setting: Setting, comparison: Comparison[CustomerRow], progress: Progress
    ) -> None:
        """Write new and changed customers; one of this reference in the bin comes out of it."""
        rows = [*comparison.new, *(change.after for change in comparison.changed)]
        for piece in in_pieces(rows, progress):
            there = uow.customers.by_references({row.reference for row in piece})
            for row in piece:
                _write(uow, row, there.get(row.reference))

    def everything(self, unit: Nouns, setting: Setting) -> Iterator[CustomerRow]:
        """Yield every customer outside the bin."""
        for references in _references(unit, LISTING):
            found = unit.customers.by_references(references)
            yield from (_row(found[reference]) for reference in references)


def _write(uow: UnitOfWork, row: CustomerRow, before: Customer | None) -> None:
    if before is not None and uow.customers.is_binned(before.id):
        uow.customers.put_in_bin(before.id, binned=False)
        before = uow.customers.get(before.id)
    blank = before or Customer(uow.new_id(), row.name, owner=str(uow.act.actor.id))
    uow.customers.save(_customer(row, blank))


def _references(unit: Nouns, listing: Listing) -> Iterator[list[str]]:
    transaction = unit.records.transaction
    for page in pages(unit, lambda request: customers(transaction, request, listing=listing), "reference"):
        yield [row.reference for row in page]


def _customer(row: CustomerRow, before: Customer) -> Customer:
    """Return the customer a row says; what no file holds stays as it was."""
    shipping = row.shipping
    electronic = ElectronicAddress(row.electronic_scheme, row.electronic_id) if row.electronic_id else None
    return replace(
        before,
        reference=row.reference,
        name=row.name,
        legal_name=row.legal_name,
        contact=Contact(row.contact, row.email, row.phone),
        billing=replace(row.billing, name=before.billing.name),
        shipping=shipping,
        electronic_address=electronic,
        tax_status=row.tax_status,
        language=row.language or None,
        currency=Currency.of(row.currency) if row.currency else None,
        price_book=row.price_book or None,
        payment_terms=terms_of(row.payment_terms) if row.payment_terms else None,
        buyer_reference=row.buyer_reference,
        notes=row.notes,
        active=row.active,
    ).cleaned()


def _row(customer: Customer) -> CustomerRow:
    electronic, terms = customer.electronic_address, customer.payment_terms
    tax_ids, shipping = customer.tax_status.tax_ids, customer.shipping or NOWHERE
    shipping_street, shipping_street2, shipping_street3 = _lines(shipping)
    bare = CustomerRow(
        line=0,
        reference=customer.reference,
        name=customer.name,
        email=customer.contact.email,
        phone=customer.contact.phone,
        contact=customer.contact.person,
        tax_ids=tuple(one.value for one in tax_ids if one.kind is TaxIdKind.VAT),
        national_tax_ids=tuple(one.value for one in tax_ids if one.kind is TaxIdKind.NATIONAL),
        kind=customer.tax_status.kind,
        exempt_reason=customer.tax_status.exempt_reason,
        legal_name=customer.legal_name,
        language=customer.language or "",
        currency=customer.currency.code if customer.currency else "",
        price_book=customer.price_book or "",
        payment_terms=str(terms) if terms else "",
        buyer_reference=customer.buyer_reference,
        electronic_scheme=electronic.scheme if electronic else "",
        electronic_id=electronic.id if electronic else "",
        shipping_name=shipping.name,
        shipping_street=shipping_street,
        shipping_street2=shipping_street2,
        shipping_street3=shipping_street3,
        shipping_postcode=shipping.postcode,
        shipping_city=shipping.city,
        shipping_subdivision=shipping.subdivision,
        shipping_country=shipping.country,
        notes=customer.notes,
        active=customer.active,
    )
    return _billed_to(bare, customer.billing)


def _billed_to(row: CustomerRow, address: Address) -> CustomerRow:
    street, street2, street3 = _lines(address)
    return row._replace(
        street=street,
        street2=street2,
        street3=street3,
        postcode=address.postcode,
        city=address.city,
        subdivision=address.subdivision,
        country=address.country,
    )


def _lines(address: Address) -> tuple[str, str, str]:
    first, second, third = (*address.lines, "", "", "")[:3]
    return first, second, third
