"""The page of one quote: it reads it, shows the builder, and follows what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from app.i18n.translations import gettext as _
from app.kernel.changes import Changes, Ref
from app.kernel.errors import AppError
from app.quotes.lifecycle import QuoteState
from app.services.quote_editor import OpenQuote, keep_as_copy, opened
from ui.kit.actions import ActionSpec
from ui.kit.queries import Latest
from ui.kit.tokens import Tone
from ui.quotes.acts import QuoteActs
from ui.quotes.compare_view import ComparePage
from ui.quotes.editor import QuoteEditor
from ui.quotes.editor_actions import quote_actions
from ui.quotes.notice import Way
from ui.quotes.presenter import QuotePresenter
from ui.quotes.side_panel import Panel
from ui.quotes.states import state_chip
from ui.quotes.unsaved import ask_to_leave
from ui.quotes.why_not import why_not_edit
from ui.shell.page import Frame, Heading, Page
from ui.widgets.confirm import ConfirmDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from app.quotes.quote import Quote

_PANEL = "quotes/panel"
_COLUMNS = "quotes/columns"
_WIDE = 1500
"""From this width on, the paper stands beside a quote from the start."""

_NEXT = {
    QuoteState.DRAFT: ("quotes.send", ("quotes.preview",)),
    QuoteState.SENT: ("quotes.accept", ("quotes.preview", "quotes.revise")),
    QuoteState.ACCEPTED: ("quotes.contract", ("quotes.preview",)),
    QuoteState.DECLINED: ("quotes.revise", ("quotes.preview",)),
    QuoteState.EXPIRED: ("quotes.revise", ("quotes.preview",)),
}
"""The one next step of a state, and what else stands in the header."""


class QuotePage(Page):
    """Shows one revision; makes its editor anew when the revision became another (sent, accepted)."""

    def __init__(self, frame: Frame, ref: Ref) -> None:
        super().__init__(frame)
        self.ref = ref
        self.editor: QuoteEditor | None = None
        self.acts = QuoteActs(frame, self, self._jump)
        self.leaving: ConfirmDialog | None = None
        self._in_front = self._closing = self._gone = False
        self._reading = Latest(self)
        self._reading.arrived.connect(self._show)
        self._reading.refused.connect(self._not_read)
        self._reading.crashed.connect(frame.session.crashed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._read()

    # What the window asks

    def heading(self) -> Heading:
        """Return number, state and customer, and the next step."""
        trail: tuple[tuple[str, str | Ref], ...] = ((_("Quotes"), "quotes"),)
        if self.editor is None:
            return Heading(_("Quote"), trail=trail)
        quote = self.editor.presenter.quote
        customer = self.editor.presenter.surroundings.customer
        parts = [customer.name if customer is not None else ""]
        if quote.revision > 1 or len(self.editor.presenter.opened.revisions) > 1:
            parts.append(_("revision {n}").format(n=quote.revision))
        note = " · ".join(part for part in parts if part)
        primary, more = _NEXT.get(quote.state, ("quotes.compare", ("quotes.preview",)))
        return Heading(quote.number, state_chip(quote.state), note, primary, more, trail)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return everything that can be done with the quote."""
        return quote_actions(self)

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the grid."""
        return (
            ("F2", _("Edit the cell")),
            ("Return", _("Take the hit; next line")),
            ("Ctrl+D", _("Duplicate the line")),
            ("Ctrl+Shift+Up", _("Move the line up")),
            ("Ctrl+Shift+Down", _("Move the line down")),
            ("Ctrl+Delete", _("Delete the line")),
            ("Ctrl+V", _("Paste spreadsheet rows as lines")),
        )

    def undo_stack(self) -> QUndoStack | None:
        """Return the draft's undo; what was sent has none."""
        editable = self.editor is not None and self.editor.presenter.is_editable
        return self.editor.presenter.document.stack if editable and self.editor is not None else None

    def retranslate(self) -> None:
        """Say texts and write numbers in the current language; edits and their undo stay."""
        if self.editor is not None:
            self._build(self.editor.presenter)

    def entered(self) -> None:
        """Put the focus where work begins."""
        self._in_front = True
        if self.editor is not None and not self.isAncestorOf(self.focusWidget() or self):
            self.editor.begin()

    def left(self) -> None:
        """Save, and remember how the page was laid out."""
        self._in_front = False
        if self.editor is not None:
            self.setFocus()  # an open cell takes its text
            if self.editor.presenter.is_editable:
                self.editor.presenter.saving.flush()
            self.frame.settings.remember(_COLUMNS, self.editor.lines.grid.header_state())

    def refresh(self, changes: Changes) -> None:
        """Read the quote again where somebody else wrote it; price it again where a price changed."""
        if self.editor is None or self._gone:
            return
        if self.editor.presenter.heard(changes):
            if self.editor.presenter.saving.is_clean:
                self._read()
        elif any(changes.touches(kind) for kind in ("contract", "invoice", "payment")):
            self.editor.ask_chain()

    def ready_to_close(self) -> bool:
        """Tell whether all is in the file; otherwise save, and close afterwards."""
        if self.editor is None or self._gone or not self.editor.presenter.is_editable:
            return True
        presenter = self.editor.presenter
        self.setFocus()
        if not presenter.saving.is_clean:
            if presenter.saving.is_lost:
                self._ask_to_leave(_("Somebody else changed this quote since you opened it."))
            elif not self._closing:
                self._closing = True
                presenter.saving.flush(self._close)
            return False
        if _is_empty(presenter.quote):
            self._throw_away()
        return True

    # What the actions ask

    def compare(self) -> None:
        """Open this revision beside another."""
        if self.editor is not None:
            facts = self.editor.presenter.opened.revisions
            number = self.editor.presenter.quote.number
            self.frame.open_page(
                ("quotes.compare", self.ref.id), lambda frame: ComparePage(frame, number, facts, self.ref.id)
            )

    def open_contract(self) -> None:
        """Open the contract the quote became."""
        if self.editor is not None and self.editor.presenter.opened.contract_id is not None:
            self.frame.open(Ref("contract", self.editor.presenter.opened.contract_id))

    def put_in_bin(self) -> None:
        """Throw the draft away, with Undo."""
        if self.editor is not None:
            self._gone = True
            self.acts.put_in_bin(self._close)

    def why_not_compare(self) -> str:
        """Return why there is nothing to compare."""
        if self.editor is not None and len(self.editor.presenter.opened.revisions) > 1:
            return ""
        return _("There is only one revision.")

    def why_not_contract(self) -> str:
        """Return why there is no contract."""
        if self.editor is not None and self.editor.presenter.opened.contract_id is not None:
            return ""
        return _("A contract is made when the quote is accepted.")

    # How it is done

    def _read(self) -> None:
        quote_id = self.ref.id
        self._reading.ask(self.frame.session.question(lambda unit: opened(unit, quote_id=quote_id)))

    def _show(self, found: OpenQuote) -> None:
        presenter = QuotePresenter(self.frame.session, found, self)
        self.acts.use(presenter)
        self._connect(presenter)
        before = self.editor.presenter if self.editor is not None else None
        self._build(presenter)
        if before is not None:
            before.deleteLater()

    def _build(self, presenter: QuotePresenter) -> None:
        """Make the editor of a presenter, in place of the one before."""
        before = self.editor
        editor = self.editor = QuoteEditor(self.frame, presenter, self)
        self._column.addWidget(editor)
        editor.resize(self.size())  # before Qt's own pass, so that the panel knows its share
        editor.lines.restore_columns(self.frame.settings.state(_COLUMNS))
        self._say_read_only()
        editor.open_panel(before.open_now if before is not None else self._panel())
        editor.panel_changed.connect(
            lambda panel: self.frame.settings.remember(_PANEL, panel.value or "none")
        )
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.heading_changed.emit()
        if self._in_front:
            editor.begin()

    def _jump(self, where: str) -> None:
        if self.editor is not None:
            self.editor.jump(where)

    def _connect(self, presenter: QuotePresenter) -> None:
        presenter.refused.connect(self.frame.refuse)
        presenter.crashed.connect(self.frame.session.crashed)
        presenter.renewed.connect(self.heading_changed)
        presenter.saving.saved.connect(lambda _quote: self._say_saved())
        presenter.saving.failed.connect(self._not_saved)
        presenter.saving.conflicted.connect(lambda _refusal: self._say_conflict())

    def _panel(self) -> Panel:
        known = {panel.value or "none": panel for panel in Panel}
        remembered = known.get(self.frame.settings.text(_PANEL))
        if remembered is not None:
            return remembered
        return Panel.PREVIEW if self.width() >= _WIDE else Panel.NONE

    def _say_read_only(self) -> None:
        """Say why nothing can be changed, and the legal ways (U23)."""
        if self.editor is None:
            return
        presenter, acts = self.editor.presenter, self.acts
        why = why_not_edit(presenter.quote, presenter.session.file.read_only)
        if not why:
            return
        ways = []
        if not presenter.session.file.read_only:
            state = presenter.quote.state
            if state is QuoteState.SUPERSEDED:
                newest = Ref("quote", presenter.opened.revisions[-1].id)
                ways.append(Way(_("Open the newest"), lambda: self.frame.open(newest)))
            elif state is not QuoteState.ACCEPTED:
                ways.append(Way(_("Revise"), acts.revise))
            ways.append(Way(_("Copy"), acts.clone))
        self.editor.notice.show_notice(why, ways)

    def _say_saved(self) -> None:
        if self.editor is not None and self.editor.presenter.is_editable:
            self.editor.notice.hide()

    def _not_saved(self, refusal: AppError) -> None:
        """Say that the draft is open and not in the file, and why (U37)."""
        from app.i18n.messages import sentence

        why = _("Not saved: {why}").format(why=sentence(refusal))
        if self._closing:
            self._ask_to_leave(why)
        self._closing = False
        if self.editor is not None:
            saving = self.editor.presenter.saving
            self.editor.notice.show_notice(
                why,
                (Way(_("Try again"), saving.flush),),
                Tone.BAD,
                "circle-alert",
            )

    def _say_conflict(self) -> None:
        """Somebody else saved this draft: theirs, or ours as a copy; nothing is lost either way."""
        self._closing = False
        if self.editor is not None:
            ways = (Way(_("Load theirs"), self._load_theirs), Way(_("Keep mine as a copy"), self._keep_copy))
            self.editor.notice.show_notice(
                _("Somebody else changed this quote since you opened it."),
                ways,
                Tone.WARN,
                "git-compare-arrows",
            )

    def _ask_to_leave(self, why: str) -> None:
        if self.editor is None or self.leaving is not None:
            return
        saving, number = self.editor.presenter.saving, self.editor.presenter.quote.number

        def leave() -> None:
            saving.stop()
            self._close()

        self.frame.open(self.ref)  # the question is about this page, which may stand behind another
        self.leaving = ask_to_leave(self, number, why, leave)
        self.leaving.finished.connect(self._stayed)

    def _stayed(self) -> None:
        self.leaving = None

    def _load_theirs(self) -> None:
        if self.editor is not None:
            self.editor.presenter.saving.stop()
            self._read()

    def _keep_copy(self) -> None:
        if self.editor is not None:
            quote = self.editor.presenter.quote
            self.editor.presenter.saving.stop()
            self.frame.session.run(lambda uow, act: keep_as_copy(uow, act, quote=quote), self._copied)

    def _copied(self, copy: Quote) -> None:
        self.frame.notify(_("Your lines are kept as {number}.").format(number=copy.number))
        self._read()
        self.frame.open(Ref("quote", copy.id))

    def _not_read(self, refusal: AppError) -> None:
        """A quote that is gone, or a file that cannot be read: say so and step back."""
        self.frame.refuse(refusal)
        if self.editor is None:
            self._gone = True
            QTimer.singleShot(0, self._close)

    def _throw_away(self) -> None:
        """Bin a draft in which nothing was ever written, so that lists stay clean."""
        from app.services.quotes import put_in_bin

        self._gone = True
        quote_id = self.ref.id
        self.frame.session.run(lambda uow, act: put_in_bin(uow, act, quote_id=quote_id, binned=True))

    def _close(self) -> None:
        self.frame.close_page(self)


def _is_empty(quote: Quote) -> bool:
    """Tell whether a draft says nothing at all."""
    return not (quote.customer_id or quote.lines or quote.notes or quote.internal_notes)
