import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from ui.shell.header import ActionButton, Header
from ui.shell.page import Heading


@pytest.fixture
def header(qtbot) -> Header:
    header = Header()
    qtbot.addWidget(header)
    return header


def an_action(text: str = "&Send", enabled: bool = True) -> QAction:
    action = QAction(text)
    action.setEnabled(enabled)
    action.setToolTip("The quote has no customer yet." if not enabled else text)
    return action


class TestHeading:
    def test_shows_the_primary_action_last(self, header):
        send, preview = an_action(), an_action("&Preview")
        header.show_heading(Heading("Q-1"), send, (preview,))

        assert header.primary_button.text() == "Send"

    def test_a_page_without_a_primary_action_has_no_such_button(self, header):
        header.show_heading(Heading("Q-1"), None, (an_action(),))

        assert header.primary_button is None

    def test_the_trail_tells_its_target(self, qtbot, header):
        header.show_heading(Heading("Q-1", trail=(("Quotes", "quotes"),)), None, ())
        step = header._trail.itemAt(0).widget()

        with qtbot.waitSignal(header.trail_wanted) as wanted:
            QTest.mouseClick(step, Qt.MouseButton.LeftButton)
        assert wanted.args == ["quotes"]


class TestActionButton:
    def test_is_as_its_action_is(self, qtbot):
        action = an_action(enabled=False)
        button = ActionButton(action, primary=True)
        qtbot.addWidget(button)
        assert not button.isEnabled()
        assert button.toolTip() == "The quote has no customer yet."

        action.setEnabled(True)
        action.setText("&Send && print")
        assert button.isEnabled()
        assert button.accessibleName() == "Send & print"

    def test_runs_it(self, qtbot):
        action = an_action()
        button = ActionButton(action)
        qtbot.addWidget(button)

        with qtbot.waitSignal(action.triggered):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
