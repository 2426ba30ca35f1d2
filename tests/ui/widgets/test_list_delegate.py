import pytest

from tests.support.ui_lists import COLUMNS, Invoices, write_amount
from ui.kit.theme import tokens
from ui.widgets.list_view import ListView


@pytest.fixture
def shown(qtbot) -> ListView:
    shown = ListView(COLUMNS, Invoices(10).fetch, write_amount)
    qtbot.addWidget(shown)
    shown.resize(800, 400)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    with qtbot.waitSignal(shown.model.loaded):
        shown.begin("number")
    return shown


def colours(view: ListView, row: int, column: int) -> set[str]:
    rect = view.table.visualRect(view.model.index(row, column))
    image = view.table.viewport().grab(rect).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_state_is_painted_as_a_chip(shown):
    assert tokens().good_fill in colours(shown, 0, 2)
    assert tokens().bad_fill in colours(shown, 4, 2)


def test_a_chosen_row_is_filled(shown):
    shown.table.selectRow(1)

    assert tokens().selected in colours(shown, 1, 1)
    assert tokens().selected not in colours(shown, 2, 1)


def test_u38_the_row_with_the_keyboard_is_marked(shown):
    shown.table.setFocus()
    shown.table.selectRow(1)

    assert tokens().accent in colours(shown, 1, 0)
    assert tokens().accent not in colours(shown, 1, 1)
