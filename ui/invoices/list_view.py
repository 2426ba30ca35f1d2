"""The list of invoices and credit notes."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.invoices.rows import COLUMNS, FILTERS, fetch
from ui.kit.actions import ActionSpec
from ui.payments.opening import open_booking
from ui.shell.page import Frame, Heading
from ui.shell.section_page import SectionList, SectionPage
from ui.widgets.list_rows import Empty

BOOK = "invoices.book"
_FIRST = "invoices.contracts"


class InvoicesPage(SectionPage):
    """Everything that was issued, the newest first."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(
            frame,
            SectionList(
                "invoices",
                COLUMNS,
                fetch(frame.session),
                "issued_on",
                _teaching,
                ("invoice", "payment"),
                descending=True,
                filters=FILTERS,
            ),
        )

    def begin_first(self) -> None:
        """Lead to the contracts they come from."""
        self.frame.open_section("contracts")

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Invoices"), primary=BOOK)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Book payment and Find."""
        return (
            ActionSpec(BOOK, lambda: _("&Book payment"), self.book, "Ctrl+N", "wallet"),
            self.find_action(),
        )

    def book(self) -> None:
        """Book a payment: for the chosen invoice where one is chosen, for any customer otherwise."""
        chosen = self.list.selected_keys
        alone = chosen[0] if len(chosen) == 1 else None
        open_booking(self.frame, invoice_id=alone.id if isinstance(alone, Ref) else None)


def _teaching() -> Empty:
    return Empty(
        "receipt-text",
        _("Invoices stand here"),
        _(
            "An invoice is issued from a contract: it takes over lines, prices and taxes, nothing is typed "
            "again. Open a contract and press “Issue invoice”."
        ),
        _FIRST,
        _("Open contracts"),
        sample=False,
    )
