"""The list of contracts."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.contracts.rows import COLUMNS, fetch
from ui.kit.actions import ActionSpec
from ui.shell.page import Frame, Heading
from ui.shell.section_page import SectionList, SectionPage
from ui.widgets.list_rows import Empty

OPEN = "contracts.open"
_FIRST = "contracts.quotes"


class ContractsPage(SectionPage):
    """Every agreement, the newest first."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(
            frame,
            SectionList(
                "contracts",
                COLUMNS,
                fetch(frame.session),
                "signed_on",
                _teaching,
                ("contract",),
                descending=True,
            ),
        )
        self.list.selection_changed.connect(lambda _keys: self.heading_changed.emit())

    def begin_first(self) -> None:
        """Lead to the quotes they come from."""
        self.frame.open_section("quotes")

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Contracts"), primary=OPEN)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Open and Find."""
        return (
            ActionSpec(OPEN, lambda: _("&Open contract"), self.open_chosen, "Ctrl+O", blocked=self._why_not),
            self.find_action(),
        )

    def open_chosen(self) -> None:
        """Open the chosen contract."""
        for key in self.list.selected_keys[:1]:
            if isinstance(key, Ref):
                self.frame.open(key)

    def _why_not(self) -> str:
        return "" if len(self.list.selected_keys) == 1 else _("Choose one contract of the list.")


def _teaching() -> Empty:
    return Empty(
        "scroll-text",
        _("Contracts stand here"),
        _(
            "When a customer accepts a quote, its contract is made by itself, with the billing schedule of "
            "everything in it."
        ),
        _FIRST,
        _("Open quotes"),
        sample=False,
    )
