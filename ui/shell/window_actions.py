"""The actions every window has: going places, undo, looks, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtGui import QUndoStack

from app.i18n.translations import gettext as _
from ui.kit.actions import ActionSpec
from ui.kit.theme import Theme
from ui.shell.page import Page, Section

_LARGER, _SMALLER = 1, -1


class ActsOnWindow(Protocol):
    """The window as these actions see it."""

    @property
    def theme(self) -> Theme:
        """Return the look."""

    @property
    def page(self) -> Page | None:
        """Return the page in front."""

    def open_section(self, id: str) -> None:
        """Show a section."""

    def back(self) -> None:
        """Show the page before."""

    def why_not_back(self) -> str:
        """Return why there is no way back, empty when there is."""

    def open_palette(self) -> None:
        """Open the palette."""

    def open_menu(self) -> None:
        """Open the menu."""

    def show_shortcuts(self) -> None:
        """Show the shortcuts."""

    def close_current_page(self) -> None:
        """Close the page in front."""

    def new_window(self) -> None:
        """Open a second window on the same file."""


def window_actions(window: ActsOnWindow, sections: Sequence[Section]) -> tuple[ActionSpec, ...]:
    """Return the actions that work on every page."""
    return (*_going(window, sections), *_editing(window), *_looking(window), *_windows(window))


def _going(window: ActsOnWindow, sections: Sequence[Section]) -> tuple[ActionSpec, ...]:
    places = tuple(
        ActionSpec(
            f"go.{section.id}",
            section.text,
            _call(window.open_section, section.id),
            shortcut=f"Ctrl+{at + 1}" if at < 9 else "",
            icon=section.icon,
            group=_go_group,
        )
        for at, section in enumerate(sections)
    )
    return (
        *places,
        ActionSpec(
            "window.back",
            lambda: _("&Back"),
            window.back,
            "Alt+Left",
            "arrow-left",
            window.why_not_back,
            _go_group,
        ),
        ActionSpec(
            "window.palette",
            lambda: _("S&earch everything"),
            window.open_palette,
            "Ctrl+K",
            "search",
            group=_go_group,
        ),
    )


def _editing(window: ActsOnWindow) -> tuple[ActionSpec, ...]:
    steps = _Steps(window)
    return (
        ActionSpec(
            "edit.undo", steps.undo_text, steps.undo, "Ctrl+Z", "undo-2", steps.why_no_undo, _edit_group
        ),
        ActionSpec(
            "edit.redo",
            steps.redo_text,
            steps.redo,
            "Ctrl+Shift+Z",
            "redo-2",
            steps.why_no_redo,
            _edit_group,
            also=("Ctrl+Y",),
        ),
    )


class _Steps:
    """Undo and redo of whatever document is in front; the menu names the step (U22)."""

    def __init__(self, window: ActsOnWindow) -> None:
        self._window = window
        self._nothing = QUndoStack()

    @property
    def _stack(self) -> QUndoStack:
        page = self._window.page
        return (page.undo_stack() if page is not None else None) or self._nothing

    def undo_text(self) -> str:
        return _("&Undo {step}").format(step=self._stack.undoText()).strip()

    def redo_text(self) -> str:
        return _("&Redo {step}").format(step=self._stack.redoText()).strip()

    def undo(self) -> None:
        self._stack.undo()

    def redo(self) -> None:
        self._stack.redo()

    def why_no_undo(self) -> str:
        return "" if self._stack.canUndo() else _("There is nothing to undo.")

    def why_no_redo(self) -> str:
        return "" if self._stack.canRedo() else _("There is nothing to redo.")


def _looking(window: ActsOnWindow) -> tuple[ActionSpec, ...]:

    def resize(by: int) -> Callable[[], object]:
        return lambda: window.theme.set_points(window.theme.points + by)

    return (
        ActionSpec(
            "window.theme",
            lambda: _("Light or &dark"),
            window.theme.toggle,
            "Ctrl+Shift+L",
            "sun-moon",
            group=_window,
        ),
        ActionSpec(
            "window.larger",
            lambda: _("&Larger text"),
            resize(_LARGER),
            "Ctrl++",
            "zoom-in",
            group=_window,
            also=("Ctrl+=",),
        ),
        ActionSpec(
            "window.smaller",
            lambda: _("S&maller text"),
            resize(_SMALLER),
            "Ctrl+-",
            "zoom-out",
            group=_window,
        ),
    )


def _windows(window: ActsOnWindow) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "window.new",
            lambda: _("New &window"),
            window.new_window,
            "Ctrl+Shift+N",
            "copy",
            group=_window,
        ),
        ActionSpec(
            "window.close_page",
            lambda: _("&Close"),
            window.close_current_page,
            "Ctrl+W",
            "x",
            group=_window,
        ),
        ActionSpec("window.menu", lambda: _("M&enu"), window.open_menu, "F10", "ellipsis", group=_window),
        ActionSpec(
            "window.shortcuts",
            lambda: _("&Keyboard shortcuts"),
            window.show_shortcuts,
            "F1",
            "keyboard",
            group=_window,
            also=("Ctrl+/",),
        ),
    )


def _go_group() -> str:
    return _("&Go to")


def _edit_group() -> str:
    return _("&Edit")


def _window() -> str:
    return _("&Window")


def _call(function: Callable[[str], object], value: str) -> Callable[[], object]:
    return lambda: function(value)
