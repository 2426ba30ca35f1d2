"""The import page: choose a table, see what its columns become and what would change, import it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from app.i18n.translations import languages, ngettext
from ui.imports.mapping_view import MappingView
from ui.imports.presenter import ImportPresenter
from ui.imports.result_view import ResultView
from ui.imports.words import field_words, kind_words
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.shell.page import Frame, Heading, Page
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_rows import Empty

if TYPE_CHECKING:
    from app.kernel.errors import AppError
    from ui.imports.work import Trial

RUN, FILE, PASTE = "imports.run", "imports.file", "imports.paste"
_RESULT_WIDTH = 340


class ImportPage(Page):
    """One import after the other."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.setAcceptDrops(True)
        self.presenter = ImportPresenter(frame.session, self)
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("What the table holds"))
        for noun, words in kind_words().items():
            self.kind.addItem(words, noun)
        self.kind.activated.connect(self._choose_kind)
        self.file_name = QLabel()
        self.file_name.setTextFormat(Qt.TextFormat.PlainText)
        self.file_name.setProperty("tone", "soft")
        self.empty = EmptyState()
        self.empty.wanted.connect(lambda _action: self.ask_file())
        self.empty.show_empty(_teaching())
        self.mapping = MappingView()
        self.mapping.chosen.connect(self.presenter.map_column)
        self.result = ResultView(frame.session.formats)
        self.result.decimal_told.connect(lambda sign: self.presenter.tell(decimal=sign))
        self.result.order_told.connect(lambda order: self.presenter.tell(order=order))
        self.result.findings.jump_wanted.connect(self.mapping.focus_field)
        self.result.skip_changed.connect(self.heading_changed)
        self.body = QStackedWidget()
        self._lay_out()
        self.presenter.mapped.connect(self._show_mapping)
        self.presenter.tried.connect(self._show_trial)
        self.presenter.imported.connect(self._imported)
        self.presenter.refused.connect(self._refused)

    def heading(self) -> Heading:
        """Return what the header shows."""
        trail = ((_("Settings"), "settings"),)
        return Heading(_("Import"), primary=RUN, more=(FILE, PASTE), trail=trail)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Import, Choose a file and Paste."""
        return (
            ActionSpec(RUN, lambda: _("&Import"), self.run, "Ctrl+Return", "check", blocked=self._why_not),
            ActionSpec(
                FILE, lambda: _("Choose a &file…"), self.ask_file, "Ctrl+O", "folder-open", self._why_busy
            ),
            ActionSpec(PASTE, lambda: _("&Paste rows"), self.paste, "Ctrl+V", "copy", self._why_busy),
        )

    def entered(self) -> None:
        """Begin with what the table holds."""
        self.kind.setFocus()

    def ask_file(self) -> None:
        """Let the person choose a file."""
        kinds = _("Tables (*.csv *.txt *.tsv *.xlsx *.ods *.xls);;All files (*)")
        file, _kind = QFileDialog.getOpenFileName(self, _("Import a table"), "", kinds)
        if file:
            self.open_file(Path(file))

    def open_file(self, file: Path) -> None:
        """Take a file."""
        self.result.forget()
        self.presenter.open_file(file)

    def paste(self) -> None:
        """Take what was copied: rows of a spreadsheet, or a file."""
        self._take(QGuiApplication.clipboard().mimeData())

    def run(self) -> None:
        """Import in one transaction."""
        self.presenter.carry_out(skip_faulty=self.result.skip.isChecked())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a file or rows."""
        if not self.presenter.is_importing and (_file_in(event.mimeData()) or event.mimeData().hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a file or rows."""
        self._take(event.mimeData())
        event.acceptProposedAction()

    def ready_to_close(self) -> bool:
        """Stop what is only tried; an import under way is waited for."""
        if self.presenter.is_importing:
            return False
        self.presenter.stop()
        return True

    def _take(self, data: QMimeData) -> None:
        file = _file_in(data)
        if file is not None:
            self.open_file(file)
        elif data.text().strip():
            self.result.forget()
            self.presenter.paste(data.text())
        else:
            self.frame.notify(_("There are no rows on the clipboard. Copy them in a spreadsheet first."))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        label = QLabel(_("The table holds"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.kind)
        for widget in (label, self.kind, self.file_name):
            top.addWidget(widget)
        top.addStretch(1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XL)
        self.result.setFixedWidth(_RESULT_WIDTH)
        row.addWidget(self.mapping, 1)
        row.addWidget(self.result)
        self.body.addWidget(self.empty)
        self.body.addWidget(work)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addLayout(top)
        column.addWidget(self.body, 1)

    def _choose_kind(self) -> None:
        self.result.forget()
        self.presenter.choose(str(self.kind.currentData()))

    def _show_mapping(self) -> None:
        from ui.quotes.languages import language_name

        names = {code: language_name(code) for code in languages()}

        def words(field: str) -> str:
            return field_words(field, names.get(field.partition("[")[2].removesuffix("]"), ""))

        self.file_name.setText(self.presenter.name)
        self.mapping.show_columns(self.presenter.columns, self.presenter.fields, words)
        self.body.setCurrentIndex(1)

    def _show_trial(self) -> None:
        self.kind.setEnabled(not self.presenter.is_importing)
        self.mapping.setEnabled(not self.presenter.is_importing)
        self.result.show_trial(self.presenter.trial, self._title())
        self.heading_changed.emit()

    def _title(self) -> str:
        if self.presenter.is_importing:
            return _("Importing …")
        if self.presenter.is_busy:
            return _("Looking at the rows …")
        if self.presenter.is_done:
            return _("Imported")
        trial = self.presenter.trial
        if trial is not None and not trial.is_decided:
            return _("Something must be decided first")
        if trial is None and self.presenter.opened is not None:
            return _("Stopped; nothing was written")
        return _("This would happen") if trial else ""

    def _imported(self, trial: Trial) -> None:
        text = ngettext("{n} record is imported.", "{n} records are imported.", trial.writes)
        self.frame.notify(text.format(n=trial.writes))

    def _refused(self, refusal: AppError) -> None:
        self.kind.setCurrentIndex(self.kind.findData(self.presenter.noun))
        self.frame.refuse(refusal)

    def _why_busy(self) -> str:
        return _("The import is under way.") if self.presenter.is_importing else ""

    def _why_not(self) -> str:
        trial, file = self.presenter.trial, self.frame.session.file
        if self.presenter.is_busy:
            return _("Looking at the rows …")
        if file.read_only or trial is None:
            return file.read_only or _("Choose a table first.")
        reasons = (
            (self.presenter.is_done, _("This table is imported.")),
            (not trial.is_decided, _("Something must be decided first.")),
            (
                trial.counts["faulty"] > 0 and not self.result.skip.isChecked(),
                _("Mend the faulty rows, or leave them out."),
            ),
            (trial.writes == 0, _("Everything in this table is here already.")),
        )
        return next((text for stands, text in reasons if stands), "")


def _file_in(data: QMimeData) -> Path | None:
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)


def _teaching() -> Empty:
    return Empty(
        "upload",
        _("Drop a table here"),
        _(
            "xlsx, ods, xls or csv, with the names of the columns in one row. Or copy rows in a spreadsheet"
            " and paste them here. Nothing is written before you have seen what would change."
        ),
        FILE,
        _("Choose a file…"),
        sample=False,
    )
