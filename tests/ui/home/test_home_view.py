import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.kernel.changes import Ref
from tests.support.deals import a_draft
from tests.support.ui_company import a_window


@pytest.fixture
def window(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    return window


def shown(window, qtbot):
    window.open_section("home")
    with qtbot.wait_signal(window.page.presenter.shown):
        window.page.presenter.ask()
    return window.page


def test_an_empty_company_is_told_how_to_begin(window, qtbot):
    page = shown(window, qtbot)

    assert page.empty.isVisibleTo(page)


def test_a_row_opens_its_document(window, store, qtbot, monkeypatch):
    draft = a_draft(store, ("A-1", "10"))
    opened = []
    monkeypatch.setattr(window, "open", opened.append)
    page = shown(window, qtbot)

    row = next(b for b in page.findChildren(QPushButton) if b.text() == draft.number)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert opened == [Ref("quote", draft.id)]


def test_every_row_says_number_customer_and_amount_to_a_screen_reader(window, store, qtbot):
    draft = a_draft(store, ("A-1", "10"))
    page = shown(window, qtbot)

    names = {button.accessibleName() for button in page.findChildren(QPushButton)}
    assert f"{draft.number}, Acme AG, €1,190.00" in names
