"""Two revisions of one quote side by side."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.services.quote_causes import causes
from app.services.quote_editor import RevisionFacts, priced
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.quotes.comparison import Compared, ComparedLine, compared
from ui.quotes.forms import Choice, ChoiceField, labelled
from ui.quotes.states import state_word
from ui.shell.page import Frame, Heading, Page
from ui.shell.session import Unit
from ui.widgets.list_rows import (
    Empty,
    Fetch,
    ListColumn,
    ListFilter,
    ListKind,
    ListPage,
    ListRequest,
    ListRow,
)
from ui.widgets.list_view import ListView

_CHANGED, _ALL = "changed", "all"
_WIDTH = 220


def columns() -> tuple[ListColumn, ...]:
    """Return the columns of the comparison."""
    return (
        ListColumn("name", lambda: _("Line"), stretch=True, sortable=False),
        ListColumn("before", lambda: _("Before"), ListKind.NUMBER, 190, sortable=False),
        ListColumn("after", lambda: _("After"), ListKind.NUMBER, 190, sortable=False),
        ListColumn("change", lambda: _("Change"), ListKind.NUMBER, 120, sortable=False),
        ListColumn("cause", lambda: _("Because of"), ListKind.CHIP, 210, sortable=False),
    )


class ComparePage(Page):
    """Lets two revisions be chosen and shows every line of both.

    Signals:
        said: What became of the net amount, and by which causes, once both are known.
    """

    said = Signal(str, str)

    def __init__(self, frame: Frame, number: str, facts: Sequence[RevisionFacts], shown: UUID) -> None:
        """Make the page.

        Args:
            frame: The window.
            number: Of the quote.
            facts: Its revisions, two at least, the first one first.
            shown: The one that was open: it is compared with the one before it, the first with the second.
        """
        super().__init__(frame)
        self._number, self._facts = number, tuple(facts)
        self._formats = frame.session.formats
        place = next((at for at, one in enumerate(facts) if one.id == shown), len(facts) - 1)
        place = max(1, place)
        self.before, self.after = ChoiceField(), ChoiceField()
        self._choose(self.before, facts[place - 1].id)
        self._choose(self.after, facts[place].id)
        self._pair = (facts[place - 1].id, facts[place].id)
        self._net = QLabel()
        self._net.setTextFormat(Qt.TextFormat.PlainText)
        set_type(self._net, Type.HEADING)
        self._causes = QLabel()
        self._causes.setTextFormat(Qt.TextFormat.PlainText)
        self._causes.setWordWrap(True)
        self._causes.setProperty("tone", "soft")
        self._causes.setAccessibleName(_("Causes of the difference"))
        filters = (ListFilter(_CHANGED, lambda: _("What changed")), ListFilter(_ALL, lambda: _("All lines")))
        self.list = ListView(columns(), self._fetch(), lambda amount, unit: f"{amount} {unit}", filters)
        self.list.refused.connect(frame.refuse)
        self.list.crashed.connect(frame.session.crashed)
        self.said.connect(self._say)
        self.before.value_chosen.connect(lambda _value: self._again())
        self.after.value_chosen.connect(lambda _value: self._again())
        self._lay_out()
        self.list.begin("", empty=_nothing)

    def heading(self) -> Heading:
        """Return the quote's number, with the way back to it."""
        trail = ((_("Quotes"), "quotes"), (self._number, Ref("quote", self._facts[-1].id)))
        return Heading(_("Revisions"), trail=trail)

    def entered(self) -> None:
        """Put the focus on the choice of revisions."""
        self.before.setFocus()

    def _choose(self, field: ChoiceField, chosen: UUID) -> None:
        choices = [
            Choice(str(one.id), f"{_('Revision {n}').format(n=one.revision)} · {state_word(one.state)}")
            for one in self._facts
        ]
        field.show_choices(choices, str(chosen))

    def _say(self, net: str, causes: str) -> None:
        self._net.setText(net)
        self._causes.setText(causes)
        self._causes.setVisible(bool(causes))

    def _again(self) -> None:
        self._pair = (UUID(self.before.value), UUID(self.after.value))
        self.list.reload()

    def _fetch(self) -> Fetch:
        """Return what compares the chosen revisions, on a reader thread."""
        reading, formats = self.frame.session.file.reading, self._formats

        def fetch(request: ListRequest) -> ListPage:
            first, second = self._pair
            with reading() as unit:
                found = _compare(unit, first, second, formats)
            self.said.emit(found.net, found.causes)
            wanted = request.text.casefold().split()
            rows = [
                _row(line)
                for line in found.lines
                if (line.moved or request.view != _CHANGED)
                and all(word in line.name.casefold() for word in wanted)
            ]
            return ListPage(tuple(rows))

        return fetch

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for body in (labelled(lambda: _("Before"), self.before), labelled(lambda: _("After"), self.after)):
            body.setFixedWidth(_WIDTH)
            row.addWidget(body)
        row.addStretch(1)
        row.addWidget(self._net, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        column.setSpacing(Space.L)
        column.addLayout(row)
        column.addWidget(self._causes)
        column.addWidget(self.list, 1)


def _compare(unit: Unit, first: UUID, second: UUID, formats: Formats) -> Compared:
    before, after = priced(unit, quote_id=first), priced(unit, quote_id=second)
    return compared(before, after, formats, causes(unit, before.priced, after.priced))


def _row(line: ComparedLine) -> ListRow:
    return ListRow(line.id, (line.name, line.before, line.after, line.change, line.cause or ""))


def _nothing() -> Empty:
    return Empty(
        "git-compare-arrows", _("Nothing changed"), _("Both revisions offer the same at the same price.")
    )
