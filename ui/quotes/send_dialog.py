"""Before a quote is sent: what will happen, what deserves a second look, and how it goes out (U18)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.kernel.findings import Finding, blockers
from ui.kit.tokens import Space
from ui.quotes.dialogs import FormDialog, words
from ui.widgets.findings import FindingsList, shown

_WIDTH = 520
_MOST_HEIGHT = 260
_ROW_HEIGHT = 48


class Sending(NamedTuple):
    """What is about to be sent, written for the reader.

    Attributes:
        email: The customer's address; empty where nobody knows one.
    """

    number: str
    customer: str
    total: str
    valid_until: str
    email: str = ""


class SendDialog(FormDialog):
    """Shows the checks as they stand; a blocker keeps the button closed.

    Signals:
        send_wanted: Whether a mail with the PDF is wanted too.
        jump_wanted: The `where` of a finding that was pressed.
    """

    send_wanted = Signal(bool)
    jump_wanted = Signal(str)

    def __init__(
        self, sending: Sending, findings: tuple[Finding, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Send {number}").format(number=sending.number), _("Send"), parent)
        self.setMinimumWidth(_WIDTH)
        blocked = bool(blockers(findings))
        self.mail = QCheckBox(_("Open a mail with the PDF attached"))
        self.mail.setChecked(bool(sending.email))
        self.findings = FindingsList()
        self.findings.show_findings([shown(finding) for finding in findings])
        self.findings.jump_wanted.connect(self._jump)
        if blocked:
            self.body.addWidget(words(_("These have to be mended first:")))
        else:
            self.body.addWidget(words(_summary(sending)))
            self.body.addWidget(
                words(_("After that not a word of it changes; a change is the next revision."), tone="soft")
            )
        if findings:
            self.body.addWidget(self._scrolled(len(findings)))
        if not blocked:
            self.body.addSpacing(Space.XS)
            self.body.addWidget(self.mail)
        self.act.setEnabled(not blocked)
        (self.cancel if blocked else self.act).setFocus()

    def submit(self) -> None:
        """Ask for the quote to be sent."""
        self.wait()
        self.send_wanted.emit(self.mail.isChecked())

    def _scrolled(self, count: int) -> QScrollArea:
        """Return the findings in as much room as they need, up to a third of a small screen."""
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.addWidget(self.findings)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(body)
        area.setMinimumHeight(min(_MOST_HEIGHT, count * _ROW_HEIGHT))
        return area

    def _jump(self, where: str) -> None:
        self.reject()
        self.jump_wanted.emit(where)


def _summary(sending: Sending) -> str:
    text = _("{customer} is offered {total}, valid until {valid_until}.")
    return text.format(customer=sending.customer, total=sending.total, valid_until=sending.valid_until)
