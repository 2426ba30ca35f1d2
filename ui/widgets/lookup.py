"""Search while typing: a pop-up under a field that never takes the focus (U2, U3, U10)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.queries import Latest
from ui.kit.tokens import Space
from ui.widgets.hits import Answer, Hit, HitList, Search

MOST_ROWS = 9
_NARROWEST = 420
_CREATE = object()
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
}


class LookupPopup(QFrame):
    """The list under the field: a child of the window, so it can take neither focus nor keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kind", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = HitList(self)
        self.list.setAccessibleName(_("Search results"))
        self._more = QLabel()
        self._more.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setProperty("tone", "faint")
        self._more.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        set_type(self._more, Type.CAPTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.XS, 1, Space.XS)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self._more)
        self.hide()

    def show_under(self, field: QWidget, hits: tuple[Hit, ...], more: bool) -> None:
        """Show hits under the field, above it where there is no room below."""
        self.list.show_hits(hits)
        self._more.setText(_("There is more: type another word.") if more else _("Nothing found."))
        self._more.setVisible(more or not hits)
        height = self.list.wanted_height(MOST_ROWS) if hits else 0
        self.list.setVisible(bool(hits))
        self.list.setFixedHeight(height)
        whole = (
            height + 2 * Space.XS + (self._more.sizeHint().height() if self._more.isVisibleTo(self) else 0)
        )
        self.resize(QSize(max(_NARROWEST, field.width()), whole))
        self.move(self._place(field))
        self.show()
        self.raise_()

    def _place(self, field: QWidget) -> QPoint:
        window = self._window
        below = field.mapTo(window, QPoint(0, field.height() + 2))
        x = max(0, min(below.x(), window.width() - self.width()))
        above = field.mapTo(window, QPoint(0, -2)).y() - self.height()
        fits = below.y() + self.height() <= window.height() or above < 0
        return QPoint(x, below.y() if fits else above)


class Lookup(QObject):
    """Lends a line edit the search: attach it, and the arrow keys, Return and Esc act on the pop-up.

    Signals:
        picked: A `Hit` was taken.
        create_wanted: The last row "Create ..." was taken; the text typed.
        refused: The `AppError` the search met.
        crashed: Any other exception of the search.
    """

    picked = Signal(object)
    create_wanted = Signal(str)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        field: QLineEdit,
        search: Search,
        create_text: Callable[[str], str] | None = None,
        fewest: int = 1,
    ) -> None:
        """Attach to a field.

        Args:
            field: Keeps the focus all the time.
            search: Asked on a reader thread for every change of the text.
            create_text: Returns the last row's text, "Create product 'xyz'"; `None` for no such row.
            fewest: Characters from which on the search is asked; 0 searches at once.
        """
        super().__init__(field)
        self._field = field
        self._search = search
        self._create_text = create_text
        self._fewest = fewest
        self._popup: LookupPopup | None = None
        self._return_waits = False
        self._latest = Latest(self)
        self._latest.arrived.connect(self._show)
        self._latest.refused.connect(self.refused)
        self._latest.crashed.connect(self.crashed)
        field.textEdited.connect(self.ask)
        field.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Tell whether the pop-up is shown."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def popup(self) -> LookupPopup:
        """Return the pop-up, made when first needed."""
        if self._popup is None:
            self._popup = LookupPopup(self._field.window())
            self._popup.list.taken.connect(self._take)
            self._field.destroyed.connect(self._popup.deleteLater)
        return self._popup

    def ask(self, text: str) -> None:
        """Search for a text; an empty one closes the pop-up."""
        self._return_waits = False
        wanted = text.strip()
        if len(wanted) < self._fewest:
            self.close()
            return
        self._ask_now(wanted)

    def close(self) -> None:
        """Close the pop-up and drop what is under way."""
        self._latest.forget()
        self._return_waits = False
        if self._popup is not None:
            self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on the keys of the field while the pop-up is open; closing it is all that Esc does then."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.ShortcutOverride and self.is_open and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in (Qt.Key.Key_Escape, *_STEPS))
            return event.isAccepted()
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._return()
        if not self.is_open:
            if key == Qt.Key.Key_Down and not event.modifiers():
                self._ask_now(self._field.text().strip())
                return True
            return False
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.popup.list.step(_STEPS[key])
            return True
        return False

    def _ask_now(self, wanted: str) -> None:
        self._latest.ask(lambda: self._search(wanted))

    def _return(self) -> bool:
        """Take the chosen hit; with the answer still under way, take the best one when it comes."""
        if self._latest.is_waiting and self._field.text().strip():
            self._return_waits = True
            return True
        chosen = self.popup.list.chosen if self.is_open else None
        if chosen is None:
            return False
        self._take(chosen)
        return True

    def _show(self, answer: Answer) -> None:
        typed = self._field.text().strip()
        hits = answer.hits
        if self._create_text is not None and typed:
            hits = (*hits, Hit(_CREATE, self._create_text(typed), icon="plus"))
        self.popup.show_under(self._field, hits, answer.more)
        if self._return_waits and self.popup.list.chosen is not None:
            self._take(self.popup.list.chosen)

    def _take(self, hit: Hit) -> None:
        typed = self._field.text().strip()
        self.close()
        if hit.key is _CREATE:
            self.create_wanted.emit(typed)
        elif not hit.blocked:
            self.picked.emit(hit)


class LookupEdit(QLineEdit):
    """A form's field for one thing chosen by search: a customer, a product.

    Signals:
        picked: Another `Hit` was chosen.
        create_wanted: The person wants a new one of this name.
    """

    picked = Signal(object)
    create_wanted = Signal(str)

    def __init__(
        self, search: Search, create_text: Callable[[str], str] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chosen_text = ""
        self.lookup = Lookup(self, search, create_text)
        self.lookup.picked.connect(self._picked)
        self.lookup.create_wanted.connect(self.create_wanted)
        self.editingFinished.connect(self._restore)

    def show_chosen(self, text: str) -> None:
        """Show what is chosen, without a signal."""
        self._chosen_text = text
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc restore the choice (the pop-up is closed by its own Esc first)."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._chosen_text:
            self.show_chosen(self._chosen_text)
            event.accept()
            return
        super().keyPressEvent(event)

    def _picked(self, hit: Hit) -> None:
        self.show_chosen(hit.title)
        self.picked.emit(hit)

    def _restore(self) -> None:
        if not self.lookup.is_open and self.text() != self._chosen_text:
            self.setText(self._chosen_text)
