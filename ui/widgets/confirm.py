"""Ask once before a business act, saying what it does; a refusal is read in the same place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space

_WIDTH = 460


class Question(NamedTuple):
    """What is asked.

    Attributes:
        title: The question itself.
        points: What will happen, a sentence each.
        yes: Text of the button that does it, a verb: "Credit the invoice".
        danger: Whether the act takes something back.
    """

    title: str
    points: tuple[str, ...]
    yes: str
    danger: bool = False


class ConfirmDialog(QDialog):
    """One question; stays open until the act is done or the person thinks better of it.

    Signals:
        confirmed: The person said yes; the owner runs the act, then calls `accept` or `show_refusal`.
    """

    confirmed = Signal()

    def __init__(
        self, question: Question, parent: QWidget | None = None, body: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            question: What is asked.
            parent: The window it belongs to.
            body: Shown between question and buttons, where words are not enough.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(" ".join(question.points))
        self.problem = _words("", Type.BODY, "bad")
        self.problem.hide()
        self.yes = QPushButton(question.yes)
        self.yes.setProperty("kind", "danger" if question.danger else "primary")
        self.yes.clicked.connect(self._confirm)
        self.no = QPushButton(_("Cancel"))
        self.no.clicked.connect(self.reject)
        (self.no if question.danger else self.yes).setDefault(True)
        self._lay_out(question, body)
        self.setMinimumWidth(_WIDTH)

    def show_refusal(self, refusal: AppError) -> None:
        """Say why it was not done; the person may change something and try again."""
        self.problem.setText(sentence(refusal))
        self.problem.show()
        self.yes.setEnabled(True)
        self.problem.setAccessibleName(self.problem.text())
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height the words need at this width."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            layout.activate()
            self.resize(self.width(), layout.heightForWidth(self.width()))

    def _confirm(self) -> None:
        self.yes.setEnabled(False)  # a second press would ask for the same act again
        self.problem.hide()
        self.confirmed.emit()

    def _lay_out(self, question: Question, body: QWidget | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(_words(question.title, Type.HEADING))
        if question.points:
            column.addWidget(_words("\n".join(question.points), Type.BODY, "soft"))
        if body is not None:
            column.addWidget(body, 1)
        column.addWidget(self.problem)
        column.addSpacing(Space.S)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)


def _words(text: str, role: Type, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    set_type(label, role)
    return label
