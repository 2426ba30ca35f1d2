"""The list of payments."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from ui.kit.actions import ActionSpec
from ui.payments.opening import open_booking
from ui.payments.rows import COLUMNS, FILTERS, fetch
from ui.shell.page import Frame, Heading
from ui.shell.section_page import SectionList, SectionPage
from ui.widgets.list_rows import Empty

BOOK = "payments.book"


class PaymentsPage(SectionPage):
    """All money that came in, the newest first."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(
            frame,
            SectionList(
                "payments",
                COLUMNS,
                fetch(frame.session),
                "paid_on",
                _teaching,
                ("payment",),
                descending=True,
                filters=FILTERS,
            ),
        )

    def begin_first(self) -> None:
        """Book the first one."""
        self.book()

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Payments"), primary=BOOK)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Book payment and Find."""
        return (
            ActionSpec(BOOK, lambda: _("&Book payment"), self.book, "Ctrl+N", "plus"),
            self.find_action(),
        )

    def book(self) -> None:
        """Book a payment of any customer."""
        open_booking(self.frame)


def _teaching() -> Empty:
    return Empty(
        "wallet",
        _("Payments stand here"),
        _(
            "Book what a customer paid: it settles their oldest invoices first, you may share it out "
            "differently, and what is left stays as their credit."
        ),
        BOOK,
        _("Book payment"),
        sample=False,
    )
