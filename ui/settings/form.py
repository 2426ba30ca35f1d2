"""The form of the company's settings: a tab per group, boxes by the name of the setting."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from ui.kit.tokens import Space
from ui.settings.words import FLAG, NO, YES, Field, Group

Box = QLineEdit | QComboBox | QCheckBox


class SettingsForm(QWidget):
    """The boxes of every group; one group is in sight.

    Signals:
        edited: Something was typed or chosen.
    """

    edited = Signal()

    def __init__(self, groups: tuple[Group, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, str] = {}
        self._boxes: dict[str, Box] = {}
        self._tab_of: dict[str, int] = {}
        self._forms: list[QFormLayout] = []
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Groups of settings"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.pages = QStackedWidget()
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        for at, group in enumerate(groups):
            self.pages.addWidget(self._page(group, at))
            self.tabs.addTab(group.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self.tabs)
        column.addWidget(self.pages)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put the settings into the boxes; what was typed and is not kept yet stays."""
        typed = self.changes()
        self.blockSignals(True)
        for name, box in self._boxes.items():
            _put(box, texts.get(name, ""))
        self._shown = self.texts()
        for name, text in typed.items():
            _put(self._boxes[name], text)
        self.blockSignals(False)

    def settle(self, kept: Mapping[str, str]) -> None:
        """Take what was kept as shown; what was typed since counts as typed."""
        self._shown.update(kept)

    def texts(self) -> dict[str, str]:
        """Return what stands in the boxes, by name of the setting."""
        return {name: _text_in(box) for name, box in self._boxes.items()}

    def changes(self) -> dict[str, str]:
        """Return what differs from what was shown."""
        return {name: text for name, text in self.texts().items() if text != self._shown.get(name, text)}

    def add_below(self, tab: int, widget: QWidget) -> None:
        """Put something more under the boxes of a group."""
        self._forms[tab].addRow(_label(widget.accessibleName()), widget)

    def add_tab(self, title: str, page: QWidget) -> None:
        """Put a page of another kind behind the groups."""
        self.pages.addWidget(page)
        self.tabs.addTab(title)

    def box(self, name: str) -> Box:
        """Return the box of a setting."""
        return self._boxes[name]

    def focus_field(self, name: str) -> bool:
        """Show the box of a setting and put the cursor into it; tell whether it is here."""
        box = self._boxes.get(name)
        if box is not None:
            self.tabs.setCurrentIndex(self._tab_of[name])
            box.setFocus()
        return box is not None

    def _page(self, group: Group, at: int) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        self._forms.append(form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in group.fields:
            box = self._made(field)
            self._boxes[field.name] = box
            self._tab_of[field.name] = at
            if isinstance(box, QCheckBox):
                form.addRow("", box)
            else:
                label = _label(field.label)
                label.setBuddy(box)
                form.addRow(label, box)
        return page

    def _made(self, field: Field) -> Box:
        box: Box
        if field.choices is FLAG:
            box = QCheckBox(field.label)
            box.toggled.connect(self.edited)
        elif field.choices:
            box = QComboBox()
            for value, words in field.choices:
                box.addItem(words, value)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(self.edited)
        else:
            box = QLineEdit()
            box.setPlaceholderText(field.hint)
            box.textEdited.connect(self.edited)
        box.setAccessibleName(field.label)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return box


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _put(box: Box, text: str) -> None:
    if isinstance(box, QCheckBox):
        box.setChecked(text == YES)
    elif isinstance(box, QLineEdit):
        box.setText(text)
        box.setCursorPosition(0)
    else:
        if box.findData(text) < 0:  # set by the command line or an older program: it stays a choice
            box.addItem(text, text)
        box.setCurrentIndex(box.findData(text))


def _text_in(box: Box) -> str:
    if isinstance(box, QCheckBox):
        return YES if box.isChecked() else NO
    return box.text() if isinstance(box, QLineEdit) else str(box.currentData() or "")
