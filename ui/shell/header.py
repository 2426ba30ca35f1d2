"""The header: where one is, the document's state, and the one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.icons import set_icon
from ui.kit.tokens import Height, Space
from ui.shell.page import Heading
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from app.kernel.changes import Ref


class Header(QWidget):
    """One line over the page.

    Signals:
        back_wanted: The page before is wanted.
        menu_wanted: The menu is wanted.
        trail_wanted: A section id or a `Ref` of the trail.
    """

    back_wanted = Signal()
    menu_wanted = Signal()
    trail_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(Height.HEADER)
        self.back = QToolButton()
        set_icon(self.back, "arrow-left")
        self.back.clicked.connect(self.back_wanted)
        self._trail = QHBoxLayout()
        self._trail.setSpacing(Space.XS)
        self.title = _label(Type.TITLE)
        self.chip = StateChip()
        self.note = _label(Type.BODY)
        self.note.setProperty("tone", "soft")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        self.menu = QToolButton()
        set_icon(self.menu, "ellipsis")
        self.menu.clicked.connect(self.menu_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self.back)
        row.addLayout(self._trail)
        row.addWidget(self.title)
        row.addWidget(self.chip)
        row.addWidget(self.note, 1)
        row.addLayout(self._buttons)
        row.addWidget(self.menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.back.setAccessibleName(_("Back"))
        self.back.setToolTip(_("Back (Alt+Left)"))
        self.menu.setAccessibleName(_("Menu"))
        self.menu.setToolTip(_("Menu (F10)"))

    def show_heading(self, heading: Heading, primary: QAction | None, more: tuple[QAction, ...]) -> None:
        """Show a page's heading with the buttons of its actions."""
        self.title.setText(heading.title)
        self.chip.show_chip(heading.chip)
        self.note.setText(heading.note)
        _clear(self._trail)
        for text, target in heading.trail:
            self._add_trail(text, target)
        _clear(self._buttons)
        for action in more:
            self._buttons.addWidget(ActionButton(action))
        if primary is not None:
            self._buttons.addWidget(ActionButton(primary, primary=True))

    def show_can_go_back(self, can: bool) -> None:
        """Show whether there is a page before."""
        self.back.setVisible(can)

    @property
    def primary_button(self) -> QPushButton | None:
        """Return the button of the primary action, `None` when the page has none."""
        at = self._buttons.count() - 1
        item = self._buttons.itemAt(at) if at >= 0 else None
        button = item.widget() if item is not None else None
        return button if isinstance(button, ActionButton) and button.is_primary else None

    def _add_trail(self, text: str, target: str | Ref) -> None:
        step = QPushButton(text)
        step.setProperty("kind", "link")
        step.clicked.connect(lambda: self.trail_wanted.emit(target))
        self._trail.addWidget(step)
        slash = _label(Type.BODY)
        slash.setProperty("tone", "faint")
        slash.setText("/")
        self._trail.addWidget(slash)


class ActionButton(QPushButton):
    """A button that is as its action is: text, enabled, and why not."""

    def __init__(self, action: QAction, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.is_primary = primary
        if primary:
            self.setProperty("kind", "primary")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        # The action's mnemonic belongs to the menu; two of them in one window would clash.
        text = self._action.text().replace("&&", "\0").replace("&", "").replace("\0", "&&")
        # Qt leaves four pixels between icon and words; a blank makes it eight.
        self.setText(f" {text}" if self._action.property("iconName") else text)
        self.setAccessibleName(text.replace("&&", "&"))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        name = self._action.property("iconName")
        if isinstance(name, str) and name:
            set_icon(self, name, "on_accent" if self.is_primary and self.isEnabled() else "text_soft")


def _label(role: Type) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_type(label, role)
    return label


def _clear(layout: QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
