"""The list of options: arrows walk, Space chooses, digits set the quantity."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.configurator.tree import Place
from app.i18n.translations import gettext as _
from ui.configurator.option_delegate import OptionDelegate
from ui.configurator.option_model import Index, OptionModel
from ui.configurator.presenter import ConfigurePresenter
from ui.configurator.rows import Kind, Row
from ui.widgets.amount_edit import AmountEdit, NumberFormat

_Key = Qt.Key
_STEPS = {_Key.Key_Down: 1, _Key.Key_Up: -1}


class OptionsView(QListView):
    """Shows the cards; only the rows in sight are painted and explained.

    Signals:
        row_reached: The `Row` the keyboard is on, `None` for none.
    """

    row_reached = Signal(object)

    def __init__(
        self, presenter: ConfigurePresenter, form: NumberFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.options = OptionModel(presenter)
        self.setModel(self.options)
        self._cells = OptionDelegate(self.options, form, self)
        self._cells.quantity_typed.connect(presenter.set_quantity)
        self._cells.refused.connect(presenter.said)
        self.setItemDelegate(self._cells)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._settled = QTimer(self)  # reasons are asked for when scrolling and stepping have come to rest
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._explain_shown)
        self.verticalScrollBar().valueChanged.connect(self._settled.start)
        presenter.changed.connect(self._refresh)
        presenter.explained.connect(self._show_reasons)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Options"))

    @property
    def row(self) -> Row | None:
        """Return the row the keyboard is on."""
        index = self.currentIndex()
        return self.options.rows[index.row()] if index.isValid() else None

    def go_to(self, place: Place) -> bool:
        """Put the keyboard on an option, or on the first of a feature; tell whether it is shown."""
        index = self.options.at(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            self.setFocus()
        return index.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows, card by card with Ctrl; choose by Space; begin a quantity with its first digit."""
        key, by_card = _Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (_Key.Key_Return, _Key.Key_Enter):
            event.ignore()
        elif key in _STEPS:
            self._walk(_STEPS[key], by_card=by_card)
        elif key == _Key.Key_Space:
            self._toggle(self.row)
        elif key == _Key.Key_F2 or (event.text().isdigit() and not by_card):
            self._type(event.text() if event.text().isdigit() else "")
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, or open its quantity."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = self.options.rows[index.row()]
        inside = self._cells.quantity_rect(self.visualRect(index), row).contains(event.position().toPoint())
        if row.quantity and inside:
            self._type("")
        else:
            self._toggle(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the first option where it is on none."""
        super().focusInEvent(event)
        if self.row is None:
            self._walk(1, by_card=False)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is reached now."""
        super().currentChanged(current, previous)
        self.row_reached.emit(self.row)

    def _walk(self, step: int, *, by_card: bool) -> None:
        rows = self.options.rows
        at = self.currentIndex().row() + step
        crossed = False
        while 0 <= at < len(rows):
            is_heading = rows[at].kind is Kind.HEADING
            starts_card = at > 0 and rows[at - 1].kind is Kind.HEADING
            crossed = crossed or (starts_card if by_card else not is_heading)
            if crossed and not is_heading:
                break
            at += step
        if 0 <= at < len(rows):
            self.setCurrentIndex(self.options.index(at))
            if at and rows[at - 1].kind is Kind.HEADING:
                self.scrollTo(
                    self.options.index(at - 1)
                )  # the heading comes into sight with its first option
            self.scrollTo(self.options.index(at))

    def _toggle(self, row: Row | None) -> None:
        if row is not None and row.kind is Kind.OPTION:
            self._presenter.toggle(row.place)

    def _type(self, digit: str) -> None:
        """Open the quantity of the row; an option not chosen yet is chosen first."""
        row = self.row
        if row is None or row.kind is not Kind.OPTION:
            return
        if not row.chosen:
            self._presenter.choose(row.place)
        index = self.currentIndex()
        if index.isValid() and self.options.rows[index.row()].chosen:
            self.edit(index)
            editor = self.indexWidget(index)
            if digit and isinstance(editor, AmountEdit):
                editor.insert(digit)
                editor.textEdited.emit(editor.text())

    def _refresh(self) -> None:
        place = self.row.place if self.row is not None else None
        offset = self.verticalScrollBar().value()
        if self.options.refresh():
            self.verticalScrollBar().setValue(offset)
            index = self.options.at(place) if place is not None else QModelIndex()
            if index.isValid():
                self.setCurrentIndex(index)
        self._settled.start()
        self.row_reached.emit(self.row)

    def _explain_shown(self) -> None:
        """Ask for the reasons of the closed options in sight, the one under the keyboard first."""
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        rows = self.options.rows[max(first, 0) : last + 1 if last >= 0 else None]
        current = [self.row] if self.row is not None else []
        if not self._presenter.is_waiting:
            self._presenter.explain(row.place for row in (*current, *rows) if row.closed)

    def _show_reasons(self) -> None:
        self.viewport().update()
        self.row_reached.emit(self.row)
