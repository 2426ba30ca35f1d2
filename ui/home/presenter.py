"""Asks what the start page shows, and again whenever a document changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.home.shown import home_shown
from ui.kit.queries import Latest

if TYPE_CHECKING:
    from app.kernel.changes import Changes
    from app.services.home import Home
    from ui.shell.session import Session, Unit

WATCHED = ("quote", "contract", "invoice", "payment")


class HomePresenter(QObject):
    """The start page's facts.

    Signals:
        shown: The `HomeShown` of today.
    """

    shown = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = Latest(self)
        self._latest.arrived.connect(self._arrived)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)

    def ask(self) -> None:
        """Ask for the page on a reader thread."""
        act = self._session.file.act("")

        def overview(unit: Unit) -> Home:
            from app.services.home import overview

            return overview(unit, act)

        self._latest.ask(self._session.question(overview))

    def refresh(self, changes: Changes) -> None:
        """Ask again where a document was written."""
        if any(changes.touches(kind) for kind in WATCHED):
            self.ask()

    def _arrived(self, found: Home) -> None:
        self.shown.emit(home_shown(found, self._session.today(), self._session.formats))
