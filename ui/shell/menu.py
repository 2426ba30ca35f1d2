"""The window's one menu, made from the registry of actions when it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.actions import EVERYWHERE, Actions
from ui.kit.icons import draw_icon


def build_menu(parent: QWidget, actions: Actions, scope: str) -> QMenu:
    """Return the menu of a page: its own actions, then those that work everywhere; a group is a submenu."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    everywhere = {spec.id for spec in actions.specs(EVERYWHERE)}
    own = [spec for spec in actions.specs(scope) if spec.id not in everywhere]
    _add(menu, [(spec.group(), actions.action(spec.id, scope)) for spec in own])
    if own:
        menu.addSeparator()
    _add(menu, [(spec.group(), actions.action(spec.id)) for spec in actions.specs(EVERYWHERE)])
    return menu


def _add(menu: QMenu, entries: Sequence[tuple[str, QAction]]) -> None:
    groups = dict.fromkeys(title for title, _action in entries)
    for group in groups:
        target = menu.addMenu(group) if group else menu
        target.setToolTipsVisible(True)
        for title, action in entries:
            if title == group:
                target.addAction(_drawn(action))


def _drawn(action: QAction) -> QAction:
    draw_icon(action)
    return action
