"""Ctrl+K: documents, customers, products and commands in one list (U26)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.actions import Actions
from ui.kit.fonts import Type, set_type
from ui.kit.queries import Latest
from ui.kit.tokens import Space
from ui.widgets.hits import Answer, Hit, HitList, Search

WIDTH = 620
MOST_ROWS = 12
_SHADOW = 70
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Palette(QFrame):
    """A field and one list over the window.

    Signals:
        taken: The `Hit` to act on: its key is a `Ref`, or the id of an action.
        refused: The `AppError` the search met.
        crashed: Any other exception of the search.
    """

    taken = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, window: QWidget, commands: Callable[[str], tuple[Hit, ...]]) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._search: Search | None = None
        self._found: tuple[Hit, ...] = ()
        self._before: QWidget | None = None
        self.setProperty("kind", "popup")
        self.field = QLineEdit()
        self.field.setProperty("kind", "bare")
        set_type(self.field, Type.HEADING)
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self.list = HitList()
        self.list.taken.connect(self._take)
        self._hint = QLabel()
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("tone", "faint")
        set_type(self._hint, Type.CAPTION)
        self._latest = Latest(self)
        self._latest.arrived.connect(self._answered)
        self._latest.refused.connect(self.refused)
        self._latest.crashed.connect(self.crashed)
        self._lay_out()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.field.setPlaceholderText(_("Search or type a command"))
        self.field.setAccessibleName(_("Search documents, customers, products and commands"))
        self.list.setAccessibleName(_("Search results"))

    def use_search(self, search: Search | None) -> None:
        """Search this company file from now on."""
        self._search = search

    def open(self) -> None:
        """Show the palette, remembering where the focus was."""
        if not self.isVisible():
            self._before = self._window.focusWidget()
        self.field.clear()
        self._ask("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_and_return(self) -> None:
        """Close and give the focus back."""
        self._latest.forget()
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on the keys of the field: arrows choose, Return takes, Esc returns."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and self._window.isActiveWindow():
            self._before = None
            self.close_and_return()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.close_and_return()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.chosen is not None:
                self._take(self.list.chosen)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            pass
        else:
            return False
        return True

    def _ask(self, text: str) -> None:
        wanted = text.strip()
        search = self._search
        if not wanted:
            self._found = ()
        if wanted and search is not None:
            self._latest.ask(lambda: search(wanted))
        else:
            self._latest.forget()
        self._show(more=False)

    def _answered(self, answer: Answer) -> None:
        self._found = answer.hits
        self._show(answer.more)

    def _show(self, more: bool) -> None:
        chosen = self.list.chosen
        self.list.show_hits((*self._found, *self._commands(self.field.text().strip())))
        if chosen is not None and self._latest.is_waiting:
            self.list.choose(chosen.key)
        count = len(self.list.hits)
        self.list.setFixedHeight(self.list.wanted_height(MOST_ROWS))
        self._hint.setText(
            _("There is more: type another word.") if more else "" if count else _("Nothing found.")
        )
        self._hint.setVisible(bool(self._hint.text()))
        self._place()

    def _take(self, hit: Hit) -> None:
        if hit.blocked:
            return
        self.close_and_return()
        self.taken.emit(hit)

    def _place(self) -> None:
        self.setFixedWidth(min(WIDTH, self._window.width() - 2 * Space.XL))
        self.adjustSize()
        self.move((self._window.width() - self.width()) // 2, self._window.height() // 8)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.S, 1, Space.S)
        column.setSpacing(Space.XS)
        top = QVBoxLayout()
        top.setContentsMargins(Space.L, 0, Space.L, 0)
        top.addWidget(self.field)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        self._hint.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        column.addLayout(top)
        column.addWidget(rule)
        column.addWidget(self.list)
        column.addWidget(self._hint)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, _SHADOW))
        self.setGraphicsEffect(shadow)


def command_hits(actions: Actions, scope: str, text: str) -> tuple[Hit, ...]:
    """Return the actions whose words begin with the words typed; those that cannot run say why."""
    words = text.casefold().split()
    hits = []
    for spec in actions.specs(scope):
        title = spec.plain_text
        parts = title.casefold().split()
        if all(any(part.startswith(word) for part in parts) for word in words):
            keys = QKeySequence(actions.shortcut(spec)).toString(QKeySequence.SequenceFormat.NativeText)
            hits.append(
                Hit(
                    spec.id,
                    title,
                    value=keys,
                    icon=spec.icon or "command",
                    group=_("Commands"),
                    blocked=spec.blocked(),
                )
            )
    return tuple(sorted(hits, key=lambda hit: bool(hit.blocked)))
