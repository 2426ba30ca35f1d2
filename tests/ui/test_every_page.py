"""Every page of every room opens on a real file, says what it is, and can be read by a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from app.kernel.changes import Ref
from app.services import billing, payments
from app.services.payments import Booking
from app.store.store import Store
from tests.support.billing import euros
from tests.support.deals import ACME, a_draft, accepted, sent, stocked
from tests.support.stores import TODAY, a_store, an_act
from tests.support.ui_company import a_window
from ui.kit.language import speak

SECTIONS = ("home", "quotes", "contracts", "invoices", "payments", "customers", "catalog", "settings")
DOCUMENTS = ("draft", "sent", "contract", "invoice", "payment", "customer", "product")
NAMES = (
    "Rhine Tools",
    "Rhine Tools GmbH",
    "office.db",
    "Acme AG",
    "LIST",
    "Europe/Berlin",
)  # what the file holds, no words of ours
TYPED_OR_PRESSED = (QLineEdit, QPlainTextEdit, QComboBox, QTableView, QAbstractButton)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as opened:
        yield stocked(opened)


@pytest.fixture
def deal(store: Store) -> dict[str, Ref]:
    """One document of each kind."""
    contract = accepted(store, ("A-1", "10"), ("S-3", "1"))
    with store.writing(an_act()) as uow:
        invoice = billing.issue(uow, an_act(), contract_id=contract.id)
        payment = payments.book(uow, an_act(), booking=Booking(ACME, euros("50"), TODAY))
        product = uow.products.by_sku("A-1")
    return {
        "draft": Ref("quote", a_draft(store, ("A-1", "1")).id),
        "sent": Ref("quote", sent(store, a_draft(store, ("A-1", "1"))).id),
        "contract": Ref("contract", contract.id),
        "invoice": Ref("invoice", invoice.id),
        "payment": Ref("payment", payment.id),
        "customer": Ref("customer", ACME),
        "product": Ref("product", product.id),
    }


@pytest.fixture
def window(store, deal, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    yield window
    window.close()
    assert window.session.commands.wait()


def nameless(page: QWidget) -> list[str]:
    """Return what can be reached by Tab and says nothing to a screen reader."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for kind in TYPED_OR_PRESSED
        for widget in page.findChildren(kind)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not (widget.objectName().startswith("qt_"))
    ]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens(window, section, qtbot):
    window.open_section(section)

    qtbot.wait_until(lambda: bool(window.page and window.page.heading().title))
    assert nameless(window.page) == []


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_document_opens(window, deal, kind, qtbot):
    window.open(deal[kind])

    qtbot.wait_until(lambda: bool(window.page and window.page.heading().title))
    assert nameless(window.page) == []


def said(widget: QWidget) -> list[str]:
    """Return the words of a widget that are the program's own: what is typed or stored is not among them."""
    texts = [widget.toolTip(), widget.accessibleName()]
    if isinstance(widget, QLabel | QAbstractButton):
        texts.append(widget.text())
    elif isinstance(widget, QGroupBox):
        texts.append(widget.title())
    elif isinstance(widget, QLineEdit):
        texts.append(widget.placeholderText())
    elif isinstance(widget, QTabBar):
        texts += [widget.tabText(at) for at in range(widget.count())]
    elif isinstance(widget, QTableView):
        model = widget.model()
        heads = range(model.columnCount())
        texts += [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in heads]
    return texts


def untranslated(window: QWidget) -> list[str]:
    """Return what is seen and is not in the pseudo-language; numbers, days and names of the file are data."""
    return [
        f"{type(widget).__name__}: {text}"
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window) and not isinstance(widget.parent(), QTabBar)
        for text in said(widget)
        if any(sign.isalpha() for sign in text)
        and not any(sign.isdigit() for sign in text)
        and "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}" not in text
        and text not in (*NAMES, "Ctrl+K")
    ]


@pytest.fixture
def _english_afterwards():
    yield
    speak("en")


@pytest.mark.usefixtures("_english_afterwards")
@pytest.mark.parametrize("place", [*SECTIONS, *DOCUMENTS])
def test_u41_an_open_page_follows_the_language(window, deal, place, qtbot):
    if place in deal:
        window.open(deal[place])
    else:
        window.open_section(place)
    qtbot.wait_until(lambda: bool(window.page and window.page.heading().title))
    key = window.navigation.current_key

    speak("xx")
    qtbot.wait_until(lambda: bool(window.page and window.page.heading().title))
    assert window.navigation.current_key == key
    qtbot.wait_until(lambda: untranslated(window) == [])
