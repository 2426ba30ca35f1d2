"""Which lines a pricing rule is for: products or categories, books, customers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.catalog.product import categories_of

Names = frozenset[str]
NOBODY: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Selector:
    """The lines a rule reaches; an empty set sets no condition.

    Attributes:
        skus: Products; together with `categories` either one suffices.
        categories: Category paths; what lies below them is included.
        books: Codes of price books.
        customers: Customer references.
    """

    skus: Names = NOBODY
    categories: Names = NOBODY
    books: Names = NOBODY
    customers: Names = NOBODY

    @classmethod
    def of(
        cls,
        *,
        skus: Iterable[str] = (),
        categories: Iterable[str] = (),
        books: Iterable[str] = (),
        customers: Iterable[str] = (),
    ) -> Selector:
        """Return the selector of any iterables of codes."""
        return cls(frozenset(skus), frozenset(categories), frozenset(books), frozenset(customers))

    @property
    def takes_every_product(self) -> bool:
        """Test whether neither product nor category is named."""
        return not self.skus and not self.categories

    def takes_product(self, sku: str, category: str) -> bool:
        """Test whether a product is named, by itself or by a category it lies under."""
        if self.takes_every_product or sku in self.skus:
            return True
        return not self.categories.isdisjoint(categories_of(category))

    def overlaps(self, other: Selector) -> bool:
        """Test whether both reach some line by conditions of the same kind, so that neither is nearer."""
        return (
            (self.takes_every_product and other.takes_every_product)
            or bool(self.skus & other.skus)
            or bool(self.categories & other.categories)
        ) and (_meet(self.books, other.books) and _meet(self.customers, other.customers))


EVERYTHING = Selector()
"""No condition at all."""


def _meet(left: Names, right: Names) -> bool:
    return bool(left & right) or (not left and not right)
