"""The one registry of actions: it feeds menus, toolbar, palette and the sheet of shortcuts.

An action says its text, shortcut and icon, and whether it can run now; where it cannot, it says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.kit.icons import name_icon
from ui.kit.tool_tips import plain_tip

EVERYWHERE = ""
"""Scope of actions that work on every page of the window."""


def _never() -> str:
    return ""


class ShortcutTaken(ValueError):
    """Two actions that can both be reached want the same keys: a bug, or the user's choice refused."""


class ActionSpec(NamedTuple):
    """What an action is.

    Attributes:
        id: Stable name such as ``quotes.send``; settings keep changed shortcuts under it.
        text: Returns the text with its mnemonic ("&Send") in the current language.
        run: Does it.
        shortcut: Portable key sequence such as ``Ctrl+Shift+D``; empty for none.
        icon: Name of an icon, empty for none.
        blocked: Returns why it cannot run now, or an empty text when it can.
        group: Returns the heading under which the sheet of shortcuts lists it.
        also: Further key sequences that do the same.
    """

    id: str
    text: Callable[[], str]
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    blocked: Callable[[], str] = _never
    group: Callable[[], str] = _never
    also: tuple[str, ...] = ()

    @property
    def plain_text(self) -> str:
        """Return the text without its mnemonic, as lists show it."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


class Actions(QObject):
    """The actions of one window: those that work everywhere, and those of each page.

    Signals:
        refreshed: Texts or enabled states may be other ones now.
    """

    refreshed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._specs: dict[str, dict[str, ActionSpec]] = {EVERYWHERE: {}}
        self._actions: dict[tuple[str, str], QAction] = {}
        self._changed: dict[str, str] = {}

    def add(self, specs: Iterable[ActionSpec], scope: str = EVERYWHERE, owner: QWidget | None = None) -> None:
        """Take actions in.

        Args:
            specs: The actions.
            scope: `EVERYWHERE` or the page's id.
            owner: The page's widget: the shortcuts work while the focus is inside it.

        Raises:
            ShortcutTaken: An action that can be reached from there has these keys already.
        """
        for spec in specs:
            for keys in (self.shortcut(spec), *spec.also):
                self._refuse_taken(spec.id, keys, scope)
            self._specs.setdefault(scope, {})[spec.id] = spec
            self._actions[scope, spec.id] = self._made(spec, owner)
        self.refresh()

    def drop(self, scope: str) -> None:
        """Forget the actions of a page that is closed."""
        for spec in self._specs.pop(scope, {}).values():
            self._actions.pop((scope, spec.id)).deleteLater()

    def action(self, id: str, scope: str = EVERYWHERE) -> QAction:
        """Return the Qt action for menus and buttons.

        Raises:
            KeyError: No such action (a bug).
        """
        return self._actions[scope, id]

    def find(self, id: str, scope: str) -> QAction:
        """Return the action a page means: its own, else the one that works everywhere.

        Raises:
            KeyError: Neither is there (a bug).
        """
        return self._actions.get((scope, id)) or self._actions[EVERYWHERE, id]

    def specs(self, scope: str = EVERYWHERE) -> tuple[ActionSpec, ...]:
        """Return the actions reachable from a page: its own, then those that work everywhere."""
        own = tuple(self._specs.get(scope, {}).values()) if scope else ()
        return (*own, *self._specs[EVERYWHERE].values())

    def shortcut(self, spec: ActionSpec) -> str:
        """Return the keys of an action: the user's choice, else its own."""
        return self._changed.get(spec.id, spec.shortcut)

    def change_shortcut(self, id: str, keys: str) -> None:
        """Give an action other keys; empty takes them away.

        Raises:
            ShortcutTaken: Another action that can be reached at the same time has them.
            KeyError: No such action.
        """
        scopes = [scope for scope, specs in self._specs.items() if id in specs]
        if not scopes:
            raise KeyError(id)
        for scope in scopes:
            self._refuse_taken(id, keys, scope)
        self._changed[id] = keys
        for scope in scopes:
            also = self._specs[scope][id].also
            self._actions[scope, id].setShortcuts([QKeySequence(each) for each in (keys, *also) if each])
        self.refreshed.emit()

    def use_changed(self, changed: dict[str, str]) -> None:
        """Take over the keys the user chose in earlier sessions, before any action is added."""
        self._changed = dict(changed)

    @property
    def changed_shortcuts(self) -> dict[str, str]:
        """Return the keys the user chose, by action."""
        return dict(self._changed)

    def refresh(self) -> None:
        """Ask every action again for its text and whether it can run."""
        for scope, specs in self._specs.items():
            for spec in specs.values():
                action = self._actions[scope, spec.id]
                reason = spec.blocked()
                action.setText(spec.text())
                action.setEnabled(not reason)
                action.setToolTip(plain_tip(reason or _tip(spec.plain_text, self.shortcut(spec))))
        self.refreshed.emit()

    def _made(self, spec: ActionSpec, owner: QWidget | None) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in (self.shortcut(spec), *spec.also) if keys])
        if owner is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if spec.icon:
            name_icon(action, spec.icon)
        action.triggered.connect(lambda: spec.run())
        (owner or self._window).addAction(action)
        return action

    def _refuse_taken(self, id: str, keys: str, scope: str) -> None:
        if not keys:
            return
        reachable = self._specs if scope == EVERYWHERE else {scope, EVERYWHERE} & set(self._specs)
        wanted = QKeySequence(keys)
        for at in reachable:
            for other in self._specs[at].values():
                taken = [QKeySequence(each) for each in (self.shortcut(other), *other.also) if each]
                if other.id != id and wanted in taken:
                    raise ShortcutTaken(f"{keys} is the shortcut of {other.id}")


def _tip(text: str, keys: str) -> str:
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({written})" if written else text
