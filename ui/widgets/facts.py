"""What is known of a document, as small captions over values; a value may lead somewhere."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space

_LINK_TOP = 3


class Fact(NamedTuple):
    """One thing known.

    Attributes:
        label: What it is: "Due on".
        value: As text; an address has several lines.
        link: What its value opens, `None` for plain text.
        note: A second, softer line.
        tone: ``bad`` or ``warn`` where the note deserves a look; the words say why.
    """

    label: str
    value: str
    link: Hashable | None = None
    note: str = ""
    tone: str = "soft"


class FactsView(QWidget):
    """Facts in columns, read left to right.

    Signals:
        link_wanted: The link of the value pressed.
    """

    link_wanted = Signal(object)

    def __init__(self, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._facts: tuple[Fact, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.M)
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return what is shown."""
        return self._facts

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, fact in enumerate(self._facts):
            row, column = divmod(at, self._columns)
            self._grid.addWidget(self._cell(fact), row, column, Qt.AlignmentFlag.AlignTop)

    def _cell(self, fact: Fact) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        caption = _words(fact.label, "soft", Type.CAPTION)
        caption.setContentsMargins(1, 0, 0, 0)
        column.addWidget(caption)
        if fact.link is None:
            value = _words(fact.value)
            value.setContentsMargins(1, _LINK_TOP, 0, _LINK_TOP)  # stands on one line with links beside it
            column.addWidget(value)
        else:
            link = QPushButton(fact.value.replace("&", "&&"))
            link.setProperty("kind", "link")
            link.setAccessibleName(f"{fact.label} {fact.value}")
            link.clicked.connect(partial(self.link_wanted.emit, fact.link))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if fact.note:
            note = _words(fact.note, fact.tone, Type.CAPTION)
            note.setContentsMargins(1, 0, 0, 0)
            column.addWidget(note)
        column.addStretch(1)
        return cell


def _words(text: str, tone: str = "", role: Type = Type.BODY) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    set_type(label, role)
    return label
