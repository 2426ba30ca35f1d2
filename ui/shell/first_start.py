"""The first start: at most three pages, and only the company's name must be given (U31)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.i18n.translations import gettext as _
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space

_WIDTH = 460
_LONGEST_NAME = 200
_LOGO = QSize(240, 96)


class CountryChoice(NamedTuple):
    """A country and what follows from it.

    Attributes:
        code: ISO 3166 code.
        name: In the window's language.
        currency: ISO 4217 code.
        taxes: In words: "VAT 19 % and 7 %".
        number_pattern: How invoices are numbered: ``INV-{year}-{seq:05}``.
    """

    code: str
    name: str
    currency: str
    taxes: str
    number_pattern: str


class FirstChoices(NamedTuple):
    """What was chosen; everything but the name has a default."""

    company: str
    country: str
    currency: str
    number_pattern: str
    logo: Path | None


class FirstStart(QWidget):
    """The pages: company; country with currency, taxes and numbers; logo.

    Signals:
        chosen: The `FirstChoices`.
        sample_wanted: The person wants the sample company instead.
        file_wanted: The person has a file already.
    """

    chosen = Signal(object)
    sample_wanted = Signal()
    file_wanted = Signal()

    def __init__(
        self, countries: Sequence[CountryChoice], home: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the pages.

        Args:
            countries: In the order shown.
            home: Code of the country to start with.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._countries = tuple(countries)
        self._logo: Path | None = None
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.textChanged.connect(self._check)
        self.country = QComboBox()
        self.country.setMaxVisibleItems(14)
        for choice in self._countries:
            self.country.addItem(choice.name, choice.code)
        self.country.currentIndexChanged.connect(self._country_chosen)
        self.currency = QLineEdit()
        self.currency.setMaxLength(3)
        self.taxes = _text(Type.BODY, "soft")
        self.pattern = QLineEdit()
        self.logo_picture = QLabel()
        self._choose_logo = QPushButton()
        self._choose_logo.clicked.connect(self._ask_logo)
        self._labels = {key: QLabel() for key in ("name", "country", "currency", "taxes", "pattern")}
        self._titles = [_text(Type.TITLE) for _page in range(3)]
        self._texts = [_text(Type.BODY, "soft") for _page in range(3)]
        self.pages = QStackedWidget()
        for at, body in enumerate((self._company_page(), self._country_page(), self._logo_page())):
            self.pages.addWidget(self._page(at, body))
        self._step = _text(Type.CAPTION, "faint")
        self.back = self._button("quiet", lambda: self._go(-1))
        self.skip = self._button("quiet", self.finish)
        self.next = self._button("primary", lambda: self._go(1))
        self.sample = self._button("link", self.sample_wanted.emit)
        self.existing = self._button("link", self.file_wanted.emit)
        self._lay_out()
        codes = [choice.code for choice in self._countries]
        self.country.setCurrentIndex(codes.index(home) if home in codes else 0)
        self._country_chosen()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        titles = (_("Your company"), _("Where you are"), _("Your logo"))
        texts = (
            _("Its name stands on every quote and invoice. Everything else can wait."),
            _("Currency, taxes and numbers follow from the country. All of it can be changed later."),
            _("It stands at the top of your papers. You can add it later in Settings."),
        )
        for label, text in zip((*self._titles, *self._texts), (*titles, *texts), strict=True):
            label.setText(text)
        fields = {
            "name": (_("&Name"), self.name),
            "country": (_("&Country"), self.country),
            "currency": (_("C&urrency"), self.currency),
            "taxes": (_("Taxes"), self.taxes),
            "pattern": (_("&Invoice numbers"), self.pattern),
        }
        for key, (text, field) in fields.items():
            self._labels[key].setText(text)
            self._labels[key].setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
        self.back.setText(_("&Back"))
        self.skip.setText(_("&Skip the rest"))
        self._choose_logo.setText(_("Choose a &picture"))
        self.sample.setText(_("Look around with a sample company"))
        self.existing.setText(_("Open a file I have"))
        self._show_step()

    def finish(self) -> None:
        """Hand over what was chosen so far."""
        if self._company_name:
            self.chosen.emit(
                FirstChoices(
                    self._company_name,
                    str(self.country.currentData() or ""),
                    self.currency.text().strip().upper(),
                    self.pattern.text().strip(),
                    self._logo,
                )
            )

    def use_logo(self, file: Path) -> bool:
        """Take a picture as logo; tell whether it is one."""
        picture = QPixmap(str(file))
        if picture.isNull():
            self.logo_picture.setText(_("This file is no picture. Choose a PNG, JPEG or SVG file."))
            return False
        self._logo = file
        keep = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        self.logo_picture.setPixmap(picture.scaled(_LOGO, keep, smooth))
        return True

    @property
    def _company_name(self) -> str:
        return " ".join(self.name.text().split())

    def _go(self, by: int) -> None:
        at = self.pages.currentIndex() + by
        if at >= self.pages.count():
            self.finish()
            return
        self.pages.setCurrentIndex(at)
        self._show_step()
        first = (self.name, self.country, self._choose_logo)[at]
        first.setFocus()

    def _check(self) -> None:
        self.next.setEnabled(bool(self._company_name))
        self.skip.setEnabled(bool(self._company_name))

    def _show_step(self) -> None:
        at, last = self.pages.currentIndex(), self.pages.count() - 1
        self._step.setText(_("Step {n} of {count}").format(n=at + 1, count=last + 1))
        self.back.setVisible(at > 0)
        self.skip.setVisible(at < last)
        self.next.setText(_("&Create the company") if at == last else _("Co&ntinue"))
        self.next.setDefault(True)
        for link in (self.sample, self.existing):
            link.setVisible(at == 0)
        self._check()

    def _country_chosen(self) -> None:
        at = self.country.currentIndex()
        if 0 <= at < len(self._countries):
            choice = self._countries[at]
            self.currency.setText(choice.currency)
            self.taxes.setText(choice.taxes)
            self.pattern.setText(choice.number_pattern)

    def _ask_logo(self) -> None:
        file, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a picture"), "", _("Pictures (*.png *.jpg *.jpeg *.svg)")
        )
        if file:
            self.use_logo(Path(file))

    def _company_page(self) -> QWidget:
        self.name.returnPressed.connect(lambda: self._go(1) if self._company_name else None)
        return self._form((("name", self.name),))

    def _country_page(self) -> QWidget:
        rows = (
            ("country", self.country),
            ("currency", self.currency),
            ("taxes", self.taxes),
            ("pattern", self.pattern),
        )
        return self._form(rows)

    def _logo_page(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        self.logo_picture.setMinimumHeight(_LOGO.height())
        self.logo_picture.setTextFormat(Qt.TextFormat.PlainText)
        self.logo_picture.setWordWrap(True)
        column.addWidget(self._choose_logo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.logo_picture)
        return body

    def _form(self, rows: Sequence[tuple[str, QWidget]]) -> QWidget:
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(Space.M)
        form.setHorizontalSpacing(Space.L)
        for key, field in rows:
            form.addRow(self._labels[key], field)
        return body

    def _page(self, at: int, body: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._titles[at])
        column.addWidget(self._texts[at])
        column.addSpacing(Space.L)
        column.addWidget(body)
        column.addStretch(1)
        return page

    def _button(self, kind: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", kind)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.next)
        card = QWidget()
        card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setSpacing(Space.L)
        column.addWidget(self._step)
        column.addWidget(self.pages)
        column.addLayout(buttons)
        links = QHBoxLayout()
        links.addWidget(self.sample)
        links.addStretch(1)
        links.addWidget(self.existing)
        column.addLayout(links)
        self.pages.setMinimumHeight(280)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)


def _text(role: Type, tone: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    set_type(label, role)
    return label
