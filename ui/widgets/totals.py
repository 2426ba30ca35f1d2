"""The totals, where the eye ends: net, taxes, total, margin, and how the margin stands (U11, U12)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.paint import pill
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space, Tone

_BAR = 8
_PER_MILLE = 1000


class TotalsLine(NamedTuple):
    """One line of the totals, ready to show: "VAT 19 % of 1,008.33", "191.58"."""

    text: str
    amount: str
    strong: bool = False


class Margin(NamedTuple):
    """How the margin stands; shares are thousandths of the net amount (0.1 %).

    Attributes:
        amount: Written amount.
        percent: Written percentage.
        share: Margin in thousandths, may be negative.
        floor: The lowest margin allowed without approval, `None` where there is none.
        target: The margin aimed at, `None` where there is none.
        words: The state in words: "Below the floor: needs approval by Sales Manager".
        tone: Colour of the state, never without the words.
    """

    amount: str
    percent: str
    share: int
    floor: int | None
    target: int | None
    words: str
    tone: Tone


class Totals(NamedTuple):
    """What the panel shows; `margin` is `None` for those who may not see it."""

    lines: tuple[TotalsLine, ...]
    total: TotalsLine
    margin: Margin | None = None


class TotalsPanel(QWidget):
    """Shows totals; numbers are changed in place, so that a keystroke repaints only what moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._total = (_label(Type.HEADING), _label(Type.FIGURE, right=True))
        self._margin_text = _label(Type.CAPTION)
        self._margin_text.setProperty("tone", "soft")
        self._margin_amount = _label(Type.NUMBER, right=True)
        self.bar = MarginBar()
        self.words = _label(Type.CAPTION)
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._grid)
        total = QGridLayout()
        total.setColumnStretch(0, 1)
        total.addWidget(self._total[0], 0, 0)
        total.addWidget(self._total[1], 0, 1)
        column.addLayout(total)
        self._margin = QWidget()
        margin = QGridLayout(self._margin)
        margin.setContentsMargins(0, Space.S, 0, 0)
        margin.setVerticalSpacing(0)
        margin.setColumnStretch(0, 1)
        margin.addWidget(self._margin_text, 0, 0)
        margin.addWidget(self._margin_amount, 0, 1)
        margin.addWidget(self.bar, 1, 0, 1, 2)
        margin.addWidget(self.words, 2, 0, 1, 2)
        column.addWidget(self._margin)
        self._margin.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Totals"))
        self._margin_text.setText(_("Margin"))

    def show_totals(self, totals: Totals) -> None:
        """Show other totals."""
        while len(self._rows) < len(totals.lines):
            row = (_label(Type.BODY), _label(Type.NUMBER, right=True))
            row[0].setProperty("tone", "soft")
            at = len(self._rows)
            self._grid.addWidget(row[0], at, 0)
            self._grid.addWidget(row[1], at, 1)
            self._rows.append(row)
        for at, (text, amount) in enumerate(self._rows):
            shown = at < len(totals.lines)
            text.setVisible(shown)
            amount.setVisible(shown)
            if shown:
                line = totals.lines[at]
                _say(text, line.text)
                _say(amount, line.amount)
                set_type(amount, Type.NUMBER_STRONG if line.strong else Type.NUMBER)
        _say(self._total[0], totals.total.text)
        _say(self._total[1], totals.total.amount)
        self._show_margin(totals.margin)
        said = [*totals.lines, totals.total]
        self.setAccessibleDescription(", ".join(f"{line.text} {line.amount}" for line in said))

    def _show_margin(self, margin: Margin | None) -> None:
        self._margin.setVisible(margin is not None)
        if margin is not None:
            _say(self._margin_amount, f"{margin.amount}    {margin.percent}")
            _say(self.words, margin.words)
            if self.words.property("tone") != margin.tone.value:
                self.words.setProperty("tone", margin.tone.value)
                self.words.style().unpolish(self.words)
                self.words.style().polish(self.words)
            self.bar.show_margin(margin)


class MarginBar(QWidget):
    """The margin as a bar with marks for floor and target; the words stand below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margin: Margin | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_margin(self, margin: Margin) -> None:
        """Show another margin."""
        if margin != self._margin:
            self._margin = margin
            self.setAccessibleName(_("Margin {percent}").format(percent=margin.percent))
            self.setAccessibleDescription(margin.words)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the bar and its marks."""
        return QSize(160, _BAR + 2 * Space.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and its marks."""
        margin = self._margin
        if margin is None:
            return
        shown = tokens()
        painter = QPainter(self)
        track = QRect(0, Space.S, self.width(), _BAR)
        pill(painter, track, colour(shown.sunken))
        widest = self._widest(margin)
        ink, _fill = shown.tone(margin.tone)
        filled = _span(margin.share, widest, track.width())
        if filled > 0:
            pill(painter, QRect(0, track.top(), max(filled, _BAR), _BAR), colour(ink))
        for share, mark in ((margin.floor, shown.text), (margin.target, shown.text_faint)):
            if share is not None:
                at = min(_span(share, widest, track.width()), track.width() - 2)
                painter.fillRect(QRect(at, track.top() - 4, 2, _BAR + 8), colour(mark))
        painter.end()

    @staticmethod
    def _widest(margin: Margin) -> int:
        """Return the share at the right end: room beyond the target, and for whatever margin there is."""
        marks = [share for share in (margin.floor, margin.target) if share is not None]
        return max(1, min(_PER_MILLE, max([margin.share, *(mark * 3 // 2 for mark in marks), 100])))


def _span(share: int, widest: int, width: int) -> int:
    return max(0, min(width, share * width // widest))


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)


def _label(role: Type, right: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    set_type(label, role)
    return label
