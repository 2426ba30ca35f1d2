"""What would be issued now, with what the checks say of it, before the number is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from ui.invoices.lines import COLUMNS, hidden_columns, line_rows, sums
from ui.kit.tokens import Space
from ui.widgets.confirm import ConfirmDialog, Question
from ui.widgets.findings import FindingsList, shown
from ui.widgets.fixed_table import FixedTable
from ui.widgets.totals import Totals, TotalsLine, TotalsPanel

if TYPE_CHECKING:
    from app.services.billing import InvoicePreview

_WIDTH = 760
_TOTALS_WIDTH = 320


class IssueDialog(ConfirmDialog):
    """Lines, taxes, total and findings; Issue takes the next number.

    Signals:
        jump_wanted: The `where` of a finding to be mended.
    """

    jump_wanted = Signal(str)

    def __init__(self, preview: InvoicePreview, formats: Formats, parent: QWidget) -> None:
        invoice = preview.invoice
        self.findings = FindingsList()
        self.findings.show_findings([shown(finding) for finding in preview.findings])
        self.lines = FixedTable(COLUMNS)
        self.lines.setAccessibleName(_("Lines"))
        self.lines.show_rows(line_rows(invoice, formats), hidden_columns(invoice) | {"source"})
        totals = TotalsPanel()
        totals.setFixedWidth(_TOTALS_WIDTH)
        total = TotalsLine(_("Total"), formats.money(invoice.total))
        totals.show_totals(Totals(tuple(sums(invoice, formats)), total))
        super().__init__(_question(preview, formats), parent, _body(self.findings, self.lines, totals))
        self.findings.jump_wanted.connect(self.jump_wanted)
        self.yes.setEnabled(not self.findings.has_blockers)
        if self.yes.isEnabled():  # Return issues: the lines are there to be read
            self.yes.setFocus()
        self.setMinimumWidth(_WIDTH)


def _question(preview: InvoicePreview, formats: Formats) -> Question:
    invoice = preview.invoice
    count = len(invoice.lines)
    lines = ngettext("{n} line is due.", "{n} lines are due.", count).format(n=count)
    point = _("{lines} The invoice is dated {day} and payable until {due}.").format(
        lines=lines, day=formats.date(invoice.issued_on), due=formats.date(invoice.due_on)
    )
    title = _("Issue an invoice to {customer}?").format(customer=invoice.buyer.name)
    return Question(title, (point,), _("Issue invoice"))


def _body(findings: QWidget, lines: QWidget, totals: QWidget) -> QWidget:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.M)
    end = QHBoxLayout()
    end.addStretch(1)
    end.addWidget(totals)
    column.addWidget(findings)
    column.addWidget(lines)
    column.addLayout(end)
    column.addStretch(1)
    return body
