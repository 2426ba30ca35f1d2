"""An open quote in the real window: what tests of the quote's screens ask and do."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.kernel.changes import Ref
from app.pricing.document import price
from app.pricing.result import PricedDocument
from app.quotes.editing import change_line
from app.quotes.lines import QuoteLine
from app.quotes.pricing_request import Circumstances, pricing_request
from app.quotes.quote import Quote
from app.services.quote_editor import opened
from app.services.quote_files import new_line
from app.store.store import Store
from tests.support.pricing import DOMESTIC, rules
from tests.support.ui_company import a_company_file
from ui.quotes.presenter import QuotePresenter
from ui.shell.session import Session


def open_quote(window, quote: Quote, qtbot):
    """Open a quote's page and wait until it is read; returns its editor."""
    window.open(Ref("quote", quote.id))
    return opened_editor(window, qtbot)


def opened_editor(window, qtbot):
    """Wait until the page in front has read its quote; returns its editor."""
    qtbot.wait_until(lambda: getattr(window.page, "editor", None) is not None, timeout=10_000)
    editor = window.page.editor
    settled(editor, qtbot)
    return editor


def settled(editor, qtbot) -> None:
    """Wait until every price is known."""
    qtbot.wait_until(lambda: not editor.presenter.shown.pending, timeout=10_000)


def saved(editor, qtbot) -> None:
    """Wait until everything is in the file."""
    qtbot.wait_until(lambda: editor.presenter.saving.is_clean, timeout=10_000)


def stored(store: Store, quote_id: UUID) -> Quote:
    """Return the quote as the file has it."""
    with store.reading() as unit:
        return unit.quotes.get(quote_id)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(focused(), key, modifier)


def type_text(text: str) -> None:
    """Type wherever the focus is: the first letter may open an editor, which gets the rest."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def focused() -> QWidget:
    """Return the widget with the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def cell(editor, line: int, column: str) -> str:
    """Return what a cell of the grid shows."""
    model = editor.lines.grid.grid_model
    return model.text(line, model.column(column))


def type_into_cell(editor, line: int, column: str, text: str) -> None:
    """Open a cell, replace its text and press Return."""
    grid = editor.lines.grid
    grid.go_to(grid.grid_model.key(line), column)
    press(Qt.Key.Key_F2)
    focused().selectAll()
    type_text(text)
    press(Qt.Key.Key_Return)


def a_presenter(store: Store, quote: Quote) -> QuotePresenter:
    """Return the presenter of a stored quote, without a window."""
    session = Session(a_company_file(store))
    with store.reading() as unit:
        found = opened(unit, quote_id=quote.id)
    presenter = QuotePresenter(session, found)
    session.setParent(presenter)
    return presenter


def quantity(presenter: QuotePresenter, line: int, number: str, key: object = None) -> None:
    """Change the quantity of a line, counted from 0."""
    line_id = presenter.quote.lines[line].id
    presenter.apply(
        "Change quantity",
        lambda quote: change_line(quote, line_id, lambda one: replace(one, quantity=Decimal(number))),
        key,
    )


def a_product_line(store: Store, number: int, sku: str, **facts) -> QuoteLine:
    """Return a line of a product that is in the catalog."""
    with store.reading() as unit:
        line = new_line(unit.products.by_sku(sku), line_id=UUID(int=number), language="de")
    return replace(line, **facts)


def priced_by(quote: Quote, *things) -> PricedDocument:
    """Return a quote's prices by these catalog values, sold at home in Germany."""
    circumstances = Circumstances("C1", DOMESTIC, quote.currency)
    asked = replace(quote, price_book=quote.price_book or "LIST")
    return price(pricing_request(asked, circumstances), rules(*things))
