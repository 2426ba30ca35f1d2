"""What a rule reaches, as plain JSON values and back: products, books and customers, first and last day."""

from __future__ import annotations

from app.catalog.selector import Selector
from app.catalog.validity import Validity
from app.pricing.plain.values import Fields


def selector_plain(selector: Selector) -> dict[str, object]:
    """Return the conditions, each in the order of its codes."""
    return {
        "skus": sorted(selector.skus),
        "categories": sorted(selector.categories),
        "books": sorted(selector.books),
        "customers": sorted(selector.customers),
    }


def selector_of(fields: Fields) -> Selector:
    """Return the selector these fields say; a condition left out is none."""
    return Selector.of(
        skus=fields.texts("skus"),
        categories=fields.texts("categories"),
        books=fields.texts("books"),
        customers=fields.texts("customers"),
    )


def days_plain(validity: Validity) -> dict[str, object]:
    """Return the first and the last day; None where an end is open."""
    return {
        "first": validity.first.isoformat() if validity.first else None,
        "last": validity.last.isoformat() if validity.last else None,
    }


def days_of(fields: Fields) -> Validity:
    """Return the validity these fields say.

    Raises:
        PlainUnreadable: A day cannot be read, or the last lies before the first.
    """
    return fields.build(
        lambda: Validity(
            fields.day("first") if "first" in fields else None,
            fields.day("last") if "last" in fields else None,
        )
    )
