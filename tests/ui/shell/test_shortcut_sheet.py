from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from tests.support.ui_shell import QUOTE
from ui.shell.shortcut_sheet import ShortcutSheet


def a_sheet(qtbot, window) -> ShortcutSheet:
    sheet = ShortcutSheet(window.actions_of_window, window.page.scope, window.page.key_hints(), window)
    qtbot.addWidget(sheet)
    return sheet


def shown(sheet) -> dict[str, str]:
    rows = range(sheet.table.rowCount())
    return {sheet.table.item(row, 0).text(): sheet.table.item(row, 1).text() for row in rows}


class TestU32Sheet:
    def test_f1_opens_it(self, qtbot, window):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1)

        sheets = window.findChildren(ShortcutSheet)
        assert len(sheets) == 1
        sheets[0].close()

    def test_shows_the_actions_of_the_page_and_of_the_window(self, qtbot, window):
        window.open_section("quotes")

        keys = shown(a_sheet(qtbot, window))
        assert keys["New"] == "Ctrl+N"
        assert keys["Keyboard shortcuts"] == "F1  Ctrl+/"

    def test_shows_keys_that_are_no_actions(self, qtbot, window):
        window.open(QUOTE)
        sheet = a_sheet(qtbot, window)

        assert shown(sheet)["Edit the cell"] == "F2"
        sheet.table.setCurrentCell(sheet.table.rowCount() - 1, 0)
        assert not sheet.change.isEnabled()

    def test_changes_a_shortcut(self, qtbot, window):
        sheet = a_sheet(qtbot, window)
        sheet.table.setCurrentCell(list(shown(sheet)).index("Quotes"), 0)
        sheet.keys.setKeySequence(QKeySequence("Ctrl+Alt+Q"))
        sheet.change.click()

        assert shown(sheet)["Quotes"] == "Ctrl+Alt+Q"
        assert window.actions_of_window.action("go.quotes").shortcut().toString() == "Ctrl+Alt+Q"

    def test_refuses_keys_that_are_taken(self, qtbot, window):
        sheet = a_sheet(qtbot, window)
        sheet.table.setCurrentCell(list(shown(sheet)).index("Quotes"), 0)
        sheet.keys.setKeySequence(QKeySequence("Ctrl+K"))
        sheet.change.click()

        assert sheet.problem.text() == "These keys are taken."
        assert shown(sheet)["Quotes"] == "Ctrl+2"
