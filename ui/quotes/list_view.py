"""The list of quotes."""

from __future__ import annotations

from app.i18n.translations import gettext as _
from ui.kit.actions import ActionSpec
from ui.quotes.everywhere import NEW, new_quote
from ui.quotes.list_rows import columns, fetch, filters
from ui.quotes.sample import open_sample
from ui.shell.page import Frame, Heading
from ui.shell.section_page import SectionList, SectionPage
from ui.widgets.list_rows import Empty


class QuotesPage(SectionPage):
    """The newest revision of each offer, the newest offer first."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(
            frame,
            SectionList(
                "quotes",
                columns(),
                fetch(frame.session),
                "dated",
                _teaching,
                ("quote",),
                descending=True,
                filters=filters(),
            ),
        )
        self.list.sample_wanted.connect(self._open_sample)

    def begin_first(self) -> None:
        """Begin the first one."""
        self.new()

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Quotes"), primary=NEW)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return New and Find."""
        return (
            ActionSpec(NEW, lambda: _("&New quote"), self.new, "Ctrl+N", "plus", self._why_not),
            self.find_action(),
        )

    def new(self) -> None:
        """Begin a quote."""
        new_quote(self.frame)

    def _open_sample(self) -> None:
        if open_sample():
            self.frame.notify(_("The sample company opens in a window of its own."))
        else:
            self.frame.notify(_("The sample company could not be opened: the program was not found."))

    def _why_not(self) -> str:
        return self.frame.session.file.read_only


def _teaching() -> Empty:
    return Empty(
        "file-text",
        _("No quotes yet"),
        _(
            "A quote is where everything begins: pick a customer, type a few letters of each product, "
            "send it as a PDF. Contract and invoices follow from it without retyping."
        ),
        NEW,
        _("New quote"),
        sample=True,
    )
