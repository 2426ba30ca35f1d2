"""A short list on the start page: a title, a few rows that open documents, or a calm sentence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.home.shown import ShortList, ShortRow
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.state_chip import StateChip

_WHO, _WHEN, _AMOUNT, _CHIP = 1, 2, 3, 4


class ShortListView(QWidget):
    """One short list.

    Signals:
        opened: The `Ref` of the row that was chosen.
        all_wanted: The id of the section that has all of them.
    """

    opened = Signal(object)
    all_wanted = Signal(str)

    def __init__(self, shown: ShortList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._head(shown))
        if shown.rows:
            column.addLayout(self._rows(shown))
        else:
            column.addWidget(_label(shown.empty, "soft"))
        column.addStretch(1)

    def _head(self, shown: ShortList) -> QHBoxLayout:
        head = QHBoxLayout()
        title = _label(shown.title)
        set_type(title, Type.HEADING)
        everything = QPushButton(_("Show all"))
        everything.setProperty("kind", "link")
        everything.setAccessibleName(_("Show all: {list}").format(list=shown.title))
        everything.clicked.connect(lambda: self.all_wanted.emit(shown.section))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(everything)
        return head

    def _rows(self, shown: ShortList) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(_WHO, 1)
        for line, row in enumerate(shown.rows):
            self._row(grid, line, row)
        return grid

    def _row(self, grid: QGridLayout, line: int, row: ShortRow) -> None:
        number = QPushButton(row.number)
        number.setProperty("kind", "link")
        number.setAccessibleName(f"{row.number}, {row.who}, {row.amount}")
        number.clicked.connect(partial(self.opened.emit, row.ref))
        amount = _label(row.amount)
        set_type(amount, Type.NUMBER)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(number, line, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(ElidedLabel(row.who), line, _WHO)
        grid.addWidget(_label(row.when, "soft"), line, _WHEN)
        grid.addWidget(amount, line, _AMOUNT)
        if row.chip is not None:
            grid.addWidget(StateChip(row.chip, self), line, _CHIP)


def _label(text: str, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if tone:
        label.setProperty("tone", tone)
    return label
