"""The page of one product: what it is on the left, its prices and rules on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.i18n.translations import gettext as _
from ui.catalog.form import ProductForm
from ui.catalog.presenter import Asked, ProductPresenter
from ui.catalog.prices import PriceLine, price_lines, price_steps, rule_words
from ui.catalog.typed import TypedProduct
from ui.kit.fonts import Type, set_type
from ui.kit.tokens import Space
from ui.shell.page import Frame, Heading
from ui.shell.record_page import RecordPage, RecordTexts, fact
from ui.widgets.price_steps import PriceSteps

if TYPE_CHECKING:
    from app.catalog.product import Product


class ProductPage(RecordPage[TypedProduct, "Product", Asked]):
    """Everything about one product."""

    form: ProductForm
    presenter: ProductPresenter

    def __init__(self, frame: Frame, product_id: UUID | None) -> None:
        session = frame.session
        texts = RecordTexts("product", _("Product"), _("The product is not saved yet."))
        super().__init__(frame, texts, ProductForm(session.formats), ProductPresenter(session, product_id))
        self.facts.setSpacing(Space.S)

    def heading(self) -> Heading:
        """Return what the header shows."""
        product = self.presenter.record
        trail = ((_("Catalog"), "catalog"),)
        if product is None:
            return Heading(_("New product"), primary=self.save_action, trail=trail)
        return Heading(product.sku, note=self.form.typed().name, primary=self.save_action, trail=trail)

    def name_of(self, record: Product) -> str:
        """Return the SKU."""
        return record.sku

    def lacks(self) -> str:
        """Ask for an SKU and a name."""
        typed = self.form.typed()
        named = typed.name.strip() and typed.sku.strip()
        return "" if named else _("A product needs an SKU and a name.")

    def add_facts(self, found: Asked) -> None:
        """Show the prices, then the rules that name the product."""
        session = self.frame.session
        lines = price_lines(found.page, session.today(), session.formats)
        self.facts.addWidget(_title(_("Prices")))
        self.facts.addWidget(_price_table(lines) if lines else fact(_("No price yet."), "soft"))
        steps = price_steps(found.page, found.book, session.formats)
        if steps:
            chart = PriceSteps()
            chart.show_steps(steps, session.today())
            self.facts.addWidget(chart)
        rules = rule_words(found.page, found.language)
        self.facts.addSpacing(Space.L)
        self.facts.addWidget(_title(_("Schedules, offers and agreed prices")))
        for words in rules or (_("No rule names this product."),):
            self.facts.addWidget(fact(words, "" if rules else "soft"))


def _price_table(lines: tuple[PriceLine, ...]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(2, 1)
    for row, line in enumerate(lines):
        price = fact(line.price)
        set_type(price, Type.NUMBER_STRONG if line.now else Type.NUMBER)
        price.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(fact(line.book, "" if line.now else "soft"), row, 0)
        grid.addWidget(price, row, 1)
        grid.addWidget(fact(line.days, "soft"), row, 2)
    return table


def _title(text: str) -> QLabel:
    title = fact(text)
    set_type(title, Type.HEADING)
    return title
