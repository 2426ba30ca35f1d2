import pytest

from tests.support.ui_lists import FILTERS
from ui.widgets.list_rows import ListRequest
from ui.widgets.view_bar import LONGEST_NAME, MOST_VIEWS, ViewBar


@pytest.fixture
def bar(qtbot) -> ViewBar:
    bar = ViewBar(FILTERS)
    qtbot.addWidget(bar)
    return bar


class TestViewBar:
    def test_a_ready_made_view_tells_its_key(self, qtbot, bar):
        with qtbot.waitSignal(bar.chosen) as chosen:
            bar.tabs.setCurrentIndex(1)

        assert chosen.args == [ListRequest(view="overdue")]
        assert bar.current == "overdue"

    def test_a_saved_view_tells_everything(self, qtbot, bar):
        mine = ListRequest(sort="total", descending=True, text="acme", view="overdue")
        bar.save("Mine", mine._replace(after="somewhere"))
        with qtbot.waitSignal(bar.chosen) as chosen:
            bar.tabs.setCurrentIndex(2)

        assert chosen.args == [mine]

    def test_saved_views_survive_as_texts(self, qtbot, bar):
        bar.save("Mine", ListRequest(sort="total", descending=True, text="a b"))
        later = ViewBar(FILTERS)
        qtbot.addWidget(later)
        later.restore(bar.saved())

        assert later.saved() == bar.saved()
        assert later.tabs.tabText(2) == "Mine"

    def test_a_saved_view_is_removed_after_a_question(self, qtbot, bar):
        bar.save("Mine", ListRequest(text="a"))
        bar.save("Yours", ListRequest(text="b"))
        bar.tabs.setCurrentIndex(2)
        assert not bar.remove_button.isHidden()

        with qtbot.waitSignal(bar.chosen) as chosen:
            bar.ask_remove().yes.click()

        assert chosen.args == [ListRequest(text="b")]
        assert [text.split("\x1f")[0] for text in bar.saved()] == ["Yours"]
        assert bar.tabs.count() == 3

    def test_a_ready_made_view_cannot_be_removed(self, bar):
        bar.tabs.setCurrentIndex(1)

        assert bar.remove_button.isHidden()
        assert bar.ask_remove() is None

    def test_texts_that_are_no_views_are_left_out(self, bar):
        bar.restore(["", "x", "a\x1fb"])

        assert bar.tabs.count() == 2

    def test_the_same_name_replaces(self, bar):
        bar.save("Mine", ListRequest(text="a"))
        bar.save(" Mine ", ListRequest(text="b"))

        assert bar.tabs.count() == 3
        assert "b" in bar.saved()[0]

    def test_names_and_numbers_are_bounded(self, bar):
        bar.save("  ", ListRequest())
        for number in range(30):
            bar.save(f"{number} " + "x" * 100, ListRequest())

        assert len(bar.saved()) == MOST_VIEWS
        assert len(bar.tabs.tabText(2)) <= LONGEST_NAME
