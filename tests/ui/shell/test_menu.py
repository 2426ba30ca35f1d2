import re

from tests.support.ui_shell import QUOTE
from ui.shell.menu import build_menu


def texts(menu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


class TestMenu:
    def test_the_pages_actions_come_first_then_the_groups(self, qtbot, window):
        window.open_section("quotes")
        menu = window.menu()
        qtbot.addWidget(menu)

        assert texts(menu) == ["&New", "&Go to", "&Edit", "&Window"]

    def test_u32_every_entry_has_a_mnemonic_and_none_twice_in_its_menu(self, qtbot, window):
        window.open(QUOTE)
        menu = build_menu(window, window.actions_of_window, window.page.scope)
        qtbot.addWidget(menu)

        for part in [menu, *(action.menu() for action in menu.actions() if action.menu())]:
            letters = [re.search(r"&(\w)", text) for text in texts(part)]
            assert all(letters), texts(part)
            found = [letter.group(1).casefold() for letter in letters]
            assert len(found) == len(set(found)), texts(part)
