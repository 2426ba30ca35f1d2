import pytest
from PySide6.QtCore import Qt

from app.kernel.changes import Ref
from tests.support.deals import ACME
from tests.support.ui_company import a_window


@pytest.fixture
def page(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    window.open_section("customers")
    qtbot.wait_until(lambda: len(window.page.list.model.rows) == 2)
    return window.page


def test_shows_everybody_by_name(page):
    assert [row.cells[1] for row in page.list.model.rows] == ["Acme AG", "Bike World"]


def test_the_filter_finds_by_any_word(page, qtbot):
    page.list.filter_box.setText("berlin")
    page.list.search()

    qtbot.wait_until(lambda: [row.key for row in page.list.model.rows] == [Ref("customer", ACME)])


def test_return_opens_the_page(page, qtbot, monkeypatch):
    page.list.table.selectRow(0)

    with qtbot.wait_signal(page.list.opened) as opened:
        qtbot.keyClick(page.list.table, Qt.Key.Key_Return)

    assert opened.args == [Ref("customer", ACME)]
