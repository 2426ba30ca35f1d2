"""The settings: the company on the left, the file and the window on the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.i18n.translations import languages
from app.kernel.countries import COUNTRIES
from ui.kit.actions import ActionSpec
from ui.kit.tokens import Space
from ui.settings.form import SettingsForm
from ui.settings.logo import LogoBox
from ui.settings.look import LookBox
from ui.settings.presenter import SettingsPresenter
from ui.settings.rates import RatesBox
from ui.settings.tools import ToolsBox, heading
from ui.settings.words import Offered, groups, label_of
from ui.shell.page import Frame, Heading, Page

if TYPE_CHECKING:
    from app.kernel.changes import Changes
    from app.kernel.errors import AppError
    from app.services.exchange_rates import EnteredRate

SAVE = "settings.save"
_FORM_WIDTH = 560
_SIDE_WIDTH = 280
_PAPERS = 2


class SettingsPage(Page):
    """Everything that is set for the company, and the tools for its file."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.presenter = SettingsPresenter(frame.session, self)
        self.form = SettingsForm(groups(self._offered()))
        self.form.edited.connect(self._edited)
        self.logo = LogoBox()
        self.logo.chosen.connect(self.use_logo)
        self.logo.removed.connect(self._remove_logo)
        self.form.add_below(_PAPERS, self.logo)
        self.rates = RatesBox(frame.session)
        self.rates.added.connect(self._rate_added)
        self.form.add_tab(_("Exchange rates"), self.rates)
        self.refusal = QLabel()
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.refusal.setProperty("tone", "bad")
        self.refusal.hide()
        self.tools = ToolsBox(frame.session)
        self.tools.import_wanted.connect(self._import)
        self.tools.refused.connect(frame.refuse)
        self.look = LookBox(frame.theme)
        self._lay_out()
        self.presenter.shown.connect(self._show)
        self.presenter.saved.connect(self._saved)
        self.presenter.logo_changed.connect(self._logo_changed)
        self.presenter.refused.connect(self._refused)
        self.presenter.ask()

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading(_("Settings"), primary=SAVE)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Save."""
        save = ActionSpec(SAVE, lambda: _("&Save"), self.save, "Ctrl+S", "save", blocked=self._why_not_save)
        return (save,)

    def entered(self) -> None:
        """Put the focus where reading begins."""
        self.form.tabs.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Ask again where the company was written."""
        self.presenter.refresh(changes)
        self.rates.refresh(changes)

    def save(self) -> None:
        """Keep what was typed."""
        self.refusal.hide()
        self.presenter.save(self.form.changes())

    def use_logo(self, file: Path) -> None:
        """Put the picture in a file on the papers to come."""
        self.refusal.hide()
        try:
            content = file.read_bytes()
        except OSError as error:
            self._say(_("“{file}” cannot be read: {reason}.").format(file=file.name, reason=error.strerror))
            return
        self.presenter.set_logo(content or b"-")  # an empty file is no picture, and takes no logo off

    def holds_unsaved(self) -> bool:
        """Tell whether something was typed that is not saved."""
        return bool(self.form.changes())

    def ready_to_close(self) -> bool:
        """Keep what was typed before the page goes."""
        if self.form.changes():
            self.save()
            return False
        return True

    def _offered(self) -> Offered:
        from ui.quotes.languages import language_name

        formats = self.frame.session.formats
        countries = sorted(((code, formats.country(code)) for code in COUNTRIES), key=lambda pair: pair[1])
        return Offered(tuple(countries), tuple((code, language_name(code)) for code in languages()))

    def _lay_out(self) -> None:
        left = QWidget()
        left.setMaximumWidth(_FORM_WIDTH)
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(Space.M)
        words.addWidget(self.refusal)
        words.addWidget(self.form)
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, Space.S, 0, 0)
        right.setSpacing(Space.M)
        for each in (heading(_("The file")), self.tools, heading(_("This window")), self.look):
            right.addWidget(each)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(Space.XL, Space.S, Space.XL, Space.L)
        row.setSpacing(Space.XL * 2)
        row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(_("Settings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _show(self, texts: dict[str, str], logo: bytes) -> None:
        self.form.show_texts(texts)
        self.logo.show_picture(logo)
        self.heading_changed.emit()

    def _edited(self) -> None:
        self.frame.session.unsaved()
        self.heading_changed.emit()

    def _saved(self, kept: dict[str, str]) -> None:
        self.form.settle(kept)
        self.heading_changed.emit()
        self.frame.notify(_("The settings are saved."))

    def _rate_added(self, one: EnteredRate) -> None:
        self.frame.notify(_("The rate of {currency} is kept.").format(currency=one.currency.code))

    def _logo_changed(self, logo: bytes) -> None:
        self.logo.show_picture(logo)
        self.frame.notify(
            _("The papers to come carry the new logo.") if logo else _("The logo is taken off.")
        )

    def _refused(self, name: str, refusal: AppError) -> None:
        text = sentence(refusal)
        self._say(f"{label_of(name)}: {text}" if name else text)
        self.form.focus_field(name)

    def _say(self, text: str) -> None:
        self.refusal.setText(text)
        self.refusal.show()

    def _remove_logo(self) -> None:
        self.refusal.hide()
        self.presenter.set_logo(b"")

    def _import(self) -> None:
        from ui.imports.everywhere import open_import

        open_import(self.frame)

    def _why_not_save(self) -> str:
        if self.frame.session.file.read_only:
            return self.frame.session.file.read_only
        return "" if self.form.changes() else _("Nothing was changed.")
