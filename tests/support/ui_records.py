"""A record with one box, as small as possible, for tests of a record's page."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.kernel.errors import RuleViolation
from ui.shell.page import Heading
from ui.shell.record_page import RecordForm, RecordPage, RecordTexts, fact
from ui.shell.record_presenter import RecordPresenter


@dataclass(frozen=True)
class Nut:
    id: UUID
    name: str


NUT = Nut(UUID(int=9), "Nut M8")


class NutPresenter(RecordPresenter):
    """Finds one nut; keeps any name but "Bolt"."""

    kinds = ("nut",)

    def __init__(self, session, record_id) -> None:
        super().__init__(session, record_id)
        self.questions: list[UUID] = []
        self.moved: list[bool] = []

    def blank(self) -> str:
        return ""

    def question(self, record_id):
        self.questions.append(record_id)
        return lambda _unit: NUT

    def arrived(self, found) -> None:
        self.record = found
        self.shown.emit(found.name)
        self.facts.emit(found)

    def move(self, _uow, _act, _record_id, *, binned) -> None:
        self.moved.append(binned)

    def save(self, typed) -> None:
        if typed == "Bolt":
            self.refused.emit(RuleViolation(field="nut.name"))
        else:
            self.saved.emit(Nut(NUT.id, typed))


class NutForm(RecordForm):
    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.box = QLineEdit()
        self.box.setAccessibleName("Name")
        self.box.textEdited.connect(self.edited)
        QVBoxLayout(self).addWidget(self.box)

    def show_typed(self, typed) -> None:
        self._shown = typed
        self.box.setText(typed)

    def typed(self) -> str:
        return self.box.text()

    def focus_first(self) -> None:
        self.box.setFocus()


class NutPage(RecordPage):
    def __init__(self, frame, record_id) -> None:
        presenter = NutPresenter(frame.session, record_id)
        super().__init__(frame, RecordTexts("nut", "Nut", "Not saved yet."), NutForm(), presenter)

    def heading(self) -> Heading:
        return Heading("Nut", primary=self.save_action)

    def name_of(self, record) -> str:
        return record.name

    def lacks(self) -> str:
        return "" if self.form.typed() else "A nut needs a name."

    def add_facts(self, found) -> None:
        self.facts.addWidget(fact(f"{found.name} is in stock."))
