"""The pages of this room, as the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.catalog.list_view import CatalogPage
from ui.catalog.product_view import ProductPage
from ui.shell.page import Frame, Page

if TYPE_CHECKING:
    from app.kernel.changes import Ref


def section(frame: Frame) -> Page:
    """Return the list of products."""
    return CatalogPage(frame)


def document(frame: Frame, ref: Ref) -> Page:
    """Return the page of one product."""
    return ProductPage(frame, ref.id)
