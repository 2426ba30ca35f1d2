"""The page of one record of master data: its form on the left, what is known of it on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.shell.page import Frame, Page
from ui.shell.record_presenter import Found, Kept, RecordPresenter, Typed

if TYPE_CHECKING:
    from app.kernel.changes import Changes

_FORM_WIDTH = 460
_SENTENCES = ("warn", "bad")


class RecordForm(QWidget, Generic[Typed]):
    """The boxes of a record; derive, build them, and keep in `_shown` what was put into them.

    Signals:
        edited: Something was typed or chosen.
    """

    edited = Signal()
    _shown: Typed

    # Qt's metaclass leaves no room for abstract methods: what a noun must say raises until it does.

    def show_typed(self, typed: Typed) -> None:
        """Put a record's texts into the boxes."""
        raise NotImplementedError

    def typed(self) -> Typed:
        """Return what stands in the boxes."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor where a new record begins."""
        raise NotImplementedError

    def focus_field(self, field: str) -> bool:
        """Put the cursor into the box of a refused field; tell whether it is here."""
        return False

    @property
    def is_changed(self) -> bool:
        """Test whether something differs from what was shown."""
        return self.typed() != self._shown


class RecordTexts(NamedTuple):
    """What a page calls its record.

    Attributes:
        kind: The front of its actions' ids.
        title: What the page is called where it is read aloud.
        unsaved: Why a new one cannot be put in the bin.
    """

    kind: str
    title: str
    unsaved: str


class RecordPage(Page, Generic[Typed, Kept, Found]):
    """Everything about one record; derive, say its heading, its name, what it lacks and its facts."""

    form: RecordForm[Typed]
    presenter: RecordPresenter[Typed, Kept, Found]

    # `name_of`, `lacks` and `add_facts` raise until a noun says them, as in `RecordForm`.

    def __init__(
        self,
        frame: Frame,
        texts: RecordTexts,
        form: RecordForm[Typed],
        presenter: RecordPresenter[Typed, Kept, Found],
    ) -> None:
        super().__init__(frame)
        self._texts = texts
        self.form, self.presenter = form, presenter
        presenter.setParent(self)
        form.edited.connect(frame.session.unsaved)
        self.refusal = fact("", "bad")
        self.refusal.hide()
        self.facts = QVBoxLayout()
        self._lay_out()
        presenter.shown.connect(form.show_typed)
        presenter.shown.connect(lambda _typed: self.heading_changed.emit())
        presenter.facts.connect(self._facts_arrived)
        presenter.saved.connect(self._saved)
        presenter.binned.connect(self._binned)
        presenter.refused.connect(self._refused)
        presenter.ask()

    def name_of(self, record: Kept) -> str:
        """Return what people call the record."""
        raise NotImplementedError

    def lacks(self) -> str:
        """Return why what is typed cannot be kept; empty when it can."""
        raise NotImplementedError

    def add_facts(self, found: Found) -> None:
        """Put what is known into `facts`, which is empty now."""
        raise NotImplementedError

    @property
    def save_action(self) -> str:
        """Return the id of Save."""
        return f"{self._texts.kind}.save"

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Save and Bin."""
        return (
            ActionSpec(self.save_action, lambda: _("&Save"), self.save, "Ctrl+S", "save", blocked=self.lacks),
            ActionSpec(
                f"{self._texts.kind}.bin",
                lambda: _("Put in the &bin"),
                self.presenter.put_in_bin,
                "",
                "trash-2",
                blocked=lambda: "" if self.presenter.record_id else self._texts.unsaved,
            ),
        )

    def entered(self) -> None:
        """Begin with the first box of a new record."""
        if self.presenter.record_id is None:
            self.form.focus_first()

    def refresh(self, changes: Changes) -> None:
        """Ask again where something the page shows was written."""
        self.presenter.refresh(changes)

    def save(self) -> None:
        """Keep what was typed."""
        self.refusal.hide()
        self.presenter.save(self.form.typed())

    def holds_unsaved(self) -> bool:
        """Tell whether something was typed that is not saved; before the record is here nothing was."""
        is_here = self.presenter.record is not None or self.presenter.record_id is None
        return is_here and self.form.is_changed

    def ready_to_close(self) -> bool:
        """Keep what was typed before the page goes; a record that cannot be kept is let go."""
        if self.form.is_changed and not self.lacks():
            self.save()
            return False
        return True

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(_FORM_WIDTH)
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.refusal)
        words.addWidget(self.form)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.setSpacing(Space.XL * 2)
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.facts, 1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self._texts.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _facts_arrived(self, found: Found) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.add_facts(found)
        self.facts.addStretch(1)
        self.heading_changed.emit()

    def _saved(self, record: Kept) -> None:
        self.heading_changed.emit()
        self.frame.notify(_("{name} is saved.").format(name=self.name_of(record)))

    def _binned(self) -> None:
        record = self.presenter.record
        name = "" if record is None else self.name_of(record)
        self.frame.notify(_("{name} is in the bin.").format(name=name), self.presenter.restore)
        self.frame.close_page(self)

    def _refused(self, refusal: AppError) -> None:
        self.refusal.setText(sentence(refusal))
        self.refusal.show()
        self.form.focus_field(str(refusal.params.get("field", "")))


def fact(text: str, tone: str = "") -> QLabel:
    """Return a label of plain text; a warning or a refusal may take several lines."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(tone in _SENTENCES)
    if tone:
        label.setProperty("tone", tone)
    return label
