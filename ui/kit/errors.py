"""Say what went wrong: refusals in the user's words, bugs in a dialog that keeps the document open."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from ui.kit.fonts import Type, set_type
from ui.kit.icons import pixmap
from ui.kit.theme import tokens
from ui.kit.tokens import Space, Tone

_NARROWEST = 420
_ICON = 24


class Message(NamedTuple):
    """What a person reads about a failure.

    Attributes:
        what: One sentence: what happened.
        why_and_what_to_do: The rest of the explanation, may be empty.
        details: For the clipboard and support: codes and places in the program, no prices, no names.
    """

    what: str
    why_and_what_to_do: str
    details: str


def message_of(refusal: AppError) -> Message:
    """Return the message of an anticipated failure."""
    from app.i18n.messages import sentence

    what, rest = split_sentence(sentence(refusal))
    return Message(what, rest, refusal.code)


def message_of_bug(bug: BaseException) -> Message:
    """Return the message of a failure nobody anticipated."""
    return Message(
        _("Something went wrong inside the program."),
        _(
            "This is our fault, not yours. Your document is still open and unchanged. Try again; "
            "if it happens again, copy the details and send them to support."
        ),
        trace_of(bug),
    )


def split_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence and the rest."""
    for at, sign in enumerate(text):
        if sign in ".!?" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].isupper():
            return text[: at + 1], text[at + 2 :]
    return text, ""


def trace_of(bug: BaseException) -> str:
    """Return kind and place of a bug.

    The exception's own text is left out: it may quote prices or names, and this goes to logs and support.
    """
    frames = traceback.extract_tb(bug.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(bug).__name__, *places])


def log_bug(bug: BaseException) -> None:
    """Write kind and place of a bug to the log."""
    import logging

    logging.getLogger("quotewright").error("bug: %s", trace_of(bug).replace("\n", " < "))


class MessageDialog(QDialog):
    """Shows one message; the details go to the clipboard, not into the text."""

    def __init__(self, message: Message, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = message
        self.setWindowTitle(_("Not done") if tone is Tone.WARN else _("Program error"))
        self.setMinimumWidth(_NARROWEST)
        self._what = _label(message.what, Type.HEADING)
        self._rest = _label(message.why_and_what_to_do, Type.BODY)
        self._rest.setVisible(bool(message.why_and_what_to_do))
        self.setAccessibleName(message.what)
        self.setAccessibleDescription(message.why_and_what_to_do)
        self._copy = QPushButton(_("&Copy details"))
        self._copy.setProperty("kind", "quiet")
        self._copy.clicked.connect(self.copy_details)
        self._close = QPushButton(_("C&lose"))
        self._close.setProperty("kind", "primary")
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        self._lay_out(tone)

    def copy_details(self) -> None:
        """Put what, why and the details on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(part for part in self.message if part))

    def _lay_out(self, tone: Tone) -> None:
        sign = QLabel()
        sign.setPixmap(pixmap("triangle-alert", tokens().tone(tone)[0], _ICON))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(self._what)
        words.addWidget(self._rest)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(sign)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        whole.setSpacing(Space.XL)
        whole.addLayout(top)
        whole.addLayout(buttons)
        self.resize(_NARROWEST, max(0, whole.heightForWidth(_NARROWEST)))
        self._close.setFocus()


def show_refusal(parent: QWidget | None, refusal: AppError) -> MessageDialog:
    """Show an anticipated failure; the window behind stays as it is."""
    return _shown(MessageDialog(message_of(refusal), Tone.WARN, parent))


def show_bug(parent: QWidget | None, bug: BaseException) -> MessageDialog:
    """Log a bug and say so; the document stays open."""
    log_bug(bug)
    return _shown(MessageDialog(message_of_bug(bug), Tone.BAD, parent))


def catch_stray_bugs(parent: Callable[[], QWidget | None]) -> None:
    """Show exceptions that reach the event loop instead of printing them to a console nobody sees."""
    import sys

    def shown(_kind: type[BaseException], bug: BaseException, _trace: object) -> None:
        show_bug(parent(), bug)

    sys.excepthook = shown


_open: set[MessageDialog] = set()
"""Dialogs on the screen; without a parent nobody else would keep them."""


def _shown(dialog: MessageDialog) -> MessageDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _open.add(dialog)
    dialog.finished.connect(lambda: _open.discard(dialog))
    dialog.open()
    return dialog


def _label(text: str, role: Type) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    set_type(label, role)
    return label
