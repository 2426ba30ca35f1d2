"""The window's one menu, made from the registry of actions when it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.actions import EVERYWHERE, Actions
from ui.kit.icons import draw_icon


def build_menu(parent: QWidget, actions: Actions, scope: str) -> QMenu:
    """Return the menu of a page: its own actions, then a submenu per group of those that work everywhere."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    everywhere = {spec.id for spec in actions.specs(EVERYWHERE)}
    own = [spec for spec in actions.specs(scope) if spec.id not in everywhere]
    for spec in own:
        menu.addAction(_drawn(actions.action(spec.id, scope)))
    if own:
        menu.addSeparator()
    groups: dict[str, list[QAction]] = {}
    for spec in actions.specs(EVERYWHERE):
        groups.setdefault(spec.group(), []).append(_drawn(actions.action(spec.id)))
    for title, entries in groups.items():
        target = menu if not title else menu.addMenu(title)
        for entry in entries:
            target.addAction(entry)
    return menu


def _drawn(action: QAction) -> QAction:
    draw_icon(action)
    return action
