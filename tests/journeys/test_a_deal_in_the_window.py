"""A whole deal in the real window on a real file: from an empty quote to a paid invoice."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.billing.status import InvoiceStatus
from app.quotes.lifecycle import QuoteState
from app.services import billing
from app.services.verification import verify
from app.store.store import Store
from tests.support.deals import stocked
from tests.support.stores import TODAY, a_store
from tests.support.ui_company import a_window
from tests.support.ui_quotes import focused, opened_editor, press, saved, settled, stored, type_text
from ui.contracts.contract_view import ContractPage
from ui.invoices.invoice_view import InvoicePage
from ui.kit.work import wait_for_all
from ui.payments.booking_view import BookingPage
from ui.shell.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONGEST_MS = 10_000
MOST_TABS = 5


@pytest.fixture(autouse=True)
def _collect_here() -> Iterator[None]:
    """Keep Python's collector off the worker threads, as the application does (see `ui.kit.garbage`)."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as opened:
        yield stocked(opened)


@pytest.fixture
def window(store, tmp_path, qtbot) -> Iterator[MainWindow]:
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    window.resize(1280, 760)
    window.show()
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    yield window
    assert wait_for_all()
    QApplication.processEvents()


class Person:
    """Somebody at the keyboard, who waits until the window shows what comes next."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.editor = None

    def until(self, holds) -> None:
        self.qtbot.wait_until(holds, timeout=LONGEST_MS)

    def begins_a_quote(self) -> None:
        """Ctrl+Shift+Q from the home page."""
        self.window.open_section("home")
        press(Qt.Key.Key_Q, CTRL | SHIFT)
        self.editor = opened_editor(self.window, self.qtbot)

    def chooses_the_customer(self, words: str) -> None:
        """Type into the field that has the focus, and take the hit."""
        self.until(self.editor.header.customer.hasFocus)
        type_text(words)
        press(Qt.Key.Key_Return)
        self.until(lambda: self.editor.presenter.quote.customer_id is not None)
        self.until(self.editor.lines.grid.hasFocus)

    def adds(self, words: str, quantity: str) -> None:
        """Typing opens the search, Return takes the hit; then the quantity, and Return for the next line."""
        lines = len(self.editor.presenter.quote.lines)
        type_text(words)
        press(Qt.Key.Key_Return)
        self.until(lambda: len(self.editor.presenter.quote.lines) == lines + 1)
        self.until(lambda: focused().accessibleName() == "Quantity")
        type_text(quantity)
        press(Qt.Key.Key_Return)

    def saves(self) -> None:
        settled(self.editor, self.qtbot)
        press(Qt.Key.Key_S, CTRL)
        saved(self.editor, self.qtbot)

    def sends(self) -> None:
        """Ctrl+Return asks first; no mail is wanted here."""
        press(Qt.Key.Key_Return, CTRL)
        dialog = self.dialog_of(lambda: self.window.page.acts.dialog)
        dialog.mail.setChecked(False)
        press(Qt.Key.Key_Return)
        self.state_becomes(QuoteState.SENT)

    def records_the_yes(self, by: str) -> None:
        """Ctrl+Shift+Return asks who said it, and how."""
        press(Qt.Key.Key_Return, CTRL | SHIFT)
        dialog = self.dialog_of(lambda: self.window.page.acts.dialog)
        self.until(dialog.by.hasFocus)
        dialog.by.selectAll()
        type_text(by)
        press(Qt.Key.Key_Return)
        self.page_is(ContractPage)

    def issues_the_invoice(self) -> None:
        """The dialog opens on its lines; Tab leads to its buttons."""
        page = self.page_is(ContractPage)
        press(Qt.Key.Key_Return, CTRL)
        dialog = self.dialog_of(lambda: page.dialog)
        for _ in range(MOST_TABS):
            if not dialog.yes.hasFocus():
                press(Qt.Key.Key_Tab)
        assert dialog.yes.hasFocus()
        press(Qt.Key.Key_Return)
        self.page_is(InvoicePage)

    def books_the_payment(self) -> None:
        """The open amount is proposed, so that Ctrl+Return twice is all."""
        press(Qt.Key.Key_Return, CTRL)
        self.until(lambda: isinstance(self.window.page, BookingPage))
        booking = self.window.page
        self.until(lambda: not booking.presenter.why_not)
        self.until(booking.amount.hasFocus)
        press(Qt.Key.Key_Return, CTRL)
        invoice = self.page_is(InvoicePage)
        self.until(lambda: not invoice.shown.is_open)

    def dialog_of(self, ask):
        """Wait for the dialog, in front and with the focus in it; returns it."""
        self.until(lambda: ask() is not None and ask().isActiveWindow())
        self.until(lambda: ask().isAncestorOf(QApplication.focusWidget()))
        return ask()

    def state_becomes(self, state: QuoteState) -> None:
        """Wait until the page shows the quote as it became; keeps its new editor."""
        self.until(lambda: self.window.page.editor.presenter.quote.state is state)
        self.editor = opened_editor(self.window, self.qtbot)
        self.comes_back()

    def page_is(self, kind):
        """Wait until such a page is in front and filled; returns it."""
        self.until(lambda: isinstance(self.window.page, kind) and self.window.page.shown is not None)
        self.comes_back()
        return self.window.page

    def comes_back(self) -> None:
        """Be in the window again after a dialog; without a desktop nobody else brings it to the front."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.until(lambda: self.window.isAncestorOf(QApplication.focusWidget()))


def test_a_quote_becomes_a_paid_invoice_by_keyboard(window, store, qtbot):
    person = Person(window, qtbot)

    person.begins_a_quote()
    person.chooses_the_customer("acme")
    person.adds("a-1", "10")
    person.adds("b-2", "250")
    person.saves()
    quote_id = person.editor.presenter.quote.id
    assert [(line.sku, line.quantity) for line in stored(store, quote_id).lines] == [
        ("A-1", Decimal(10)),
        ("B-2", Decimal(250)),
    ]
    person.sends()
    person.records_the_yes("Anna Acme")
    person.issues_the_invoice()
    person.books_the_payment()

    assert stored(store, quote_id).state is QuoteState.ACCEPTED
    with store.reading() as unit:
        overview = billing.overview(unit, window.page.presenter.ref.id, today=TODAY)
        verdicts = verify(unit)
    assert overview.status is InvoiceStatus.PAID
    assert (str(overview.open.amount), overview.paid) == ("0.00", overview.invoice.total)
    assert overview.quote_id == quote_id
    assert [verdict.check for verdict in verdicts if not verdict.ok] == []
