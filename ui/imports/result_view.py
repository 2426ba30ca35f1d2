"""What an import would do, or did: counts, what must be decided, what is wrong with rows."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from ui.imports.work import DECIMAL, ORDER, Trial
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.widgets.findings import FindingsList

_COUNTS = ("new", "changed", "same", "faulty")


class ResultView(QWidget):
    """The right side of the import page.

    Signals:
        decimal_told: The sign before decimals was decided.
        order_told: The order of dates was decided.
        skip_changed: Whether faulty rows are left out was changed.
    """

    decimal_told = Signal(str)
    order_told = Signal(str)
    skip_changed = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.title = _label("", Type.STRONG)
        self._figures = {name: _label("0", Type.FIGURE) for name in _COUNTS}
        self._words = {name: _label("", Type.CAPTION, "soft") for name in _COUNTS}
        self.findings = FindingsList()
        self.decimal = _choice(
            _("Sign before decimals"), {".": _("Point: 1,234.50"), ",": _("Comma: 1.234,50")}
        )
        self.order = _choice(
            _("Dates begin with"), {"dmy": _("The day: 31/12"), "mdy": _("The month: 12/31")}
        )
        self.decimal.activated.connect(lambda _at: self.decimal_told.emit(self.decimal.currentData()))
        self.order.activated.connect(lambda _at: self.order_told.emit(self.order.currentData()))
        self._questions = QFormLayout()
        self._questions.addRow(_label(_("Sign before decimals"), Type.BODY), self.decimal)
        self._questions.addRow(_label(_("Dates begin with"), Type.BODY), self.order)
        self.unmapped = _label("", Type.BODY, "soft")
        self.unmapped.setWordWrap(True)
        self.backup = _label("", Type.BODY, "soft")
        self.backup.setWordWrap(True)
        self.skip = QCheckBox(_("Leave the faulty rows out"))
        self.skip.toggled.connect(self.skip_changed)
        self.problems = QListWidget()
        self.problems.setAccessibleName(_("What is wrong with rows"))
        self.problems.setWordWrap(True)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.forget()

    def forget(self) -> None:
        """Begin with another table: nothing is decided, nothing known."""
        for box in (self.decimal, self.order):
            box.setCurrentIndex(-1)
            self._questions.setRowVisible(box, False)
        self.skip.setChecked(False)
        self.show_trial(None, "")

    def show_trial(self, trial: Trial | None, title: str) -> None:
        """Show what a dry run or an import came to; with `None` only what is under way."""
        self.title.setText(title)
        for name in _COUNTS:
            count = trial.counts[name] if trial else 0
            known = trial is not None and trial.is_decided
            self._figures[name].setText(self._formats.number(count) if known else "–")
            self._words[name].setText(_count_words(name, count))
        faulty = trial.counts["faulty"] if trial else 0
        self._figures["faulty"].setProperty("tone", "bad" if faulty else "")
        self._figures["faulty"].style().polish(self._figures["faulty"])
        self.findings.show_findings(trial.findings if trial else ())
        backup = trial.backup if trial else None
        self.backup.setVisible(backup is not None)
        self.backup.setText(_("Backup of today: {file}").format(file=_breakable(backup)) if backup else "")
        if trial is not None:
            self._show_details(trial, faulty)

    def _show_details(self, trial: Trial, faulty: int) -> None:
        if DECIMAL in trial.asks:
            self._questions.setRowVisible(self.decimal, True)
        if ORDER in trial.asks:
            self._questions.setRowVisible(self.order, True)
        self.unmapped.setVisible(bool(trial.unmapped))
        self.unmapped.setText(_("Left out: {columns}").format(columns=", ".join(trial.unmapped)))
        self.skip.setVisible(bool(faulty))
        self.problems.clear()
        self.problems.addItems(list(trial.problems))
        more = trial.problem_count - len(trial.problems)
        if more > 0:
            self.problems.addItem(ngettext("and {n} more", "and {n} more", more).format(n=more))
        self.problems.setVisible(bool(trial.problems))

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setHorizontalSpacing(Space.L)
        figures.setVerticalSpacing(0)
        for at, name in enumerate(_COUNTS):
            figures.addWidget(self._figures[name], 0, at)
            figures.addWidget(self._words[name], 1, at)
            figures.setColumnStretch(at, 1)
        self._questions.setContentsMargins(0, 0, 0, 0)
        self._questions.setVerticalSpacing(Space.S)
        self._questions.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.title)
        column.addLayout(figures)
        column.addWidget(self.findings)
        column.addLayout(self._questions)
        column.addWidget(self.unmapped)
        column.addWidget(self.skip)
        column.addWidget(self.backup)
        column.addWidget(self.problems, 1)
        column.addStretch(0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)


def _breakable(file: Path) -> str:
    """Return a path that may go on in the next line after each folder."""
    return str(file).replace(os.sep, f"{os.sep}\u200b")


def _count_words(name: str, count: int) -> str:
    return {
        "new": _("new"),
        "changed": _("changed"),
        "same": _("the same"),
        "faulty": ngettext("faulty row", "faulty rows", count),
    }[name]


def _label(text: str, role: Type, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if tone:
        label.setProperty("tone", tone)
    set_type(label, role)
    return label


def _choice(name: str, choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setPlaceholderText(_("Choose"))
    for value, words in choices.items():
        box.addItem(words, value)
    return box
