"""Leaving a draft that cannot be saved: nobody is locked in, and nothing is dropped without a word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.i18n.translations import gettext as _
from ui.widgets.confirm import ConfirmDialog, Question


def ask_to_leave(page: QWidget, number: str, why: str, leave: Callable[[], object]) -> ConfirmDialog:
    """Ask whether the page shall close without what is not in the file.

    Args:
        page: The draft's page.
        number: Of the quote.
        why: The sentence that says why it could not be saved.
        leave: Gives the changes up and closes.
    """
    title = _("Close {number} without its last changes?").format(number=number)
    points = (why, _("What was changed since the last save is lost when the page closes."))
    dialog = ConfirmDialog(Question(title, points, _("Close without saving"), danger=True), page)

    def left() -> None:
        dialog.accept()
        leave()

    dialog.confirmed.connect(left)
    dialog.open()
    return dialog
