"""A window on a store with deals in it, on any day, and what a person does there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.billing.invoice import Invoice
from app.kernel.changes import Ref
from app.payments.payment import Payment
from app.services import billing, payments
from app.services.payments import Booking
from app.store.store import Store
from tests.support.billing import euros
from tests.support.deals import ACME, accepted
from tests.support.stores import TODAY, an_act
from tests.support.ui_company import a_company_file
from ui.kit.settings import WindowSettings
from ui.kit.theme import Theme
from ui.kit.work import wait_for_all
from ui.rooms import all_rooms
from ui.shell.main_window import MainWindow
from ui.shell.page import Page
from ui.shell.session import Session


def an_invoice(store: Store, *sold: tuple[str, str], **facts) -> Invoice:
    """Return an invoice over a contract for these SKUs and quantities, due in 30 days."""
    contract = accepted(store, *(sold or (("A-1", "1"),)), **facts)
    with store.writing(an_act()) as uow:
        return billing.issue(uow, an_act(), contract_id=contract.id)


def a_booked(store: Store, amount: str, **facts) -> Payment:
    """Return a payment of Acme, booked today."""
    with store.writing(an_act()) as uow:
        return payments.book(uow, an_act(), booking=Booking(ACME, euros(amount), TODAY, **facts))


class Desk:
    """The window, shown; the company's day can be moved on."""

    def __init__(self, store: Store, folder: Path, qtbot) -> None:
        self.qtbot = qtbot
        self.today: date = TODAY
        file = replace(a_company_file(store), act=lambda key="": an_act(day=self.today, key=key))
        theme = Theme(QApplication.instance())
        self.window = MainWindow(all_rooms(), theme, WindowSettings(folder / "window.ini"))
        qtbot.add_widget(self.window)
        self.session = Session(file, self.window)
        self.window.attach(self.session)
        self.window.resize(1280, 720)
        self.window.show()

    @property
    def page(self) -> Page:
        page = self.window.page
        assert page is not None
        return page

    def settle(self) -> None:
        """Wait until nothing runs any more and every answer has arrived."""
        for _ in range(6):
            wait_for_all()
            QApplication.processEvents()
            self.qtbot.wait(5)

    def open(self, kind: str, document_id) -> Page:
        """Open a document's page and wait until it shows it."""
        self.window.open(Ref(kind, document_id))
        self.settle()
        return self.page

    def section(self, id: str) -> Page:
        """Open a section and wait for its rows."""
        self.window.open_section(id)
        self.settle()
        return self.page

    def act(self, id: str) -> None:
        """Trigger an action of the page, and wait for what it does."""
        self.window.actions_of_window.find(id, self.page.scope).trigger()
        self.settle()

    def why_not(self, id: str) -> str:
        """Return why an action of the page cannot be taken now, empty when it can."""
        action = self.window.actions_of_window.find(id, self.page.scope)
        return "" if action.isEnabled() else action.toolTip()

    def confirm(self) -> None:
        """Press the button of the open dialog that does it."""
        self.page.dialog.yes.click()
        self.settle()

    def type(self, field: QWidget, text: str) -> None:
        """Type into a field and leave it."""
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        field.editingFinished.emit()
        self.settle()


def said(widget: QWidget) -> str:
    """Return every text on a widget, top to bottom."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.text())


def cells(table) -> list[list[str]]:
    """Return the texts of a fixed table's or a list's rows; chips by their word."""
    rows = table.rows.rows if hasattr(table, "rows") else table.model.rows
    return [[getattr(cell, "text", cell) for cell in row.cells] for row in rows]
