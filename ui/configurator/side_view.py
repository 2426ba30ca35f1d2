"""Beside the options: what stands in the way with the button that mends it, and what the parts come to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from app.kernel.findings import blockers
from ui.configurator.labels import label, set_tone
from ui.configurator.presenter import ConfigurePresenter
from ui.kit.fonts import Type
from ui.kit.tokens import Space
from ui.widgets.findings import FindingsList, ShownFinding
from ui.widgets.fixed_table import FixedTable
from ui.widgets.list_rows import ListColumn, ListKind, ListRow

_AMOUNT = 110


class SideView(QScrollArea):
    """Findings above, priced parts below.

    Signals:
        jump_wanted: The `where` of a finding to go to.
    """

    jump_wanted = Signal(str)

    def __init__(self, presenter: ConfigurePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.state = label(role=Type.STRONG)
        self.change = label(tone="soft")
        self.mend = QPushButton()
        self.mend.clicked.connect(presenter.mend)
        self.findings = FindingsList()
        self.findings.jump_wanted.connect(self.jump_wanted)
        self._priced_title = label(role=Type.STRONG)
        self._nothing = label(tone="soft")
        self.priced = FixedTable(
            (
                ListColumn("part", lambda: _("Part"), stretch=True),
                ListColumn("amount", lambda: _("Amount"), ListKind.NUMBER, width=_AMOUNT),
            )
        )
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.L, 0, Space.S, 0)
        column.setSpacing(Space.S)
        for widget in (self.state, self.change):
            column.addWidget(widget)
        column.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.findings)
        column.addSpacing(Space.L)
        column.addWidget(self._priced_title)
        column.addWidget(self._nothing)
        column.addWidget(self.priced)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        presenter.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.mend.setText(_("&Mend it"))
        self._priced_title.setText(_("Parts"))
        self._nothing.setText(_("Nothing is chosen yet. Choose options on the left."))
        self.priced.setAccessibleName(_("Parts"))
        self.priced.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show what the presenter says now."""
        solved, naming = self._presenter.solved, self._presenter.naming
        mends = self._presenter.mends
        self.state.setText(self._state())
        set_tone(self.state, "soft" if solved.is_valid else "bad")
        self.change.setText(mends)
        self.change.setVisible(bool(mends))
        self.mend.setVisible(solved.mending is not None)
        self.mend.setAccessibleDescription(mends)
        self.findings.show_findings(
            [ShownFinding(one.severity, naming.sentence(one), one.where) for one in solved.findings]
        )
        lines = self._presenter.priced.lines
        self.priced.show_rows([ListRow(None, line) for line in lines])
        self.priced.setVisible(bool(lines))
        self._nothing.setVisible(not lines)

    def _state(self) -> str:
        solved = self._presenter.solved
        count = len(blockers(solved.findings))
        if not count:
            return _("Everything fits together.")
        if solved.mending is None and not self._presenter.is_waiting:
            return _("Nothing can be valid here: the office has to change the rules.")
        return ngettext("{count} thing stands in the way.", "{count} things stand in the way.", count).format(
            count=count
        )
