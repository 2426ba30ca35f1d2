"""The list of products."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from ui.catalog.rows import COLUMNS, fetch
from ui.kit.actions import ActionSpec
from ui.shell.page import Frame, Heading
from ui.shell.section_page import SectionList, SectionPage
from ui.widgets.list_rows import Empty

NEW = "catalog.new"


class CatalogPage(SectionPage):
    """Everything that can be sold."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(
            frame, SectionList("catalog", COLUMNS, fetch(frame.session), "sku", _teaching, ("product",))
        )

    def begin_first(self) -> None:
        """Begin the first one."""
        self.new()

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Catalog"), primary=NEW)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return New and Find."""
        return (
            ActionSpec(NEW, lambda: _("&New product"), self.new, "Ctrl+N", "plus"),
            self.find_action(),
        )

    def new(self) -> None:
        """Open an empty product's page."""
        from ui.catalog.product_view import ProductPage

        self.frame.open_page("catalog.new", lambda frame: ProductPage(frame, None))


def _teaching() -> Empty:
    return Empty(
        "package",
        _("Products stand here"),
        _("Import your price list as csv or xlsx from Settings, or add the first product."),
        NEW,
        _("New product"),
    )
