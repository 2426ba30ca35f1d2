"""What a person types about a product, and the product it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from app.catalog.product import ChargeType, Product, TaxClass
from app.catalog.texts import Texts
from app.kernel.quantity import Unit
from app.kernel.text import DESCRIPTION_LENGTH, clean_name, clean_text


@dataclass(frozen=True, slots=True)
class TypedProduct:
    """The fields of the form; a price that was typed holds from today."""

    sku: str = ""
    name: str = ""
    description: str = ""
    category: str = ""
    unit: str = "C62"
    charge: ChargeType = ChargeType.ONE_TIME
    tax_class: TaxClass = TaxClass.STANDARD
    price: Decimal | None = None


def typed_of(product: Product, language: str) -> TypedProduct:
    """Return what the form shows for a product, its texts in the window's language."""
    return TypedProduct(
        sku=product.sku,
        name=product.names.in_language(language),
        description=product.descriptions.in_language(language),
        category=product.category,
        unit=str(product.unit),
        charge=product.charge,
        tax_class=product.tax_class,
    )


def product_of(typed: TypedProduct, before: Product | None, *, new_id: UUID, language: str) -> Product:
    """Return the product a form describes, every text checked.

    Args:
        typed: The form.
        before: As it was read; `None` for a new one.
        new_id: Of a new one.
        language: Of the texts.

    Raises:
        RuleViolation: A field is refused; the error names it.
    """
    sku = clean_name(typed.sku, field="product.sku", longest=80, required=True)
    name = clean_name(typed.name, field="product.name", required=True)
    description = clean_text(typed.description, field="product.description", longest=DESCRIPTION_LENGTH)
    known = before or Product(new_id, sku, Texts.only(name, language))
    return replace(
        known,
        sku=sku,
        names=known.names.with_text(language, name),
        descriptions=known.descriptions.with_text(language, description),
        category=clean_name(typed.category, field="product.category"),
        unit=Unit.named(typed.unit),
        charge=typed.charge,
        tax_class=typed.tax_class,
    )
