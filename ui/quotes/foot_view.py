"""The foot of the quote: notes, discounts and checks at the left; the totals where the eye ends."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from app.kernel.findings import blockers
from ui.kit.tokens import Space
from ui.quotes.discounts import DiscountsView
from ui.quotes.notes import NotesView
from ui.quotes.presenter import QuotePresenter
from ui.quotes.shown_totals import shown_totals
from ui.widgets.findings import FindingsList, shown
from ui.widgets.totals import TotalsPanel

NOTES, INTERNAL, DISCOUNTS, CHECKS = range(4)
_TOTALS_WIDTH = 300
_NARROW_TOTALS = 240
_WIDE = 800
_LEAST = 112
_PAUSE_MS = 150
"""Checks follow typing after a short pause; totals follow every key."""


class FootView(QWidget):
    """Tabs and totals.

    Signals:
        jump_wanted: The `where` of a finding that was pressed.
    """

    jump_wanted = Signal(str)

    def __init__(self, presenter: QuotePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.notes, self.internal = NotesView(presenter, False), NotesView(presenter, True)
        self.discounts = DiscountsView(presenter)
        self.discounts.setProperty("kind", "page")
        self.findings = FindingsList()
        self.findings.jump_wanted.connect(self.jump_wanted)
        self._all_well = QLabel()
        self._all_well.setTextFormat(Qt.TextFormat.PlainText)
        self._all_well.setProperty("tone", "soft")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self._stack = QStackedWidget()
        for body in (self.notes, self.internal, _scrolled(self.discounts), self._checks()):
            self.tabs.addTab("")
            self._stack.addWidget(body)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.totals = TotalsPanel()
        self.totals.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.show_findings)
        self.discounts.setEnabled(presenter.is_editable)
        self._lay_out()
        self.retranslate()
        self.show_quote()
        presenter.changed.connect(self.show_quote)
        presenter.renewed.connect(self.show_findings)

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.tabs.setAccessibleName(_("Notes, discounts and checks"))
        for at, text in enumerate((_("Notes"), _("Internal"), _("Discounts"))):
            self.tabs.setTabText(at, text)
        self._all_well.setText(_("Nothing stands in the way of sending."))
        self.show_findings()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the totals their usual width where there is room; long numbers and large type get more."""
        super().resizeEvent(event)
        self.totals.setMinimumWidth(_TOTALS_WIDTH if self.width() >= _WIDE else _NARROW_TOTALS)

    def show_quote(self) -> None:
        """Show the totals at once, the checks after a pause of typing."""
        company = self._presenter.surroundings.company
        country, formats = company.seller.address.country, self._presenter.session.formats
        totals = shown_totals(self._presenter.priced, country, formats, company.margins)
        self.totals.show_totals(totals)
        # Without a floor or a target there is nothing the bar could be held against.
        margin = totals.margin
        self.totals.bar.setVisible(margin is not None and (margin.floor, margin.target) != (None, None))
        self._pause.start()

    def show_findings(self) -> None:
        """Show what the checks say now."""
        self._pause.stop()
        found = self._presenter.findings
        self.findings.show_findings([shown(finding) for finding in found])
        self._all_well.setVisible(not found)
        self.tabs.setTabText(CHECKS, _("Checks ({n})").format(n=len(found)) if found else _("Checks"))

    def open_checks(self) -> bool:
        """Show the checks as they stand this moment; tell whether one of them is a blocker."""
        self.show_findings()
        self.tabs.setCurrentIndex(CHECKS)
        return bool(blockers(self._presenter.findings))

    def open_tab(self, at: int) -> None:
        """Show one of the tabs."""
        self.tabs.setCurrentIndex(at)

    def _checks(self) -> QWidget:
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, Space.S, Space.S, 0)
        column.addWidget(self._all_well)
        column.addWidget(self.findings)
        column.addStretch(1)
        return _scrolled(body)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self._stack, 1)
        right = QVBoxLayout()
        right.addWidget(self.totals)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XL)
        row.addLayout(left, 1)
        row.addLayout(right)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(body)
    return area
