import pytest

from tests.support.ui_company import a_company_file
from ui.settings.presenter import SettingsPresenter
from ui.shell.session import Session


@pytest.fixture
def presenter(store, qtbot):
    presenter = SettingsPresenter(Session(a_company_file(store)))
    with qtbot.wait_signal(presenter.shown):
        presenter.ask()
    return presenter


def test_a_setting_read_before_somebody_else_saved_does_not_overwrite(presenter, store, qtbot):
    theirs = SettingsPresenter(Session(a_company_file(store)))
    with qtbot.wait_signal(theirs.shown):
        theirs.ask()
    with qtbot.wait_signal(theirs.saved):
        theirs.save({"city": "Mainz"})

    with qtbot.wait_signal(presenter.refused) as refused:
        presenter.save({"city": "Trier"})

    assert refused.args[1].code == "store.record_changed"


def test_nothing_is_written_where_nothing_changed(presenter, store):
    presenter.save({})

    with store.reading() as unit:
        assert unit.company.get().rev == presenter.company.rev
