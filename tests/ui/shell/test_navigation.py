import pytest
from PySide6.QtWidgets import QStackedWidget

from app.kernel.changes import Changes
from ui.shell.navigation import MOST_STEPS, Navigation
from ui.shell.page import Page


class APage(Page):
    def __init__(self, name: str, log: list[str]) -> None:
        super().__init__(None)
        self.name, self.log, self.ready = name, log, True

    def entered(self) -> None:
        self.log.append(f"+{self.name}")

    def left(self) -> None:
        self.log.append(f"-{self.name}")

    def refresh(self, changes: Changes) -> None:
        self.log.append(f"!{self.name}")

    def ready_to_close(self) -> bool:
        return self.ready


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def navigation(qtbot, log) -> Navigation:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    navigation = Navigation(stack)
    navigation.go = lambda name: navigation.show(name, lambda: APage(name, log))
    return navigation


class TestShow:
    def test_the_page_before_is_left_first(self, navigation, log):
        navigation.go("a")
        navigation.go("b")

        assert log == ["+a", "-a", "+b"]

    def test_showing_the_page_in_front_again_is_no_step(self, navigation):
        navigation.go("a")
        navigation.go("a")

        assert not navigation.can_go_back


class TestBack:
    def test_retraces_the_steps(self, navigation):
        for name in "abab":
            navigation.go(name)
        seen = []
        while navigation.can_go_back:
            navigation.back()
            seen.append(navigation.current.name)

        assert seen == ["a", "b", "a"]

    def test_the_way_is_bounded(self, navigation):
        for step in range(3 * MOST_STEPS):
            navigation.go("ab"[step % 2])

        assert len(navigation._steps) == MOST_STEPS


class TestClose:
    def test_shows_the_page_before(self, navigation):
        navigation.go("a")
        closed = navigation.go("b")

        assert navigation.close(closed)
        assert navigation.current.name == "a"
        assert navigation.key_of(closed) is None

    def test_a_page_that_is_not_ready_stays(self, navigation):
        page = navigation.go("a")
        page.ready = False

        assert not navigation.close(page)
        assert navigation.current is page

    def test_equal_steps_that_meet_become_one(self, navigation):
        navigation.go("a")
        closed = navigation.go("b")
        navigation.go("a")
        navigation.close(closed)

        assert not navigation.can_go_back

    def test_the_last_page_leaves_none(self, qtbot, navigation):
        page = navigation.go("a")
        with qtbot.waitSignal(navigation.page_changed) as changed:
            navigation.close(page)

        assert changed.args == [None]
        assert navigation.current is None


def test_every_open_page_hears_of_changes(navigation, log):
    navigation.go("a")
    navigation.go("b")
    log.clear()

    navigation.refresh(Changes())

    assert log == ["!a", "!b"]


class TestMakeAgain:
    def test_a_page_behind_is_replaced_unseen(self, navigation, log):
        navigation.go("a")
        navigation.go("b")
        before = navigation.pages[0]
        log.clear()
        navigation.make_again("a", lambda: APage("a", log))

        assert log == []
        assert navigation.pages[0] is not before

    def test_the_page_in_front_is_left_and_entered(self, navigation, log):
        navigation.go("a")
        navigation.go("b")
        log.clear()
        navigation.make_again("b", lambda: APage("b", log))

        assert log == ["-b", "+b"]
        navigation.back()
        assert navigation.current_key == "a"
