import pytest

from tests.support.ui_company import a_company_file
from ui.imports.presenter import ImportPresenter
from ui.shell.session import Session

ROWS = "sku\tname\tprice\tcurrency\nN-1\tNeu\t5\tEUR\n"


@pytest.fixture
def presenter(store, qapp):
    return ImportPresenter(Session(a_company_file(store)))


def tried(presenter, qtbot):
    qtbot.wait_until(lambda: presenter.trial is not None and not presenter.is_busy)
    return presenter.trial


def test_only_the_newest_table_is_heard(presenter, qtbot):
    presenter.paste(ROWS)
    presenter.paste(ROWS + "N-2\tAuch\t6\tEUR\n")

    assert tried(presenter, qtbot).counts["new"] == 2


def test_nothing_is_shown_of_what_was_stopped(presenter, qtbot):
    presenter.paste(ROWS)
    presenter.stop()
    qtbot.wait(100)

    assert presenter.opened is None
    assert not presenter.is_busy


def test_nothing_else_begins_while_an_import_is_under_way(presenter, store, qtbot):
    presenter.paste(ROWS)
    tried(presenter, qtbot)

    with qtbot.wait_signal(presenter.imported):
        presenter.carry_out(skip_faulty=False)
        presenter.paste("reference\tname\nX\tY\n")
        presenter.map_column("name", "category")
        presenter.choose("customers")

    assert presenter.columns[1].field == "name"
    with store.reading() as unit:
        assert set(unit.products.by_skus(["N-1"])) == {"N-1"}


def test_lists_hear_of_an_import(presenter, qtbot):
    presenter.paste(ROWS)
    tried(presenter, qtbot)

    with qtbot.wait_signal(presenter._session.changed) as changed:
        presenter.carry_out(skip_faulty=False)

    assert changed.args[0].touches("product")
