"""The page of one product: what it is on the left, its prices and rules on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from ui.catalog.form import ProductForm
from ui.catalog.presenter import Asked, ProductPresenter
from ui.catalog.prices import PriceLine, price_lines, rule_words
from ui.kit.actions import ActionSpec
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.shell.page import Frame, Heading, Page

if TYPE_CHECKING:
    from app.catalog.product import Product
    from app.kernel.changes import Changes

SAVE, BIN = "product.save", "product.bin"
_FORM_WIDTH = 460


class ProductPage(Page):
    """Everything about one product."""

    def __init__(self, frame: Frame, product_id: UUID | None) -> None:
        super().__init__(frame)
        self.presenter = ProductPresenter(frame.session, product_id, self)
        self.form = ProductForm(frame.session.formats)
        self.form.edited.connect(frame.session.unsaved)
        self.refusal = _label("", "bad")
        self.refusal.hide()
        self._right = QVBoxLayout()
        self._right.setSpacing(Space.S)
        self._lay_out()
        self.presenter.shown.connect(self.form.show_typed)
        self.presenter.shown.connect(lambda _typed: self.heading_changed.emit())
        self.presenter.facts.connect(self._show_facts)
        self.presenter.saved.connect(self._saved)
        self.presenter.binned.connect(self._binned)
        self.presenter.refused.connect(self._refused)
        self.presenter.ask()

    def heading(self) -> Heading:
        """Return what the header shows."""
        product = self.presenter.product
        trail = ((_("Catalog"), "catalog"),)
        if product is None:
            return Heading(_("New product"), primary=SAVE, trail=trail)
        return Heading(product.sku, note=self.form.typed().name, primary=SAVE, trail=trail)

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return Save and Bin."""
        return (
            ActionSpec(SAVE, lambda: _("&Save"), self.save, "Ctrl+S", "save", blocked=self._why_not_save),
            ActionSpec(
                BIN,
                lambda: _("Put in the &bin"),
                self.presenter.put_in_bin,
                "",
                "trash-2",
                blocked=self._why_not_bin,
            ),
        )

    def entered(self) -> None:
        """Begin with the SKU of a new product."""
        if self.presenter.product_id is None:
            self.form.focus_first()

    def refresh(self, changes: Changes) -> None:
        """Ask again where a product was written."""
        self.presenter.refresh(changes)

    def save(self) -> None:
        """Keep what was typed."""
        self.refusal.hide()
        self.presenter.save(self.form.typed())

    def ready_to_close(self) -> bool:
        """Keep what was typed before the page goes; a new product without a name is let go."""
        if self.form.is_changed and not self._why_not_save():
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
        row.addLayout(self._right, 1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(_("Product"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _show_facts(self, found: Asked) -> None:
        session = self.frame.session
        while (item := self._right.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        lines = price_lines(found.page, session.today(), session.formats)
        self._right.addWidget(_title(_("Prices")))
        self._right.addWidget(_price_table(lines) if lines else _label(_("No price yet."), "soft"))
        rules = rule_words(found.page, found.language)
        self._right.addSpacing(Space.L)
        self._right.addWidget(_title(_("Schedules, offers and agreed prices")))
        for words in rules or (_("No rule names this product."),):
            self._right.addWidget(_label(words, "" if rules else "soft"))
        self._right.addStretch(1)
        self.heading_changed.emit()

    def _saved(self, product: Product) -> None:
        self.frame.notify(_("{sku} is saved.").format(sku=product.sku))

    def _binned(self) -> None:
        sku = self.presenter.product.sku if self.presenter.product else ""
        self.frame.notify(_("{sku} is in the bin.").format(sku=sku), self.presenter.restore)
        self.frame.close_page(self)

    def _refused(self, refusal: AppError) -> None:
        self.refusal.setText(sentence(refusal))
        self.refusal.show()

    def _why_not_save(self) -> str:
        typed = self.form.typed()
        named = typed.name.strip() and typed.sku.strip()
        return "" if named else _("A product needs an SKU and a name.")

    def _why_not_bin(self) -> str:
        return "" if self.presenter.product_id else _("The product is not saved yet.")


def _price_table(lines: tuple[PriceLine, ...]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(2, 1)
    for row, line in enumerate(lines):
        price = _label(line.price)
        set_type(price, Type.NUMBER_STRONG if line.now else Type.NUMBER)
        price.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(_label(line.book, "" if line.now else "soft"), row, 0)
        grid.addWidget(price, row, 1)
        grid.addWidget(_label(line.days, "soft"), row, 2)
    return table


def _title(text: str) -> QLabel:
    title = _label(text)
    set_type(title, Type.HEADING)
    return title


def _label(text: str, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(tone == "bad")
    if tone:
        label.setProperty("tone", tone)
    return label
