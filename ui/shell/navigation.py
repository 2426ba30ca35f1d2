"""The way between pages: each is made once, kept while it is open, and Back retraces the steps."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.shell.page import Page

if TYPE_CHECKING:
    from app.kernel.changes import Changes

MOST_STEPS = 50


class Navigation(QObject):
    """Keeps the open pages of one window.

    Signals:
        page_changed: The `Page` that came to the front, `None` when there is none.
        page_opened: A `Page` that was just made.
        page_closed: A `Page` that is gone.
    """

    page_changed = Signal(object)
    page_opened = Signal(object)
    page_closed = Signal(object)

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._pages: dict[Hashable, Page] = {}
        self._steps: list[Hashable] = []

    @property
    def current(self) -> Page | None:
        """Return the page in front."""
        return self._pages.get(self.current_key) if self._steps else None

    @property
    def current_key(self) -> Hashable:
        """Return the key of the page in front, `None` when there is none."""
        return self._steps[-1] if self._steps else None

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a page to go back to."""
        return len(self._steps) > 1

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the open pages, in the order they were opened."""
        return tuple(self._pages.values())

    def key_of(self, page: Page) -> Hashable:
        """Return the key of an open page, `None` for any other."""
        return next((key for key, open_page in self._pages.items() if open_page is page), None)

    def show(self, key: Hashable, make: Callable[[], Page]) -> Page:
        """Bring a page to the front, making it first where it is not open."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = make()
            self._stack.addWidget(page)
            self.page_opened.emit(page)
        if key != self.current_key:
            self._leave()
            self._steps.append(key)
            del self._steps[:-MOST_STEPS]
        self._enter()
        return page

    def back(self) -> None:
        """Show the page before; on the first one nothing happens."""
        if self.can_go_back:
            self._leave()
            self._steps.pop()
            self._enter()

    def close(self, page: Page) -> bool:
        """Close a page where it is ready for it, and show the one before; tell whether it is closed."""
        key = self.key_of(page)
        if key is None or not page.ready_to_close():
            return False
        was_current = page is self.current
        if was_current:
            self._leave()
        self._forget(key)
        self._stack.removeWidget(page)
        self.page_closed.emit(page)
        page.deleteLater()
        if was_current:
            self._enter()
        return True

    def make_again(self, key: Hashable, make: Callable[[], Page]) -> None:
        """Put a new page in the place of an open one; the way back and what is in front stay."""
        before = self._pages[key]
        in_front = before is self.current
        if in_front:
            self._leave()
        page = self._pages[key] = make()
        self._stack.addWidget(page)
        self._stack.removeWidget(before)
        self.page_closed.emit(before)
        before.deleteLater()
        self.page_opened.emit(page)
        if in_front:
            self._enter()

    def refresh(self, changes: Changes) -> None:
        """Tell every open page which records were written."""
        for page in self.pages:
            page.refresh(changes)

    def _forget(self, key: Hashable) -> None:
        """Take a page out of the way back; two equal steps that meet become one."""
        del self._pages[key]
        steps: list[Hashable] = []
        for step in self._steps:
            if step != key and (not steps or steps[-1] != step):
                steps.append(step)
        self._steps = steps

    def _leave(self) -> None:
        if self.current is not None:
            self.current.left()

    def _enter(self) -> None:
        page = self.current
        if page is not None:
            self._stack.setCurrentWidget(page)
        self.page_changed.emit(page)
        if page is not None:
            page.entered()
            _bring_focus(page)


def _bring_focus(page: Page) -> None:
    """Put the focus on the first thing of a page that took it nowhere itself: keys belong to what is seen."""
    focused: QWidget | None = page.window().focusWidget()
    if focused is not None and page.isAncestorOf(focused):
        return
    for widget in page.findChildren(QWidget):
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab == Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisibleTo(page):
            widget.setFocus()
            return
    page.setFocus()
