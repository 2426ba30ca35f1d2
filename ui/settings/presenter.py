"""The company's settings: asked for as texts, kept in one piece, a refusal says which one it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.company import settings
from app.company.company import Company
from app.kernel.errors import AppError
from ui.kit.queries import Latest
from ui.settings.percents import as_kept, in_percents

if TYPE_CHECKING:
    from app.access.act import Act
    from app.kernel.changes import Changes
    from ui.shell.session import Session, Unit


class SettingsPresenter(QObject):
    """What is set, and the way to change it.

    Signals:
        shown: The settings by name, and the bytes of the logo; empty bytes where there is none.
        saved: The settings that are kept now, by name.
        logo_changed: The bytes of the logo from now on.
        refused: The name of the setting, empty when it is not about one, and the `AppError`.
    """

    shown = Signal(object, object)
    saved = Signal(object)
    logo_changed = Signal(object)
    refused = Signal(str, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.company: Company | None = None
        self._at = ""
        self._logo = b""
        self._kept_changes: dict[str, str] = {}
        self._latest = Latest(self)
        self._latest.arrived.connect(self._arrived)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)

    def ask(self) -> None:
        """Ask for the company and its logo."""

        def everything(unit: Unit) -> tuple[Company, bytes]:
            company = unit.company.get()
            logo = company.seller.brand.logo
            picture = unit.company.picture(logo) if logo else None
            return company, picture.content if picture else b""

        self._latest.ask(self._session.question(everything))

    def save(self, changes: Mapping[str, str]) -> None:
        """Keep what was changed, all of it or nothing."""
        before = self.company
        if before is None or not changes:
            return
        try:
            after = self._changed(before, changes)
        except AppError as refusal:
            self.refused.emit(self._at, refusal)
            return
        name = next(iter(changes)) if len(changes) == 1 else ""

        def keep(uow: Unit, act: Act) -> Company:
            from app.services import company

            return company.save(uow, act, company=after, changed=name)

        self._at = _OF_THE_FILE.get(name, "")
        self._kept_changes = dict(changes)
        self._session.run(keep, self._kept, self._refused)

    def set_logo(self, content: bytes) -> None:
        """Put a logo on the papers to come; empty content takes it off."""

        def keep(uow: Unit, act: Act) -> Company:
            from app.services import company

            return company.set_logo(uow, act, content=content)

        self._at, self._logo = "", content
        self._session.run(keep, self._logo_kept, self._refused)

    def refresh(self, changes: Changes) -> None:
        """Ask again where the company was written."""
        if changes.touches("company"):
            self.ask()

    def _changed(self, company: Company, changes: Mapping[str, str]) -> Company:
        """Return the company with every change, in the order of the settings; remember where it stopped."""
        for name in settings.SETTINGS:
            if name in changes:
                self._at = name
                text = as_kept(name, changes[name], self._session.formats)
                company = settings.changed(company, name, text)
        return company

    def _arrived(self, found: tuple[Company, bytes]) -> None:
        self.company, logo = found
        self.shown.emit(in_percents(settings.shown(self.company), self._session.formats), logo)

    def _kept(self, company: Company) -> None:
        self.company = company
        self.saved.emit(self._kept_changes)
        self.ask()

    def _logo_kept(self, company: Company) -> None:
        self.company = company
        self.logo_changed.emit(self._logo)

    def _refused(self, refusal: AppError) -> None:
        self.refused.emit(self._at, refusal)


_OF_THE_FILE = {"time_zone": "time_zone", "price_book": "price_book", "currency": "currency"}
"""Settings that only the file can judge, so that their refusal comes from there."""
