import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ui.widgets.chain_bar import ChainBar, ChainLink

LINKS = (
    ChainLink("Q-2026-0042", "file-text", target=1, current=True),
    ChainLink("C-2026-0004", "scroll-text", target=2),
    ChainLink("Payment", "wallet"),
)


@pytest.fixture
def bar(qtbot) -> ChainBar:
    bar = ChainBar()
    qtbot.addWidget(bar)
    bar.resize(700, 40)
    bar.show_links(LINKS)
    bar.show()
    return bar


def step(bar: ChainBar, name: str) -> QPushButton:
    return next(b for b in bar.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible())


class TestU28Chain:
    def test_opens_the_other_documents(self, qtbot, bar):
        with qtbot.waitSignal(bar.wanted) as wanted:
            QTest.mouseClick(step(bar, "C-2026-0004"), Qt.MouseButton.LeftButton)

        assert wanted.args == [2]

    @pytest.mark.parametrize("name", ["Q-2026-0042", "Payment"])
    def test_this_document_and_what_is_not_there_yet_cannot_be_reached_by_keyboard(self, bar, name):
        assert step(bar, name).focusPolicy() == Qt.FocusPolicy.NoFocus
        assert step(bar, name).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def test_another_chain_leaves_nothing_of_the_first(self, qtbot, bar):
        bar.show_links(LINKS[:1])

        def visible() -> list[str]:
            return [b.accessibleName() for b in bar.findChildren(QPushButton) if b.isVisible()]

        qtbot.waitUntil(lambda: visible() == ["Q-2026-0042"])
        assert bar.links == LINKS[:1]
