"""A company file in memory and pages as small as possible, for tests of the window."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.kernel.changes import Changes, Ref
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Tone
from ui.kit.undo import EditedDocument
from ui.shell.page import Heading, Page, Rooms, Section
from ui.shell.session import CompanyFile, Session
from ui.widgets.hits import Answer, Hit
from ui.widgets.state_chip import Chip

QUOTE = Ref("quote", UUID(int=7))
SECTIONS = (
    ("home", "&Home", "house"),
    ("quotes", "&Quotes", "file-text"),
    ("contracts", "&Contracts", "scroll-text"),
    ("invoices", "&Invoices", "receipt-text"),
    ("payments", "&Payments", "wallet"),
    ("customers", "C&ustomers", "users"),
    ("catalog", "Ca&talog", "package"),
    ("settings", "&Settings", "settings"),
)


@dataclass(frozen=True)
class FakeAct:
    key: str = ""
    today: date = date(2026, 3, 3)
    at: datetime = datetime(2026, 3, 3, 12, tzinfo=UTC)


@dataclass
class Unit:
    act: object
    changes: Changes = field(default_factory=lambda: Changes(frozenset({QUOTE})))


class MemoryFile:
    """Remembers the acts that were committed."""

    def __init__(self) -> None:
        self.committed: list[object] = []
        self.asked = 0

    @contextmanager
    def writing(self, act):
        yield Unit(act)
        self.committed.append(act)

    @contextmanager
    def reading(self):
        self.asked += 1
        yield self

    def company_file(self, **more) -> CompanyFile:
        return CompanyFile(
            Path("acme.quotewright"), "Acme Tools", self.writing, self.reading, FakeAct, **more
        )


def a_session() -> Session:
    return Session(MemoryFile().company_file())


class AList(Page):
    """A section's page with one field and one primary action."""

    def __init__(self, frame, name: str) -> None:
        super().__init__(frame)
        self.name = name
        self.done: list[str] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addStretch(1)

    def heading(self) -> Heading:
        return Heading(self.name, note="12 open", primary=f"{self.name}.new")

    def page_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(f"{self.name}.new", lambda: "&New", lambda: self.done.append("new"), "Ctrl+N", "plus"),
        )

    def entered(self) -> None:
        self.field.setFocus()

    def refresh(self, changes: Changes) -> None:
        self.done.append("refreshed")


class ADocument(Page):
    """A document's page with an undo stack; it closes when it is saved."""

    def __init__(self, frame, ref: Ref) -> None:
        super().__init__(frame)
        self.ref = ref
        self.saved = True
        self.unsaved = False
        self.left_times = 0
        self.document: EditedDocument[str] = EditedDocument("", lambda _text: None)
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addStretch(1)

    def heading(self) -> Heading:
        chip = Chip("Draft", Tone.NEUTRAL, "file-pen")
        return Heading("Q-2026-0007", chip, "Acme AG", trail=(("Quotes", "quotes"),))

    def undo_stack(self) -> QUndoStack:
        return self.document.stack

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (("F2", "Edit the cell"),)

    def left(self) -> None:
        self.left_times += 1

    def holds_unsaved(self) -> bool:
        return self.unsaved

    def ready_to_close(self) -> bool:
        return self.saved


def find(_uow: object, text: str) -> Answer:
    everything = (
        Hit(QUOTE, "Q-2026-0007", "Acme AG", "1,199.91", "file-text", "Documents"),
        Hit(Ref("customer", UUID(int=8)), "Acme AG", "Berlin", "", "users", "Customers"),
        Hit(Ref("product", UUID(int=9)), "Anvil", "A-1", "100.00", "package", "Products"),
    )
    return Answer(tuple(hit for hit in everything if text.casefold() in f"{hit.title} {hit.note}".casefold()))


def some_rooms() -> Rooms:
    def section(id: str, text: str, icon: str) -> Section:
        return Section(id, lambda: text, icon, lambda frame: AList(frame, id))

    return Rooms(
        tuple(section(*entry) for entry in SECTIONS),
        {"quote": ADocument},
        find=find,
    )
