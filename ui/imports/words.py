"""What people call the kinds of tables and the fields their columns become."""

from __future__ import annotations

from app.exchange.records.fields import index_of
from app.i18n.translations import gettext as _

KINDS = ("products", "prices", "offers", "customers")
"""What can be imported, as the service calls it."""


def kind_words() -> dict[str, str]:
    """Return what each kind of table is called."""
    return {
        "products": _("Products"),
        "prices": _("Prices"),
        "offers": _("Offers and promotions"),
        "customers": _("Customers"),
    }


def field_words(field: str, language_name: str = "") -> str:
    """Return what a field is called.

    Args:
        field: As the service calls it, with its index: ``name[de]``.
        language_name: Name of the language its index stands for; the index itself when left out.
    """
    base = field.partition("[")[0]
    shipping = base.removeprefix("shipping_")
    words = _fields().get(base) or _fields().get(shipping, base)
    if base != shipping:
        words = _("Delivery: {field}").format(field=words)
    index = index_of(field)
    return f"{words} ({language_name or index})" if index else words


def _fields() -> dict[str, str]:
    return _of_products() | _of_offers() | _of_customers()


def _of_products() -> dict[str, str]:
    return {
        "sku": _("SKU"),
        "name": _("Name"),
        "price": _("Price"),
        "currency": _("Currency"),
        "tax": _("Tax rate or class"),
        "unit": _("Unit"),
        "per": _("Price is for so many"),
        "cost": _("Cost"),
        "category": _("Category"),
        "description": _("Description"),
        "supply": _("Goods or service"),
        "charge": _("Once or recurring"),
        "term": _("Months the price is for"),
        "conversions": _("Unit conversions"),
        "exemption": _("Reason for no tax"),
        "sell_from": _("Sold from"),
        "sell_to": _("Sold until"),
    }


def _of_offers() -> dict[str, str]:
    return {
        "price_book": _("Price book"),
        "valid_from": _("Valid from"),
        "valid_to": _("Valid until"),
        "code": _("Code"),
        "percent": _("Percent off"),
        "amount": _("Amount off"),
        "min_quantity": _("Quantity from"),
        "max_quantity": _("Quantity up to"),
        "skus": _("For SKUs"),
        "categories": _("For categories"),
        "price_books": _("For price books"),
        "customers": _("For customers"),
        "order": _("Order"),
    }


def _of_customers() -> dict[str, str]:
    return {
        "reference": _("Customer number"),
        "street": _("Street"),
        "street2": _("Street, second line"),
        "street3": _("Street, third line"),
        "postcode": _("Postcode"),
        "city": _("Town"),
        "subdivision": _("State or region"),
        "country": _("Country"),
        "email": _("E-mail"),
        "phone": _("Telephone"),
        "contact": _("Contact"),
        "tax_id": _("VAT id"),
        "national_tax_id": _("National tax number"),
        "kind": _("Business or consumer"),
        "exempt_reason": _("Reason for exemption"),
        "legal_name": _("Legal name"),
        "language": _("Language of papers"),
        "payment_terms": _("Payment terms"),
        "buyer_reference": _("Their reference"),
        "electronic_scheme": _("Scheme of the e-invoice address"),
        "electronic_id": _("E-invoice address"),
        "notes": _("Notes, never printed"),
        "active": _("Active"),
    }
