import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.ui_shell import QUOTE, find
from ui.shell.palette import command_hits
from ui.widgets.hits import Answer, Hit

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(window):
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_K, CTRL)
    return window._palette


def titles(palette) -> list[str]:
    return [hit.title for hit in palette.list.hits]


def settled(qtbot, palette) -> list[str]:
    qtbot.waitUntil(lambda: not palette._latest.is_waiting)
    return titles(palette)


class TestU26Palette:
    def test_ctrl_k_opens_it_with_the_focus_in_its_field(self, window, palette):
        assert palette.isVisible()
        assert window.focusWidget() is palette.field

    def test_documents_customers_products_and_commands_are_one_list(self, qtbot, palette):
        QTest.keyClicks(palette.field, "a")
        settled(qtbot, palette)

        groups = list(dict.fromkeys(hit.group for hit in palette.list.hits))
        assert groups == ["Documents", "Customers", "Products"]
        palette.field.setText("quotes")
        assert "Quotes" in settled(qtbot, palette)

    def test_commands_are_there_before_the_search_answers(self, qtbot, window, palette):
        held = threading.Event()
        palette.use_search(lambda text: held.wait(5) and find(None, text))

        QTest.keyClicks(palette.field, "inv")
        assert titles(palette) == ["Invoices"]
        held.set()
        settled(qtbot, palette)

    def test_only_the_newest_answer_is_shown(self, qtbot, palette):
        held = threading.Event()

        def slow_for_the_first(text: str) -> Answer:
            if text == "a":
                held.wait(5)
            return Answer((Hit(text, f"found {text}", group="Documents"),))

        palette.use_search(slow_for_the_first)
        QTest.keyClicks(palette.field, "a")
        QTest.keyClicks(palette.field, "b")
        qtbot.waitUntil(lambda: "found ab" in titles(palette))
        held.set()
        qtbot.waitUntil(lambda: not palette._latest._jobs)

        assert "found a" not in titles(palette)

    def test_return_opens_the_document(self, qtbot, window, palette):
        QTest.keyClicks(palette.field, "q-2026")
        settled(qtbot, palette)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

        assert window.page.ref == QUOTE
        assert not palette.isVisible()

    def test_return_runs_a_command(self, qtbot, window, palette):
        QTest.keyClicks(palette.field, "payments")
        settled(qtbot, palette)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

        assert window.page.name == "payments"

    def test_esc_returns_the_focus(self, window, palette):
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)

        assert not palette.isVisible()
        assert window.focusWidget() is window.page.field

    def test_shows_the_shortcuts(self, qtbot, palette):
        palette.field.setText("invoices")
        settled(qtbot, palette)

        assert palette.list.hits[0].value == "Ctrl+4"

    def test_u33_a_command_that_cannot_run_says_why_and_is_not_taken(self, qtbot, window, palette):
        palette.field.setText("undo")
        settled(qtbot, palette)
        assert palette.list.hits[0].blocked == "There is nothing to undo."

        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        assert palette.isVisible()

    def test_the_pages_own_commands_come_first(self, window):
        window.open_section("quotes")

        hits = command_hits(window.actions_of_window, window.page.scope, "")
        assert hits[0].title == "New"

    def test_words_may_be_begun_in_any_order(self, window):
        hits = command_hits(window.actions_of_window, "", "dark li")

        assert [hit.title for hit in hits] == ["Light or dark"]

    def test_leaving_the_field_closes_it(self, window, palette):
        window.sidebar.buttons["home"].setFocus()

        assert not palette.isVisible()

    def test_a_search_that_fails_is_told(self, qtbot, palette):
        palette.use_search(lambda _text: 1 // 0)
        palette.crashed.disconnect()

        with qtbot.waitSignal(palette.crashed):
            QTest.keyClicks(palette.field, "x")
