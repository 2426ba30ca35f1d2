import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.widgets.hits import Hit, HitList

HITS = (
    Hit(1, "Q-2026-0001", "Acme", "1,200.00", group="Documents"),
    Hit(2, "Q-2026-0002", "Bolt & Co", group="Documents"),
    Hit(3, "Acme AG", group="Customers"),
)


@pytest.fixture
def shown(qtbot) -> HitList:
    shown = HitList()
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show_hits(HITS)
    shown.show()
    return shown


class TestHitList:
    def test_groups_have_a_heading_that_cannot_be_chosen(self, shown):
        model = shown.model()

        assert [model.index(row, 0).data() for row in (0, 3)] == ["Documents", "Customers"]
        assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags

    def test_the_first_hit_is_chosen_and_steps_skip_headings(self, shown):
        chosen = [shown.chosen.key]
        for _ in range(3):
            shown.step(1)
            chosen.append(shown.chosen.key)

        assert chosen == [1, 2, 3, 3]
        shown.step(-9)
        assert shown.chosen.key == 1

    def test_a_click_takes_a_hit_but_not_a_heading(self, qtbot, shown):
        heading, hit = (shown.visualRect(shown.model().index(row, 0)).center() for row in (0, 2))

        with qtbot.assertNotEmitted(shown.taken):
            QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=heading)
        with qtbot.waitSignal(shown.taken) as taken:
            QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=hit)

        assert taken.args[0].key == 2

    def test_never_takes_the_focus(self, shown):
        assert shown.focusPolicy() == Qt.FocusPolicy.NoFocus
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 40))
        assert not shown.hasFocus()

    def test_nothing_found_has_nothing_chosen(self, shown):
        shown.show_hits(())

        assert shown.chosen is None
        assert shown.hits == ()

    def test_u38_a_hit_is_read_aloud_whole(self, shown):
        assert shown.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
            "Q-2026-0001, Acme, 1,200.00"
        )
