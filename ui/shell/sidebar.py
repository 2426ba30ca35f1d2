"""The sidebar: the company, the search, the sections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.icons import set_icon
from ui.kit.tokens import Space
from ui.shell.page import Section

WIDTH = 208
_LONGEST = 100


class Sidebar(QWidget):
    """The column at the left of every window.

    Signals:
        chosen: The id of a section.
        search_wanted: The person wants the palette.
    """

    chosen = Signal(str)
    search_wanted = Signal()
    _is_built = False  # Qt sends events while the base class is being made

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sections = tuple(sections)
        self._company_name = ""
        self._company = QLabel()
        self._company.setTextFormat(Qt.TextFormat.PlainText)
        self._company.setContentsMargins(Space.S, 0, 0, 0)
        set_type(self._company, Type.STRONG)
        self._search = QPushButton()
        self._search.setProperty("kind", "section")
        set_icon(self._search, "search")
        self._search.clicked.connect(self.search_wanted)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {section.id: self._button(section) for section in sections}
        self._lay_out()
        self._is_built = True
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Sections"))
        self._search.setText("  " + _("Search"))
        self._search.setAccessibleName(_("Search everything"))
        self._search.setToolTip(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText))
        for at, section in enumerate(self._sections):
            button = self.buttons[section.id]
            # The mnemonic belongs to the menu; the sidebar has Ctrl and a number.
            name = section.text().replace("&", "")
            button.setText(f"  {name}")
            button.setAccessibleName(name)
            button.setToolTip(QKeySequence(f"Ctrl+{at + 1}").toString(QKeySequence.SequenceFormat.NativeText))
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Be as wide as the names ask for when the text grows: a button says so after its font changed."""
        done = super().event(event)
        if self._is_built and event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutRequest):
            self._fit()
        return done

    def show_company(self, name: str) -> None:
        """Show whose file is open."""
        self._company_name = name
        room = self.minimumWidth() - 2 * Space.M - Space.S
        metrics = self._company.fontMetrics()
        self._company.setText(metrics.elidedText(name[:_LONGEST], Qt.TextElideMode.ElideRight, room))
        self._company.setAccessibleName(name)

    def show_current(self, id: str) -> None:
        """Mark the section of the page in front; a page of no section leaves none marked."""
        self._group.setExclusive(False)
        for key, button in self.buttons.items():
            button.setChecked(key == id)
        self._group.setExclusive(True)

    def _fit(self) -> None:
        widest = max(button.sizeHint().width() for button in (self._search, *self.buttons.values()))
        self.setFixedWidth(max(WIDTH, widest + 2 * Space.M))
        self.show_company(self._company_name)

    def _button(self, section: Section) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "section")
        button.setCheckable(True)
        set_icon(button, section.icon)
        button.clicked.connect(lambda: self.chosen.emit(section.id))
        self._group.addButton(button)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.L, Space.M, Space.M)
        column.setSpacing(2)
        column.addWidget(self._company)
        column.addSpacing(Space.M)
        column.addWidget(self._search)
        column.addSpacing(Space.S)
        last = len(self._sections) - 1
        for at, section in enumerate(self._sections):
            if at == last:
                column.addStretch(1)
            column.addWidget(self.buttons[section.id])
