from uuid import UUID

import pytest

from app.kernel.changes import Changes, Ref
from tests.support.ui_records import NUT, NutPresenter
from tests.support.ui_shell import a_session


@pytest.fixture
def presenter(qtbot):
    return NutPresenter(a_session(), NUT.id)


def test_a_new_record_begins_with_empty_boxes(qtbot):
    new = NutPresenter(a_session(), None)

    with qtbot.waitSignal(new.shown) as shown:
        new.ask()

    assert shown.args == [""]


def test_what_is_found_is_shown(presenter, qtbot):
    with qtbot.waitSignals([presenter.shown, presenter.facts]):
        presenter.ask()
    assert presenter.record == NUT


def test_asks_again_only_where_something_it_shows_was_written(presenter, qtbot):
    presenter.refresh(Changes(frozenset({Ref("quote", UUID(int=1))})))
    assert not presenter.questions

    with qtbot.waitSignal(presenter.facts):
        presenter.refresh(Changes(frozenset({Ref("nut", UUID(int=9))})))
    assert presenter.questions == [NUT.id]


def test_a_record_goes_into_the_bin_and_comes_back(presenter, qtbot):
    with qtbot.waitSignal(presenter.binned):
        presenter.put_in_bin()

    presenter.restore()

    qtbot.waitUntil(lambda: presenter.moved == [True, False])


def test_what_is_not_kept_yet_cannot_be_binned(qtbot):
    new = NutPresenter(a_session(), None)
    new.put_in_bin()
    assert not new.moved
