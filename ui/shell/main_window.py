"""The window: sidebar, header, pages, status line; shown first, filled when the company file is open."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QCloseEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.actions import Actions
from ui.kit.icons import refresh_icons
from ui.kit.language import Translated
from ui.kit.settings import WindowSettings
from ui.kit.theme import Theme
from ui.shell.header import Header
from ui.shell.navigation import Navigation
from ui.shell.page import Frame, Heading, Page, Rooms
from ui.shell.sidebar import Sidebar
from ui.shell.status_line import SaveState, StatusLine
from ui.shell.window_actions import window_actions

if TYPE_CHECKING:
    from app.kernel.changes import Ref
    from app.kernel.errors import AppError
    from ui.shell.palette import Palette
    from ui.shell.session import Session
    from ui.shell.toasts import Toasts
    from ui.widgets.hits import Hit

SMALLEST = (960, 600)
FIRST_SIZE = (1280, 760)
_NEW_SHORTCUTS = "shortcuts/changed"


class MainWindow(QMainWindow):
    """One window on one company file; it is the `Frame` of its pages.

    Signals:
        another_wanted: The person wants a second window on the same file.
        closed: The window is gone.
    """

    another_wanted = Signal()
    closed = Signal()

    def __init__(self, rooms: Rooms, theme: Theme, settings: WindowSettings) -> None:
        super().__init__()
        self.rooms = rooms
        self.theme = theme
        self.settings = settings
        self._session: Session | None = None
        self._palette: Palette | None = None
        self._toasts: Toasts | None = None
        self._closing = False
        self._stacks: list[QUndoStack] = []
        self.sidebar = Sidebar(rooms.sections)
        self.header = Header()
        self.stack = QStackedWidget()
        self.status = StatusLine()
        self.navigation = Navigation(self.stack)
        self.actions_of_window = Actions(self)
        self.actions_of_window.use_changed(_pairs(settings.texts(_NEW_SHORTCUTS)))
        self.actions_of_window.add(window_actions(self, rooms.sections))
        self._lay_out()
        self._connect()
        self.retranslate()
        self._restore()

    # What the composition root does

    def attach(self, session: Session) -> None:
        """Show an open company file."""
        self._session = session
        session.changed.connect(self.navigation.refresh)
        session.refused.connect(self.refuse)
        session.crashed.connect(self.report)
        session.save_state.connect(self._save_state)
        session.long_work.connect(self.status.watch)
        self.sidebar.show_company(session.file.company)
        self.status.show_file(session.file.path, session.file.read_only)
        self.actions_of_window.add(self.rooms.actions(self))
        self._show_title()

    def show_alone(self, page: QWidget | None) -> None:
        """Show a page without sidebar and header (the first start); `None` shows the sections again."""
        alone = page is not None
        for part in (self.sidebar, self.header, self.status):
            part.setVisible(not alone)
        if page is not None:
            self.stack.addWidget(page)
            self.stack.setCurrentWidget(page)

    # The frame of the pages

    @property
    def session(self) -> Session:
        """Return the open company file.

        Raises:
            RuntimeError: No file is open yet (a bug: pages are made afterwards).
        """
        if self._session is None:
            raise RuntimeError("no company file is open yet")
        return self._session

    @property
    def page(self) -> Page | None:
        """Return the page in front."""
        return self.navigation.current

    def open(self, ref: Ref) -> None:
        """Show a document's page, opening it first where it is not open."""
        make = self.rooms.documents.get(ref.kind)
        if make is not None:
            self.navigation.show(ref, lambda: make(self, ref))

    def open_section(self, id: str) -> None:
        """Show a section's page; before a file is open nothing happens."""
        section = next((section for section in self.rooms.sections if section.id == id), None)
        if section is not None and self._session is not None:
            self.navigation.show(id, lambda: section.make(self))

    def open_first(self) -> None:
        """Show the first section: what waits for the person today."""
        if self.rooms.sections:
            self.open_section(self.rooms.sections[0].id)

    def open_page(self, key: Hashable, make: Callable[[Frame], Page]) -> None:
        """Show any page under a key, making it first where it is not open."""
        self.navigation.show(key, lambda: make(self))

    def close_page(self, page: Page) -> None:
        """Close a page and show the one before."""
        self.navigation.close(page)

    def back(self) -> None:
        """Show the page before."""
        self.navigation.back()

    def notify(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say in passing that something was done."""
        if self._toasts is None:
            from ui.shell.toasts import Toasts

            self._toasts = Toasts(self)
        self._toasts.show(text, undo)

    def refuse(self, refusal: AppError) -> None:
        """Show why something was not done."""
        from ui.kit.errors import show_refusal

        show_refusal(self, refusal)

    def report(self, bug: Exception) -> None:
        """Show that the program failed, and log it; the documents stay open."""
        from ui.kit.errors import show_bug

        show_bug(self, bug)

    # The window's own actions

    def why_not_back(self) -> str:
        """Return why there is no way back, empty when there is."""
        return "" if self.navigation.can_go_back else _("This is the first page.")

    def open_palette(self) -> None:
        """Open the palette."""
        from ui.shell.palette import Palette

        if self._palette is None:
            self._palette = Palette(self, self._commands)
            self._palette.taken.connect(self._act_on)
            self._palette.refused.connect(self.refuse)
            self._palette.crashed.connect(self.report)
        find = self.rooms.find
        known = find is not None and self._session is not None
        self._palette.use_search(self.session.search(find) if known and find is not None else None)
        self._palette.open()

    def open_menu(self) -> None:
        """Open the menu under its button."""
        menu = self.menu()
        corner = self.header.menu.mapToGlobal(QPoint(self.header.menu.width(), self.header.menu.height()))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def menu(self) -> QMenu:
        """Return the menu: the page's actions first, then those of every page by group."""
        from ui.shell.menu import build_menu

        self.actions_of_window.refresh()
        return build_menu(self, self.actions_of_window, self._scope)

    def show_shortcuts(self) -> None:
        """Show the shortcuts of the present page."""
        from ui.shell.shortcut_sheet import ShortcutSheet

        sheet = ShortcutSheet(
            self.actions_of_window, self._scope, self.page.key_hints() if self.page else (), self
        )
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def close_current_page(self) -> None:
        """Close the page in front; a section's page stays."""
        if self.page is not None and not isinstance(self.navigation.current_key, str):
            self.navigation.close(self.page)

    def new_window(self) -> None:
        """Ask for a second window on the same file."""
        self.another_wanted.emit()

    def retranslate(self) -> None:
        """Say the texts in the current language, those of the open pages too."""
        self._make_pages_again()
        self._show_title()
        self.actions_of_window.refresh()
        self._show_heading()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when every page is ready; pages that are saving are waited for, then closed again."""
        waiting = [page for page in self.navigation.pages if not page.ready_to_close()]
        if waiting:
            self._closing = True
            event.ignore()
            return
        if self.page is not None:
            self.page.left()
        self._remember()
        self.closed.emit()
        event.accept()

    # How it is done

    @property
    def _scope(self) -> str:
        return self.page.scope if self.page is not None else ""

    def _make_pages_again(self) -> None:
        """Make the open pages new, in the current language.

        A page that can say its own texts again does so; one with unsaved work keeps the old words
        rather than lose it, and so does one opened under a key of its own, such as a new record's.
        """
        for page in self.navigation.pages:
            make = self._maker(self.navigation.key_of(page))
            if make is not None and not isinstance(page, Translated) and not page.holds_unsaved():
                self.navigation.make_again(self.navigation.key_of(page), make)

    def _maker(self, key: Hashable) -> Callable[[], Page] | None:
        """Return what makes the page of a section or a document, `None` for any other page."""
        from app.kernel.changes import Ref

        if isinstance(key, Ref) and key.kind in self.rooms.documents:
            return partial(self.rooms.documents[key.kind], self, key)
        section = next((section for section in self.rooms.sections if section.id == key), None)
        return partial(section.make, self) if section is not None else None

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.open_section)
        self.sidebar.search_wanted.connect(self.open_palette)
        self.status.look_wanted.connect(self.theme.toggle)
        self.header.back_wanted.connect(self.back)
        self.header.menu_wanted.connect(self.open_menu)
        self.header.trail_wanted.connect(self._follow_trail)
        self.navigation.page_opened.connect(self._opened)
        self.navigation.page_closed.connect(self._page_closed)
        self.navigation.page_changed.connect(self._page_changed)
        self.actions_of_window.refreshed.connect(self._keep_shortcuts)
        self.theme.changed.connect(refresh_icons)
        self.theme.changed.connect(self._keep_look)

    def _opened(self, page: Page) -> None:
        self.actions_of_window.add(page.page_actions(), page.scope, page)
        page.heading_changed.connect(self._heading_changed)

    def _page_closed(self, page: Page) -> None:
        self.actions_of_window.drop(page.scope)

    def _page_changed(self, page: Page | None) -> None:
        key = self.navigation.current_key
        self.sidebar.show_current(key if isinstance(key, str) else self._section_of(page))
        self.header.show_can_go_back(self.navigation.can_go_back)
        self._heading_changed()

    @staticmethod
    def _section_of(page: Page | None) -> str:
        """Return the section a document's page belongs to: the first one of its trail."""
        trail = page.heading().trail if page is not None else ()
        return next((target for _text, target in trail if isinstance(target, str)), "")

    def _heading_changed(self) -> None:
        stack = self.page.undo_stack() if self.page is not None else None
        if stack is not None and stack not in self._stacks:
            self._stacks.append(stack)
            stack.indexChanged.connect(self.actions_of_window.refresh)
        self.actions_of_window.refresh()
        self._show_heading()

    def _show_heading(self) -> None:
        page = self.page
        heading = page.heading() if page is not None else Heading("")
        more = tuple(self._action(id) for id in heading.more)
        primary = self._action(heading.primary) if heading.primary else None
        self.header.show_heading(heading, primary, more)
        self._show_title()

    def _show_title(self) -> None:
        title = self.page.heading().title if self.page is not None else ""
        company = self._session.file.company if self._session is not None else ""
        parts = (title, company, "Quotewright")
        self.setWindowTitle(" \N{EN DASH} ".join(part for part in parts if part))

    def _action(self, id: str) -> QAction:
        return self.actions_of_window.find(id, self._scope)

    def _commands(self, text: str) -> tuple[Hit, ...]:
        from ui.shell.palette import command_hits

        return command_hits(self.actions_of_window, self._scope, text)

    def _follow_trail(self, target: str | Ref) -> None:
        if isinstance(target, str):
            self.open_section(target)
        else:
            self.open(target)

    def _act_on(self, hit: Hit) -> None:
        from app.kernel.changes import Ref

        if isinstance(hit.key, Ref):
            self.open(hit.key)
        elif isinstance(hit.key, str):
            self._action(hit.key).trigger()

    def _save_state(self, state: SaveState) -> None:
        self.status.show_state(state)
        if self._closing and state is SaveState.SAVED:
            self._closing = False
            self.close()

    def _restore(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        geometry = self.settings.state("window/geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _remember(self) -> None:
        self.settings.remember("window/geometry", self.saveGeometry())
        self.settings.write()

    def _keep_look(self) -> None:
        self.settings.remember("look/mode", self.theme.mode.value)
        self.settings.remember("look/points", self.theme.points)

    def _keep_shortcuts(self) -> None:
        changed = self.actions_of_window.changed_shortcuts
        if changed:
            self.settings.remember(_NEW_SHORTCUTS, tuple(f"{id}={keys}" for id, keys in changed.items()))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)


def _pairs(texts: tuple[str, ...]) -> dict[str, str]:
    pairs = (text.partition("=") for text in texts)
    return {id: keys for id, sign, keys in pairs if sign}
