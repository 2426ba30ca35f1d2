"""Why a price is what it is: the steps from list to net, and the rules that were refused (U13, U33)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, font, set_type
from ui.kit.paint import LEFT, RIGHT, line_of_text
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space

_ROW = 34
_LABEL_SHARE = 34
_AMOUNT_WIDTH = 110
_BAR = 14
_THOUSAND = 1000


class WaterfallStep(NamedTuple):
    """One step.

    Attributes:
        text: The step's name: "List price", "Volume discount".
        rule: The rule and its version: "More than 10: 5 %, version 3".
        change: What the step adds or takes, written with its sign; empty for the first and for totals.
        after: The price after it, written.
        start: Where its bar begins, in thousandths of the widest price.
        end: Where its bar ends.
        is_level: A price that was reached (list, net) rather than a change.
    """

    text: str
    rule: str
    change: str
    after: str
    start: int
    end: int
    is_level: bool = False


class RefusedRule(NamedTuple):
    """A rule that was looked at and not applied."""

    rule: str
    reason: str


class Waterfall(NamedTuple):
    """Everything about one line's price; `note` says how the unit price becomes the line's net."""

    title: str
    steps: tuple[WaterfallStep, ...]
    refused: tuple[RefusedRule, ...] = ()
    note: str = ""


class WaterfallView(QWidget):
    """The drawing over the list of refused rules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _label(Type.HEADING)
        self.chart = WaterfallChart()
        self._note = _label(Type.CAPTION, "soft")
        self._refused_title = _label(Type.STRONG)
        self._refused = QGridLayout()
        self._refused.setHorizontalSpacing(Space.L)
        self._refused.setVerticalSpacing(Space.S)
        self._refused.setColumnStretch(1, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._title)
        column.addWidget(self.chart)
        column.addWidget(self._note)
        column.addWidget(rule)
        column.addWidget(self._refused_title)
        column.addLayout(self._refused)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("How this price is made"))
        self._refused_title.setText(_("Rules not applied"))

    def show_waterfall(self, waterfall: Waterfall) -> None:
        """Show another line's price."""
        self._title.setText(waterfall.title)
        self.chart.show_steps(waterfall.steps)
        self._note.setText(waterfall.note)
        self._note.setVisible(bool(waterfall.note))
        self._refused_title.setVisible(bool(waterfall.refused))
        while len(self._labels) < len(waterfall.refused):
            labels = (_label(Type.BODY), _label(Type.BODY, "soft"))
            for column, label in enumerate(labels):
                self._refused.addWidget(label, len(self._labels), column)
            self._labels.append(labels)
        for at, (rule, reason) in enumerate(self._labels):
            shown = at < len(waterfall.refused)
            rule.setVisible(shown)
            reason.setVisible(shown)
            if shown:
                rule.setText(waterfall.refused[at].rule)
                reason.setText(waterfall.refused[at].reason)


class WaterfallChart(QWidget):
    """One row per step: its name and rule, its bar, its amount; the amounts add up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[WaterfallStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(420)
        set_type(self, Type.BODY)

    @property
    def steps(self) -> tuple[WaterfallStep, ...]:
        """Return what is shown."""
        return self._steps

    def show_steps(self, steps: tuple[WaterfallStep, ...]) -> None:
        """Show other steps."""
        self._steps = steps
        said = "; ".join(f"{s.text}, {s.rule}, {s.change} {s.after}" for s in steps)
        self.setAccessibleName(_("Price steps"))
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room all steps need."""
        return QSize(560, self._row() * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps."""
        painter = QPainter(self)
        for at, step in enumerate(self._steps):
            row = QRect(0, at * self._row(), self.width(), self._row())
            self._paint_step(painter, row, step, last=at == len(self._steps) - 1)
        painter.end()

    def _row(self) -> int:
        return max(_ROW, 2 * self.fontMetrics().height() + Space.S)

    def _paint_step(self, painter: QPainter, row: QRect, step: WaterfallStep, last: bool) -> None:
        shown = tokens()
        words = QRect(row.left(), row.top(), row.width() * _LABEL_SHARE // 100, row.height())
        amounts = QRect(row.right() - _AMOUNT_WIDTH, row.top(), _AMOUNT_WIDTH, row.height())
        self._paint_words(painter, words, step)
        painter.setFont(font(Type.NUMBER_STRONG if step.is_level else Type.NUMBER))
        amount = step.after if step.is_level else step.change
        line_of_text(painter, amounts, amount, colour(shown.text), RIGHT)
        room = QRect(
            words.right() + Space.L, row.top(), amounts.left() - words.right() - 2 * Space.L, row.height()
        )
        left, right = sorted((self._x(room, step.start), self._x(room, step.end)))
        top = row.center().y() - _BAR // 2 + 1
        taken = step.end < step.start
        ink = shown.accent if step.is_level else shown.bad if taken else shown.good
        painter.fillRect(QRect(left, top, max(2, right - left), _BAR), colour(ink))
        if not last:
            painter.setPen(colour(shown.edge))
            at = self._x(room, step.end)
            painter.drawLine(at, top + _BAR, at, top + self._row())

    def _paint_words(self, painter: QPainter, area: QRect, step: WaterfallStep) -> None:
        shown = tokens()
        painter.setFont(font(Type.STRONG if step.is_level else Type.BODY))
        if not step.rule:
            line_of_text(painter, area, step.text, colour(shown.text), LEFT)
            return
        half = area.height() // 2
        upper = QRect(area.left(), area.top(), area.width(), half + 2)
        line_of_text(painter, upper, step.text, colour(shown.text), LEFT)
        painter.setFont(font(Type.CAPTION))
        lower = QRect(area.left(), area.top() + half, area.width(), half - 2)
        line_of_text(painter, lower, step.rule, colour(shown.text_soft), LEFT)

    @staticmethod
    def _x(room: QRect, share: int) -> int:
        return room.left() + room.width() * max(0, min(_THOUSAND, share)) // _THOUSAND


def _label(role: Type, tone: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    set_type(label, role)
    return label
