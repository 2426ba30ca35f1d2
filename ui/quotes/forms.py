"""The parts of the forms: a caption over a field; texts and choices that tell of the person's change only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.kit.tool_tips import plain_tip

Text = Callable[[], str]
"""Returns a text in the current language."""

LONGEST_CHOICE = 14


class Caption(QLabel):
    """A soft label over its field; it names the field to screen readers too."""

    def __init__(self, text: Text, field: QWidget, name: Text | None = None) -> None:
        super().__init__()
        self._text, self._field, self._name = text, field, name or text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "soft")
        set_type(self, Type.CAPTION)
        self.setBuddy(field)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the text in the current language."""
        self.setText(self._text())
        self._field.setAccessibleName(self._name().replace("&", ""))


def labelled(text: Text, field: QWidget) -> QWidget:
    """Return a field with its caption above it."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    column.addWidget(Caption(text, field))
    column.addWidget(field)
    return body


class TextField(QLineEdit):
    """One line of text, taken when the focus leaves or Return is pressed; Esc restores it.

    Signals:
        text_taken: The new text, without blanks around it.
    """

    text_taken = Signal(str)

    def __init__(self, longest: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setMaxLength(longest)
        self.editingFinished.connect(self._take)

    def show_text(self, text: str) -> None:
        """Show a text, without a signal; what is being typed is left alone."""
        if not is_typed_in(self) and (text != self._shown or self.property("invalid") == "true"):
            self._shown = text
            self.setText(text)
            self.setCursorPosition(0)
            self.say("")

    def say(self, problem: str) -> None:
        """Mark the field with why its text cannot be taken; an empty text takes the mark away."""
        mark_invalid(self, problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc restore the text."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.say("")
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        text = self.text().strip()
        if text != self._shown:
            self._shown = text
            self.text_taken.emit(text)


class Choice(NamedTuple):
    """One entry: its value and its text."""

    value: str
    text: str


class ChoiceField(QComboBox):
    """A choice of a few.

    Signals:
        value_chosen: The value of the entry the person took.
    """

    value_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self.setMaxVisibleItems(LONGEST_CHOICE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._activated)

    @property
    def value(self) -> str:
        """Return what is chosen."""
        return str(self.currentData() or "")

    def show_choices(self, choices: Sequence[Choice], value: str) -> None:
        """Show entries and the chosen one, without a signal; a value that is none of them is added."""
        known = tuple(choices)
        if all(choice.value != value for choice in known):
            known = (Choice(value, value), *known)
        if known != self._choices:
            self._choices = known
            self.clear()
            for choice in known:
                self.addItem(choice.text, choice.value)
        self.setCurrentIndex([choice.value for choice in known].index(value))
        mark_invalid(self, "")

    def _activated(self, at: int) -> None:
        self.value_chosen.emit(self._choices[at].value)


class TermsField(ChoiceField):
    """A choice that also takes what is typed: payment terms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._last = ""
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._typed)

    def show_choices(self, choices: Sequence[Choice], value: str) -> None:
        """Show entries and the chosen one, without a signal; what is being typed is left alone."""
        line = self.lineEdit()
        if line is not None and is_typed_in(line):
            return
        super().show_choices(choices, value)
        self._last = self.currentText()
        if line is not None:
            line.setCursorPosition(0)
        self.say("")

    def say(self, problem: str) -> None:
        """Mark the field with why its text cannot be taken."""
        line = self.lineEdit()
        if line is not None:
            mark_invalid(line, problem)
        self.setToolTip(plain_tip(problem))

    def _typed(self) -> None:
        text = self.currentText().strip()
        if text != self._last:
            self._last = text
            self.value_chosen.emit(text)

    def _activated(self, at: int) -> None:
        self._last = self.currentText()
        super()._activated(at)


def is_typed_in(field: QLineEdit) -> bool:
    """Tell whether the person is in the middle of typing here: then nothing may be written over it."""
    return field.hasFocus() and field.isModified()


def mark_invalid(field: QWidget, problem: str) -> None:
    """Show in a field why its text cannot be taken; an empty problem takes the mark away."""
    wanted = "true" if problem else "false"
    field.setToolTip(plain_tip(problem))
    field.setAccessibleDescription(problem)
    if field.property("invalid") != wanted:
        field.setProperty("invalid", wanted)
        field.style().unpolish(field)
        field.style().polish(field)
