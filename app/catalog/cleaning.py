"""Catalog texts in one spelling: codes without blanks around them, names on one line, categories as paths."""

from __future__ import annotations

from dataclasses import replace

from app.catalog.product import CATEGORY_SEPARATOR, Product
from app.catalog.texts import Texts
from app.kernel.text import DESCRIPTION_LENGTH, clean_name, clean_text

CODE_LENGTH = 80
"""Characters of a SKU or a rule's code."""

CATEGORY_LENGTH = 400


def cleaned_product(product: Product) -> Product:
    """Return the product with every text checked; a product without any name is called by its SKU.

    Raises:
        TextMissing: The SKU is empty.
        RuleViolation: A text is too long or holds characters that do not belong (`app.kernel.text`).
    """
    sku = cleaned_code(product.sku, field="product.sku")
    names = cleaned_names(product.names, field="product.name")
    return replace(
        product,
        sku=sku,
        names=names if names.by_language else Texts.only(sku),
        descriptions=Texts.of(
            {
                language: clean_text(text, field="product.description", longest=DESCRIPTION_LENGTH).strip()
                for language, text in product.descriptions.by_language
            }
        ),
        category=cleaned_category(product.category),
        exemption=clean_name(product.exemption, field="product.exemption", longest=40),
    )


def cleaned_code(code: str, *, field: str) -> str:
    """Return a code without blanks around it.

    Raises:
        TextMissing: It is empty.
        RuleViolation: It is too long or holds characters that do not belong.
    """
    return clean_name(code, field=field, longest=CODE_LENGTH, required=True)


def cleaned_names(names: Texts, *, field: str) -> Texts:
    """Return the names, each on one line; empty ones are left out.

    Raises:
        RuleViolation: A name is too long or holds characters that do not belong.
    """
    return Texts.of({language: clean_name(text, field=field) for language, text in names.by_language})


def cleaned_category(path: str) -> str:
    """Return the path with single separators: `` Bikes / Road/`` is ``Bikes/Road``.

    Raises:
        RuleViolation: It is too long or holds characters that do not belong.
    """
    name = clean_name(path, field="product.category", longest=CATEGORY_LENGTH)
    parts = (part.strip() for part in name.split(CATEGORY_SEPARATOR))
    return CATEGORY_SEPARATOR.join(filter(None, parts))
