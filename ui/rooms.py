"""Which screens there are: the one place that knows both the shell and the nouns.

A noun's screens are imported when first shown, never at the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n.translations import gettext as _
from ui.shell.page import Frame, Page, Rooms, Section

if TYPE_CHECKING:
    from app.kernel.changes import Ref
    from ui.kit.actions import ActionSpec
    from ui.shell.session import Unit
    from ui.widgets.hits import Answer

_ICONS = {
    "quote": "file-text",
    "contract": "scroll-text",
    "invoice": "receipt-text",
    "payment": "wallet",
    "customer": "users",
    "product": "package",
}


def all_rooms() -> Rooms:
    """Return the sections, the pages of documents and what works everywhere."""
    sections = (
        Section("home", lambda: _("&Home"), "house", _home),
        Section("quotes", lambda: _("&Quotes"), _ICONS["quote"], _quotes),
        Section("contracts", lambda: _("&Contracts"), _ICONS["contract"], _contracts),
        Section("invoices", lambda: _("&Invoices"), _ICONS["invoice"], _invoices),
        Section("payments", lambda: _("&Payments"), _ICONS["payment"], _payments),
        Section("customers", lambda: _("C&ustomers"), _ICONS["customer"], _customers),
        Section("catalog", lambda: _("Ca&talog"), _ICONS["product"], _catalog),
        Section("settings", lambda: _("&Settings"), "settings", _settings),
    )
    documents = {
        "quote": _quote,
        "contract": _contract,
        "invoice": _invoice,
        "payment": _payment,
        "customer": _customer,
        "product": _product,
    }
    return Rooms(sections, documents, _actions, find_everywhere)


def find_everywhere(unit: Unit, text: str) -> Answer:
    """Return documents, customers and products for the palette, on a reader thread."""
    from app.kernel.changes import Ref
    from app.services.search import find
    from ui.widgets.hits import Answer, Hit

    found = find(unit, text)
    groups = _groups()
    hits = [
        Hit(
            Ref(hit.kind, hit.id),
            hit.label,
            hit.title,
            icon=_ICONS[hit.kind],
            group=groups[hit.kind],
        )
        for hit in found.hits
        if hit.kind in groups
    ]
    # Hits of a group stand together; the group of the best hit comes first.
    order = list(dict.fromkeys(hit.group for hit in hits))
    return Answer(tuple(sorted(hits, key=lambda hit: order.index(hit.group))), found.more)


def _groups() -> dict[str, str]:
    documents = _("Documents")
    return {
        "quote": documents,
        "contract": documents,
        "invoice": documents,
        "payment": documents,
        "customer": _("Customers"),
        "product": _("Products"),
    }


def _home(frame: Frame) -> Page:
    from ui.home.home_view import HomePage

    return HomePage(frame)


def _quotes(frame: Frame) -> Page:
    from ui.quotes.list_view import QuotesPage

    return QuotesPage(frame)


def _contracts(frame: Frame) -> Page:
    from ui.contracts.list_view import ContractsPage

    return ContractsPage(frame)


def _invoices(frame: Frame) -> Page:
    from ui.invoices.list_view import InvoicesPage

    return InvoicesPage(frame)


def _payments(frame: Frame) -> Page:
    from ui.payments.list_view import PaymentsPage

    return PaymentsPage(frame)


def _customers(frame: Frame) -> Page:
    from ui.customers.list_view import CustomersPage

    return CustomersPage(frame)


def _catalog(frame: Frame) -> Page:
    from ui.catalog.list_view import CatalogPage

    return CatalogPage(frame)


def _settings(frame: Frame) -> Page:
    from ui.settings.settings_view import SettingsPage

    return SettingsPage(frame)


def _quote(frame: Frame, ref: Ref) -> Page:
    from ui.quotes.editor_view import QuotePage

    return QuotePage(frame, ref)


def _contract(frame: Frame, ref: Ref) -> Page:
    from ui.contracts.contract_view import ContractPage

    return ContractPage(frame, ref.id)


def _invoice(frame: Frame, ref: Ref) -> Page:
    from ui.invoices.invoice_view import InvoicePage

    return InvoicePage(frame, ref.id)


def _payment(frame: Frame, ref: Ref) -> Page:
    from ui.payments.payment_view import PaymentPage

    return PaymentPage(frame, ref.id)


def _customer(frame: Frame, ref: Ref) -> Page:
    from ui.customers.customer_view import CustomerPage

    return CustomerPage(frame, ref.id)


def _product(frame: Frame, ref: Ref) -> Page:
    from ui.catalog.product_view import ProductPage

    return ProductPage(frame, ref.id)


def _actions(frame: Frame) -> tuple[ActionSpec, ...]:
    """Return the actions that work on every page."""
    from ui.imports import everywhere as imports
    from ui.payments import everywhere as payments
    from ui.quotes import everywhere as quotes

    return (*quotes.actions(frame), *payments.actions(frame), *imports.actions(frame))
