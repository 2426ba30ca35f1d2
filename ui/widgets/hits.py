"""What a search finds, as a list that never takes the focus."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.fonts import Type, font
from ui.kit.icons import pixmap
from ui.kit.paint import LEFT, RIGHT, line_of_text, text_width
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space

Index = QModelIndex | QPersistentModelIndex
ROW = 34
HEADING = 26
_ICON = 16


class Hit(NamedTuple):
    """One thing found.

    Attributes:
        key: What the finder calls it: an id, a `Ref`, the name of an action.
        title: What is read first.
        note: Softer text beside it: the SKU, the customer of a document.
        value: Text at the right: a price, a date, a shortcut.
        icon: Name of an icon, empty for none.
        group: Heading over the hits of one kind, empty for none; hits of a group stand together.
        blocked: Why it cannot be taken now, empty when it can.
    """

    key: Hashable
    title: str
    note: str = ""
    value: str = ""
    icon: str = ""
    group: str = ""
    blocked: str = ""


class Answer(NamedTuple):
    """What a search found; `more` says that there are further hits nobody looked at."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


Search = Callable[[str], Answer]
"""Looks a text up on a reader thread: bounded in time, best hit first."""


class HitModel(QAbstractListModel):
    """The hits with the heading of each group in front of its first hit."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Hit | str] = []

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits instead."""
        rows: list[Hit | str] = []
        group = ""
        for hit in hits:
            if hit.group != group:
                group = hit.group
                rows.append(group)
            rows.append(hit)
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of hits and headings."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is read aloud and what a tip says."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else ", ".join(part for part in row[1:4] if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags: headings cannot be chosen."""
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: icon, title, note, and its value at the right."""

    def __init__(self, model: HitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        heading = isinstance(self._model.rows[index.row()], str)
        return QSize(100, max(HEADING if heading else ROW, option.fontMetrics.height() + Space.M))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        painter.save()
        if isinstance(row, str):
            painter.setFont(font(Type.CAPTION))
            area = rect.adjusted(Space.M, 0, -Space.M, -2)
            line_of_text(painter, area, row, colour(tokens().text_faint), LEFT)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_hit(painter, rect, row, chosen)
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Hit, chosen: bool) -> None:
        shown = tokens()
        if chosen:
            painter.fillRect(rect, colour(shown.selected))
        area = rect.adjusted(Space.M, 0, -Space.M, 0)
        if hit.icon:
            picture = pixmap(hit.icon, shown.text_soft, _ICON, int(painter.device().devicePixelRatio()) or 1)
            painter.drawPixmap(area.left(), area.center().y() - _ICON // 2 + 1, picture)
            area.setLeft(area.left() + _ICON + Space.S)
        painter.setFont(font(Type.NUMBER))
        value = hit.blocked or hit.value
        if value:
            width = min(text_width(painter.font(), value), area.width() // 2)
            line_of_text(
                painter,
                QRect(area.right() - width, area.top(), width + 1, area.height()),
                value,
                colour(shown.text_faint),
                RIGHT,
            )
            area.setRight(area.right() - width - Space.L)
        painter.setFont(font())
        ink = colour(shown.text_faint if hit.blocked else shown.text)
        line_of_text(painter, area, hit.title, ink)
        area.setLeft(area.left() + text_width(painter.font(), hit.title) + Space.S)
        if hit.note and area.width() > Space.XL:
            line_of_text(painter, area, hit.note, colour(shown.text_soft))


class HitList(QListView):
    """The list; the keyboard stays with whoever shows it and moves the choice by `step`.

    Signals:
        taken: A `Hit` was clicked.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HitModel()
        self.setModel(self._model)
        self._painter = HitDelegate(self._model, self)
        self.setItemDelegate(self._painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show hits and choose the first."""
        self._model.show(hits)
        self.step(1)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Return the hits shown."""
        return tuple(row for row in self._model.rows if isinstance(row, Hit))

    @property
    def chosen(self) -> Hit | None:
        """Return the hit that Return would take."""
        row = self.currentIndex().row()
        found = self._model.rows[row] if 0 <= row < len(self._model.rows) else None
        return found if isinstance(found, Hit) else None

    def step(self, delta: int) -> None:
        """Move the choice by so many hits, stopping at the ends."""
        places = [at for at, row in enumerate(self._model.rows) if isinstance(row, Hit)]
        if not places:
            return
        current = self.currentIndex().row()
        at = places.index(current) + delta if current in places else 0
        index = self._model.index(places[max(0, min(len(places) - 1, at))])
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def choose(self, key: Hashable) -> None:
        """Choose the hit of this key where it is still there."""
        for at, row in enumerate(self._model.rows):
            if isinstance(row, Hit) and row.key == key:
                self.setCurrentIndex(self._model.index(at))
                return

    def wanted_height(self, most_rows: int) -> int:
        """Return the height that shows all rows, or `most_rows` of them."""
        shown = range(min(self._model.rowCount(), most_rows))
        return sum(self.sizeHintForRow(row) for row in shown) + 2 * self.frameWidth()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the hit under the pointer."""
        index = self.indexAt(event.position().toPoint())
        row = self._model.rows[index.row()] if index.isValid() else None
        if isinstance(row, Hit):
            self.taken.emit(row)
