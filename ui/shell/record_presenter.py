"""One record of master data: asked for, kept by a command, put in the bin and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ui.kit.queries import Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.access.act import Act
    from app.kernel.changes import Changes
    from ui.shell.session import Session, Unit

Typed = TypeVar("Typed")
Kept = TypeVar("Kept")
Found = TypeVar("Found")


class RecordPresenter(QObject, Generic[Typed, Kept, Found]):
    """The facts of one record; derive, say what is asked, kept and moved.

    Signals:
        shown: The typed texts to put into the form.
        facts: What the page says beside the form.
        saved: The record as it is kept now.
        binned: It lies in the bin.
        refused: An `AppError` about what was typed.
    """

    shown = Signal(object)
    facts = Signal(object)
    saved = Signal(object)
    binned = Signal()
    refused = Signal(object)

    kinds: tuple[str, ...] = ()
    """Kinds of records shown: where one is written the page asks again."""

    def __init__(self, session: Session, record_id: UUID | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.record_id = record_id
        self.record: Kept | None = None
        self._latest = Latest(self)
        self._latest.arrived.connect(self.arrived)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)

    # Qt's metaclass leaves no room for abstract methods: what a noun must say raises until it does.

    def blank(self) -> Typed:
        """Return the texts of a record that is not kept yet."""
        raise NotImplementedError

    def question(self, record_id: UUID) -> Callable[[Unit], Found]:
        """Return what a reader thread asks about the record."""
        raise NotImplementedError

    def arrived(self, found: Found) -> None:
        """Take the answer: remember the record, emit `shown` where it is another, and `facts`."""
        raise NotImplementedError

    def move(self, uow: Unit, act: Act, record_id: UUID, *, binned: bool) -> None:
        """Put the record in the bin or bring it back, inside a command."""
        raise NotImplementedError

    def save(self, typed: Typed) -> None:
        """Keep what was typed."""
        raise NotImplementedError

    def ask(self) -> None:
        """Ask for the record and what is said beside it; a new one begins with empty boxes."""
        if self.record_id is None:
            self.shown.emit(self.blank())
        else:
            self._latest.ask(self._session.question(self.question(self.record_id)))

    def refresh(self, changes: Changes) -> None:
        """Ask again where something the page shows was written."""
        if self.record_id is not None and any(changes.touches(kind) for kind in self.kinds):
            self.ask()

    def put_in_bin(self) -> None:
        """Take the record out of lists and searches; documents keep what they say."""
        self._bin(binned=True)

    def restore(self) -> None:
        """Bring it back."""
        self._bin(binned=False)

    def _bin(self, *, binned: bool) -> None:
        wanted = self.record_id
        if wanted is None:
            return

        def moved(uow: Unit, act: Act) -> bool:
            self.move(uow, act, wanted, binned=binned)
            return binned

        self._session.run(moved, self._moved, self.refused.emit)

    def _moved(self, binned: bool) -> None:
        if binned:
            self.binned.emit()
