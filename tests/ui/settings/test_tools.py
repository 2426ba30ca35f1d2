from pathlib import Path

import pytest

from tests.support.deals import accepted
from tests.support.ui_company import a_company_file
from ui.settings.tools import ToolsBox
from ui.shell.session import Session


@pytest.fixture
def tools(store, qtbot):
    box = ToolsBox(Session(a_company_file(store)))
    qtbot.add_widget(box)
    return box


def test_a_backup_is_made_and_its_place_is_said(tools, store, qtbot):
    tools.backup_button.click()
    assert not tools.check_button.isEnabled()
    qtbot.wait_until(tools.backup_button.isEnabled)

    folder = next(Path(store.name).parent.glob("*-backups"))
    (made,) = folder.iterdir()
    assert str(made) in tools.result.text()


def test_a_file_in_order_says_how_much_was_checked(tools, store, qtbot):
    accepted(store, ("A-1", "1"))

    tools.check_button.click()
    qtbot.wait_until(tools.check_button.isEnabled)

    assert tools.result.text().endswith("checks, all in order")
    assert tools.findings.findings == ()


def test_what_a_check_found_is_listed(tools, store, qtbot):
    accepted(store, ("A-1", "1"))
    with store.place.write() as transaction:
        transaction.rows("DELETE FROM search_entry WHERE scope = 'product'")

    tools.check_button.click()
    qtbot.wait_until(tools.check_button.isEnabled)

    assert tools.findings.findings
    assert "found something" in tools.result.text()


def test_a_second_press_starts_nothing_while_one_runs(tools, qtbot):
    tools.check()
    running = tools._running
    tools.back_up()

    assert tools._running is running
    qtbot.wait_until(tools.check_button.isEnabled)
