"""What the quote's small dialogs have in common: a title, a form, a refusal in words, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space

_NARROWEST = 440


class FormDialog(QDialog):
    """A dialog that stays open until what it asked for is done; derive and fill `body`."""

    def __init__(self, title: str, action: str, parent: QWidget | None = None) -> None:
        """Make a dialog.

        Args:
            title: What is done, as a heading.
            action: Text of the button that does it.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_NARROWEST)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = words(title, Type.HEADING)
        self.problem = words("", Type.BODY, "bad")
        self.problem.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.M)
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.act = QPushButton(action)
        self.act.setProperty("kind", "primary")
        self.act.setDefault(True)
        self.act.clicked.connect(self.submit)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.act)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        whole.setSpacing(Space.L)
        whole.addWidget(heading)
        whole.addLayout(self.body)
        whole.addWidget(self.problem)
        whole.addStretch(1)
        whole.addLayout(buttons)

    def submit(self) -> None:
        """Do what the dialog is for; derived dialogs emit what was chosen."""

    def wait(self) -> None:
        """Take no second press while the first is being done."""
        self.problem.hide()
        self.act.setEnabled(False)

    def refuse(self, refusal: AppError) -> None:
        """Say why it was not done; everything typed stays."""
        self.say(sentence(refusal))

    def say(self, text: str) -> None:
        """Say what is wrong."""
        self.problem.setText(text)
        self.problem.show()
        self.act.setEnabled(True)


def words(text: str, role: Type = Type.BODY, tone: str = "") -> QLabel:
    """Return a wrapped label of plain text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    set_type(label, role)
    return label
