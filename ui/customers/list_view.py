"""The list of customers."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from ui.customers.rows import COLUMNS, fetch
from ui.kit.actions import ActionSpec
from ui.shell.page import Frame, Heading
from ui.shell.section_page import SectionList, SectionPage
from ui.widgets.list_rows import Empty

NEW = "customers.new"


class CustomersPage(SectionPage):
    """Everybody who buys, or may."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(
            frame, SectionList("customers", COLUMNS, fetch(frame.session), "name", _teaching, ("customer",))
        )

    def begin_first(self) -> None:
        """Begin the first one."""
        self.new()

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Customers"), primary=NEW)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return New and Find."""
        return (
            ActionSpec(NEW, lambda: _("&New customer"), self.new, "Ctrl+N", "plus"),
            self.find_action(),
        )

    def new(self) -> None:
        """Open an empty customer's page."""
        from ui.customers.customer_view import CustomerPage

        self.frame.open_page("customers.new", lambda frame: CustomerPage(frame, None))


def _teaching() -> Empty:
    return Empty(
        "users",
        _("Customers stand here"),
        _("Add the first one, import a table from Settings, or create one while writing a quote."),
        NEW,
        _("New customer"),
        sample=False,
    )
