import re

from tests.support.ui_shell import QUOTE
from ui.kit.actions import ActionSpec
from ui.shell.menu import build_menu


def texts(menu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


class TestMenu:
    def test_the_pages_actions_come_first_then_the_groups(self, qtbot, window):
        window.open_section("quotes")
        menu = window.menu()
        qtbot.addWidget(menu)

        assert texts(menu) == ["&New", "&Go to", "&Edit", "&Window"]

    def test_grouped_actions_of_a_page_are_a_submenu_so_that_a_small_window_holds_the_menu(
        self, qtbot, window
    ):
        window.open(QUOTE)
        scope = window.page.scope
        specs = [
            ActionSpec("lines.text", lambda: "Add &text", lambda: None, group=lambda: "&Lines"),
            ActionSpec("lines.sum", lambda: "Add s&um", lambda: None, group=lambda: "&Lines"),
        ]
        window.actions_of_window.add(specs, scope)
        menu = build_menu(window, window.actions_of_window, scope)
        qtbot.addWidget(menu)

        [lines] = [action.menu() for action in menu.actions() if action.text() == "&Lines"]
        assert texts(lines) == ["Add &text", "Add s&um"]

    def test_u32_every_entry_has_a_mnemonic_and_none_twice_in_its_menu(self, qtbot, window):
        window.open(QUOTE)
        menu = build_menu(window, window.actions_of_window, window.page.scope)
        qtbot.addWidget(menu)

        for part in [menu, *(action.menu() for action in menu.actions() if action.menu())]:
            letters = [re.search(r"&(\w)", text) for text in texts(part)]
            assert all(letters), texts(part)
            found = [letter.group(1).casefold() for letter in letters]
            assert len(found) == len(set(found)), texts(part)
