"""The actions of an open quote: text, keys, icon, and why not, said once for menu, buttons and palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from app.i18n.translations import gettext as _
from app.quotes.lines import LineKind, LineRole
from app.quotes.quote import Quote
from ui.kit.actions import ActionSpec
from ui.quotes.acts import QuoteActs
from ui.quotes.editor import QuoteEditor
from ui.quotes.side_panel import Panel
from ui.quotes.why_not import (
    why_not_bin,
    why_not_decide,
    why_not_edit,
    why_not_revise,
    why_not_send,
)

Text = Callable[[], str]
Do = Callable[[QuoteEditor], object]
Why = Callable[[Quote], str]


class Opened(Protocol):
    """The page as its actions see it."""

    @property
    def editor(self) -> QuoteEditor | None:
        """Return the editor, `None` while the quote is still being read."""

    @property
    def acts(self) -> QuoteActs:
        """Return what can be done with the whole quote."""

    def compare(self) -> None:
        """Open the comparison of revisions."""

    def open_contract(self) -> None:
        """Open the contract the quote became."""

    def put_in_bin(self) -> None:
        """Throw the draft away."""

    def why_not_compare(self) -> str:
        """Return why there is nothing to compare."""

    def why_not_contract(self) -> str:
        """Return why there is no contract."""


class Act(NamedTuple):
    """One thing done with the editor of an open quote."""

    id: str
    text: Text
    do: Do
    keys: str = ""
    icon: str = ""


def quote_actions(page: Opened) -> tuple[ActionSpec, ...]:
    """Return the actions of one open quote."""
    return (*_life(page), *_paper(page), *_looking(page), *_lines(page))


def _life(page: Opened) -> tuple[ActionSpec, ...]:
    send = Act("quotes.send", lambda: _("&Send"), lambda _e: page.acts.send(), "Ctrl+Return", "send")
    accept = Act(
        "quotes.accept",
        lambda: _("&Accepted…"),
        lambda _e: page.acts.accept(),
        "Ctrl+Shift+Return",
        "circle-check",
    )
    decline = Act("quotes.decline", lambda: _("&Declined"), lambda _e: page.acts.decline(), "", "circle-x")
    revise = Act(
        "quotes.revise", lambda: _("&Revise"), lambda _e: page.acts.revise(), "Ctrl+Shift+R", "file-pen"
    )
    clone = Act("quotes.clone", lambda: _("Cop&y into a new quote"), lambda _e: page.acts.clone(), "", "copy")
    bin_it = Act("quotes.bin", lambda: _("Put in the &bin"), lambda _e: page.put_in_bin(), "", "trash-2")
    return (
        _spec(page, send, why_not_send),
        _spec(page, accept, why_not_decide),
        _spec(page, decline, why_not_decide),
        _spec(page, revise, why_not_revise),
        _spec(page, clone, _always),
        *_others(page),
        _spec(page, bin_it, why_not_bin),
    )


def _others(page: Opened) -> tuple[ActionSpec, ...]:
    """Return what leads to other pages of the same deal."""
    return (
        ActionSpec(
            "quotes.compare",
            lambda: _("&Compare revisions"),
            page.compare,
            icon="git-compare-arrows",
            blocked=page.why_not_compare,
        ),
        ActionSpec(
            "quotes.contract",
            lambda: _("Open co&ntract"),
            page.open_contract,
            icon="scroll-text",
            blocked=page.why_not_contract,
        ),
    )


def _paper(page: Opened) -> tuple[ActionSpec, ...]:
    save = Act("quotes.save", lambda: _("Sa&ve"), lambda e: e.presenter.saving.flush(), "Ctrl+S", "save")
    ways_out = (
        Act(
            "quotes.pdf", lambda: _("Save PD&F"), lambda _e: page.acts.save_pdf(), "Ctrl+Shift+S", "download"
        ),
        Act("quotes.mail", lambda: _("E-&mail"), lambda _e: page.acts.mail(), "Ctrl+Shift+E", "mail"),
        Act("quotes.print", lambda: _("&Print"), lambda _e: page.acts.print(), "Ctrl+P", "printer"),
    )
    return (_spec(page, save, why_not_edit), *(_spec(page, act, _always) for act in ways_out))


def _looking(page: Opened) -> tuple[ActionSpec, ...]:
    acts = (
        Act("quotes.preview", lambda: _("Previe&w"), _panel(Panel.PREVIEW), "F9", "panel-right"),
        Act(
            "quotes.explain",
            lambda: _("How the pr&ice is made"),
            _panel(Panel.PRICE),
            "F7",
            "chart-no-axes-column",
        ),
        Act("quotes.history", lambda: _("&History"), _panel(Panel.HISTORY), "F8", "history"),
        Act("quotes.margin", lambda: _("Mar&gin of each line"), _margin, "Ctrl+Shift+G", "percent"),
        Act("quotes.checks", lambda: _("Chec&ks"), lambda e: e.show_checks(), "Ctrl+Shift+C", "shield-check"),
    )
    return tuple(
        ActionSpec(act.id, act.text, _done(page, act.do), act.keys, act.icon, group=_looks) for act in acts
    )


_CONFIGURE = Act(
    "quotes.configure", lambda: _("Customi&ze the bundle"), lambda e: e.configure(), "Ctrl+B", "package"
)


def _lines(page: Opened) -> tuple[ActionSpec, ...]:
    acts = (
        Act("quotes.section", lambda: _("Add s&ection"), _add(LineKind.HEADING), "Ctrl+H", "heading"),
        Act("quotes.text", lambda: _("Add te&xt"), _add(LineKind.TEXT), "Ctrl+Shift+T", "type"),
        Act("quotes.subtotal", lambda: _("Add s&ubtotal"), _add(LineKind.SUBTOTAL), "Ctrl+Shift+U", "sigma"),
        Act(
            "quotes.optional",
            lambda: _("&Optional line"),
            _role(LineRole.OPTIONAL),
            "Ctrl+Shift+O",
            "circle-dashed",
        ),
        Act(
            "quotes.alternative",
            lambda: _("Al&ternative line"),
            _role(LineRole.ALTERNATIVE),
            "Ctrl+Shift+A",
            "split",
        ),
        Act(
            "quotes.line",
            lambda: _("Ad&just text and term of the line"),
            lambda e: e.ask_line(),
            "Ctrl+J",
            "pencil",
        ),
        _CONFIGURE,
        Act(
            "quotes.last_items",
            lambda: _("Add &last items"),
            lambda e: e.add_last_items(),
            "Ctrl+Shift+H",
            "history",
        ),
    )
    return tuple(_spec(page, act, why_not_edit, _of_lines) for act in acts)


def _spec(page: Opened, act: Act, why: Why, group: Text = lambda: "") -> ActionSpec:
    return ActionSpec(act.id, act.text, _done(page, act.do), act.keys, act.icon, _said(page, why), group)


def _done(page: Opened, act: Do) -> Callable[[], object]:
    """Return what does something with the editor; nothing while the quote is being read."""
    return lambda: act(page.editor) if page.editor is not None else None


def _said(page: Opened, why: Why) -> Text:
    """Return what says why not, with the file's own reason first."""

    def said() -> str:
        editor = page.editor
        if editor is None:
            return _("The quote is still being read.")
        return editor.presenter.session.file.read_only or why(editor.presenter.quote)

    return said


def _always(_quote: Quote) -> str:
    return ""


def _panel(panel: Panel) -> Do:
    return lambda editor: editor.toggle_panel(panel)


def _margin(editor: QuoteEditor) -> None:
    editor.lines.show_margin(not editor.lines.shows_margin)


def _add(kind: LineKind) -> Do:
    return lambda editor: editor.lines.add(kind)


def _role(role: LineRole) -> Do:
    return lambda editor: editor.lines.switch_role(role)


def _looks() -> str:
    return _("Bes&ide the quote")


def _of_lines() -> str:
    return _("&Lines")
