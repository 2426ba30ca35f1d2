"""The chain a document stands in: quote, contract, order, invoice, payment, in one bar (U28)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.icons import set_icon
from ui.kit.tokens import Space


class ChainLink(NamedTuple):
    """One step of the chain.

    Attributes:
        text: "Q-2026-0042", or "3 invoices"; the step's name where there is nothing yet.
        icon: Name of an icon.
        target: What it opens; `None` while there is nothing to open.
        current: Whether this is the document shown.
    """

    text: str
    icon: str
    target: Hashable | None = None
    current: bool = False


class ChainBar(QWidget):
    """The steps left to right.

    Signals:
        wanted: The target of the step pressed.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: tuple[ChainLink, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Linked documents"))

    @property
    def links(self) -> tuple[ChainLink, ...]:
        """Return what is shown."""
        return self._links

    def show_links(self, links: Sequence[ChainLink]) -> None:
        """Show another chain."""
        if tuple(links) == self._links:
            return
        self._links = tuple(links)
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, link in enumerate(self._links):
            if at:
                arrow = QLabel("\N{RIGHTWARDS ARROW}")
                arrow.setProperty("tone", "faint")
                self._row.addWidget(arrow)
            self._row.addWidget(self._step(link))
        self._row.addStretch(1)

    def _step(self, link: ChainLink) -> QWidget:
        button = QPushButton(" " + link.text.replace("&", "&&"))
        button.setProperty("kind", "step" if link.current or link.target is not None else "absent")
        button.setAccessibleName(link.text)
        set_icon(button, link.icon, "accent_text" if link.current else "text_faint")
        set_type(button, Type.STRONG if link.current else Type.BODY)
        opens = link.target is not None and not link.current
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not opens)
        button.clicked.connect(lambda: self.wanted.emit(link.target))
        return button
