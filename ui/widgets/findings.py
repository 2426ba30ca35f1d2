"""What stands in the way of the next step, each with a jump to its place (U18)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.kernel.findings import Finding, Severity
from ui.kit.fonts import Type, set_type
from ui.kit.icons import pixmap
from ui.kit.theme import tokens
from ui.kit.tokens import Space, Tone

_ICON = 16


class ShownFinding(NamedTuple):
    """A finding as read.

    Attributes:
        severity: Blockers stop the next step, warnings do not.
        text: Its sentence.
        where: The path it jumps to, empty for none.
        mend: A word on the button where a click mends it: "Add the order number".
    """

    severity: Severity
    text: str
    where: str = ""
    mend: str = ""


def shown(finding: Finding, mend: str = "") -> ShownFinding:
    """Return a finding in the window's language."""
    from app.i18n.messages import sentence

    return ShownFinding(finding.severity, sentence(finding), finding.where, mend)


class FindingsList(QWidget):
    """One row per finding, blockers first; takes no room while there is none.

    Signals:
        jump_wanted: The `where` of the finding whose row was pressed.
        mend_wanted: The `where` of the finding that should be mended.
    """

    jump_wanted = Signal(str)
    mend_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[ShownFinding, ...] = ()
        self._signs: list[tuple[QLabel, bool]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Findings"))

    @property
    def findings(self) -> tuple[ShownFinding, ...]:
        """Return what is shown."""
        return self._findings

    @property
    def has_blockers(self) -> bool:
        """Tell whether something stops the next step."""
        return any(finding.severity is Severity.BLOCKER for finding in self._findings)

    def show_findings(self, findings: Sequence[ShownFinding]) -> None:
        """Show other findings."""
        ordered = tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.BLOCKER))
        if ordered != self._findings:
            self._findings = ordered
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            for sign, blocker in self._signs:
                sign.setPixmap(_picture(blocker))
        super().changeEvent(event)

    def _build(self) -> None:
        self._signs.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in self._findings:
            self._column.addWidget(self._row(finding))

    def _row(self, finding: ShownFinding) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, Space.XS, 0, Space.XS)
        line.setSpacing(Space.S)
        blocker = finding.severity is Severity.BLOCKER
        sign = QLabel()
        sign.setPixmap(_picture(blocker))
        self._signs.append((sign, blocker))
        kind = _label(_("Blocker") if blocker else _("Warning"), Type.CAPTION_STRONG)
        kind.setProperty("tone", "bad" if blocker else "warn")
        line.addWidget(sign)
        line.addWidget(kind)
        words = _label(finding.text, Type.BODY)
        words.setWordWrap(True)
        line.addWidget(words, 1)
        for text, signal in ((finding.mend, self.mend_wanted), (_("Show"), self.jump_wanted)):
            if text and finding.where:
                line.addWidget(_button(text, finding, signal))
        return row


def _picture(blocker: bool) -> QPixmap:
    ink = tokens().tone(Tone.BAD if blocker else Tone.WARN)[0]
    return pixmap("circle-alert" if blocker else "triangle-alert", ink, _ICON)


def _button(text: str, finding: ShownFinding, signal: object) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    button.setAccessibleName(f"{text}: {finding.text}")
    button.clicked.connect(lambda: signal.emit(finding.where))  # type: ignore[attr-defined]  # a bound signal
    return button


def _label(text: str, role: Type) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_type(label, role)
    return label
