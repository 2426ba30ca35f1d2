"""The two notes of a quote: one the customer reads, one that stays in the house."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from app.kernel.text import clean_text
from app.quotes.quote import Quote
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.quotes.edits import with_header
from ui.quotes.presenter import QuotePresenter


class NotesView(QWidget):
    """One of the notes; typing is one step of undo until the focus leaves."""

    def __init__(self, presenter: QuotePresenter, internal: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._internal = internal
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setReadOnly(not presenter.is_editable)
        self.edit.textChanged.connect(self._typed)
        self._problem = QLabel()
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setProperty("tone", "bad")
        set_type(self._problem, Type.CAPTION)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.edit, 1)
        column.addWidget(self._problem)
        self.retranslate()
        self.show_quote()
        presenter.head_changed.connect(self.show_quote)

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        if self._internal:
            self.edit.setAccessibleName(_("Internal notes"))
            hint = _("For your own house; never on the paper")
        else:
            self.edit.setAccessibleName(_("Notes for the customer"))
            hint = _("Stands under the lines of the quote")
        self.edit.setPlaceholderText("" if self.edit.isReadOnly() else hint)

    def show_quote(self) -> None:
        """Show the note as it is now; a text that was refused stays to be mended."""
        text = self._presenter.quote.internal_notes if self._internal else self._presenter.quote.notes
        if not self._problem.isVisibleTo(self) and self.edit.toPlainText() != text:
            self.edit.blockSignals(True)
            self.edit.setPlainText(text)
            self.edit.blockSignals(False)

    def _typed(self) -> None:
        typed = self.edit.toPlainText()
        try:
            text = clean_text(typed, field="quote.notes")
        except AppError as refusal:
            self._say(sentence(refusal))
            return
        self._say("")
        step = _("Change internal notes") if self._internal else _("Change notes")
        self._presenter.attempt(step, self._edit(text), ("notes", self._internal))

    def _edit(self, text: str) -> Callable[[Quote], Quote]:
        if self._internal:
            return lambda quote: with_header(quote, internal_notes=text)
        return lambda quote: with_header(quote, notes=text)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
