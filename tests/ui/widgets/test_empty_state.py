import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ui.widgets.empty_state import EmptyState
from ui.widgets.list_rows import Empty

TEACHING = Empty(
    "receipt-text",
    "No invoices yet",
    "They come from accepted quotes. " * 4,
    "new",
    "New invoice",
    sample=True,
)


@pytest.fixture
def state(qtbot) -> EmptyState:
    state = EmptyState()
    qtbot.addWidget(state)
    state.resize(800, 500)
    state.show_empty(TEACHING)
    state.show()
    return state


class TestU30EmptyState:
    def test_the_button_hands_out_its_action(self, qtbot, state):
        with qtbot.waitSignal(state.wanted) as wanted:
            QTest.mouseClick(state._button, Qt.MouseButton.LeftButton)

        assert wanted.args == ["new"]

    def test_the_sample_company_is_offered_where_it_helps(self, state):
        assert state._sample.isVisible()
        state.show_empty(TEACHING._replace(sample=False))
        assert not state._sample.isVisible()

    def test_without_an_action_there_is_no_button(self, state):
        state.show_empty(TEACHING._replace(action_text=""))

        assert not state._button.isVisible()

    def test_no_words_are_cut_off(self, state):
        for label in state.findChildren(QLabel):
            if label.text():
                assert label.height() >= label.heightForWidth(label.width())
