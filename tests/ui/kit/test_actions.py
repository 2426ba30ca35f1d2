import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from ui.kit.actions import Actions, ActionSpec, ShortcutTaken


def an_action(id: str = "quotes.send", *, keys: str = "Ctrl+Return", done=None, blocked="") -> ActionSpec:
    return ActionSpec(
        id,
        lambda: "&Send",
        run=lambda: done.append(id) if done is not None else None,
        shortcut=keys,
        icon="send",
        blocked=lambda: blocked,
    )


@pytest.fixture
def window(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window) -> Actions:
    return Actions(window)


class TestU32NoShortcutTwice:
    def test_two_actions_everywhere(self, actions):
        actions.add([an_action("a", keys="Ctrl+D")])

        with pytest.raises(ShortcutTaken):
            actions.add([an_action("b", keys="ctrl+d")])

    def test_a_pages_action_and_one_everywhere(self, actions):
        actions.add([an_action("a", keys="Ctrl+D")], scope="quotes")

        with pytest.raises(ShortcutTaken):
            actions.add([an_action("b", keys="Ctrl+D")])

    def test_two_pages_may_use_the_same_keys(self, actions):
        actions.add([an_action("a", keys="Ctrl+D")], scope="quotes")
        actions.add([an_action("b", keys="Ctrl+D")], scope="invoices")

        assert actions.action("b", "invoices").shortcut().toString() == "Ctrl+D"

    def test_the_user_changes_one_and_it_is_kept(self, actions, window):
        actions.add([an_action("a", keys="Ctrl+D"), an_action("b", keys="Ctrl+E")])

        actions.change_shortcut("a", "Ctrl+Alt+D")
        with pytest.raises(ShortcutTaken):
            actions.change_shortcut("b", "Ctrl+Alt+D")

        assert actions.changed_shortcuts == {"a": "Ctrl+Alt+D"}
        later = Actions(window)
        later.use_changed({"a": "Ctrl+Alt+D"})
        later.add([an_action("a", keys="Ctrl+D")])
        assert later.action("a").shortcut().toString() == "Ctrl+Alt+D"

    def test_nobody_can_change_an_action_that_is_not_there(self, actions):
        with pytest.raises(KeyError):
            actions.change_shortcut("nothing", "Ctrl+D")


class TestU33WhyNot:
    def test_a_blocked_action_says_why(self, actions):
        actions.add([an_action(blocked="The quote has no customer yet.")])

        assert not actions.action("quotes.send").isEnabled()
        assert actions.action("quotes.send").toolTip() == "The quote has no customer yet."

    def test_an_open_action_shows_its_keys(self, actions):
        actions.add([an_action(keys="Ctrl+Return")])

        assert actions.action("quotes.send").isEnabled()
        assert "Ctrl+Return" in actions.action("quotes.send").toolTip()

    def test_refresh_asks_again(self, actions):
        reasons = ["no customer"]
        spec = ActionSpec("a", lambda: "&A", run=lambda: None, blocked=lambda: reasons[0])
        actions.add([spec])

        reasons[0] = ""
        actions.refresh()

        assert actions.action("a").isEnabled()


class TestScopes:
    def test_a_page_reaches_its_own_and_those_everywhere(self, actions):
        actions.add([an_action("a", keys="")])
        actions.add([an_action("b", keys="")], scope="quotes")
        actions.add([an_action("c", keys="")], scope="invoices")

        assert [spec.id for spec in actions.specs("quotes")] == ["b", "a"]
        assert [spec.id for spec in actions.specs()] == ["a"]

    def test_a_closed_pages_actions_are_gone(self, actions):
        actions.add([an_action("b", keys="Ctrl+D")], scope="quotes")

        actions.drop("quotes")

        actions.add([an_action("c", keys="Ctrl+D")])
        with pytest.raises(KeyError):
            actions.action("b", "quotes")

    def test_the_keys_of_a_page_work_only_inside_it(self, qtbot, window, actions):
        done: list[str] = []
        page, elsewhere = QWidget(), QLineEdit()
        inside = QLineEdit(page)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.addWidget(page)
        layout.addWidget(elsewhere)
        window.setCentralWidget(whole)
        actions.add([an_action("b", keys="Ctrl+D", done=done)], scope="quotes", owner=page)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

        elsewhere.setFocus()
        qtbot.keyClick(elsewhere, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert done == []

        inside.setFocus()
        qtbot.keyClick(inside, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert done == ["b"]


def test_the_plain_text_has_no_mnemonic_but_keeps_real_ampersands():
    assert ActionSpec("a", lambda: "&Save && send", run=lambda: None).plain_text == "Save & send"
