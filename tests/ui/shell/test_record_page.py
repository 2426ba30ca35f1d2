import pytest
from PySide6.QtWidgets import QLabel

from tests.support.ui_records import NUT, NutPage


def opened(window, record_id):
    window.open_page(f"nut {record_id}", lambda frame: NutPage(frame, record_id))
    return window.page


@pytest.fixture
def page(window, qtbot):
    page = opened(window, NUT.id)
    qtbot.waitUntil(lambda: page.presenter.record is not None)
    return page


def texts(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_shows_the_record_and_what_is_known_of_it(page):
    assert page.form.typed() == "Nut M8"
    assert "Nut M8 is in stock." in texts(page)


def test_a_later_answer_takes_the_place_of_the_first(page, qtbot):
    with qtbot.waitSignal(page.presenter.facts):
        page.presenter.ask()
    qtbot.waitUntil(lambda: texts(page).count("Nut M8 is in stock.") == 1)


def test_a_new_record_begins_in_the_first_box(window, qtbot):
    page = opened(window, None)
    qtbot.waitUntil(page.form.box.hasFocus)


def test_a_refusal_stands_above_the_form_until_the_next_try(page):
    page.form.box.setText("Bolt")
    page.save()
    assert page.refusal.isVisibleTo(page)

    page.form.box.setText("Nut M10")
    page.save()
    assert not page.refusal.isVisibleTo(page)


class TestPageActions:
    def test_what_lacks_something_is_not_saved(self, window):
        save, to_bin = opened(window, None).page_actions()
        assert (save.id, save.blocked()) == ("nut.save", "A nut needs a name.")
        assert (to_bin.id, to_bin.blocked()) == ("nut.bin", "Not saved yet.")

    def test_a_record_as_it_stands_may_be_saved_and_binned(self, page):
        assert [action.blocked() for action in page.page_actions()] == ["", ""]

    def test_a_binned_record_closes_its_page(self, page, window, qtbot):
        page.presenter.put_in_bin()
        qtbot.waitUntil(lambda: window.page is not page)


class TestReadyToClose:
    def test_an_unchanged_page_closes(self, page):
        assert page.ready_to_close()

    def test_what_was_typed_is_kept_first(self, page, qtbot):
        page.form.box.setText("Nut M10")
        with qtbot.waitSignal(page.presenter.saved) as saved:
            assert not page.ready_to_close()
        assert saved.args[0].name == "Nut M10"

    def test_what_cannot_be_kept_is_let_go(self, page):
        page.form.box.clear()
        assert page.ready_to_close()
