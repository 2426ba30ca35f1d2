from uuid import UUID

from tests.support.ui_company import a_company_file
from ui.catalog.presenter import ProductPresenter
from ui.catalog.typed import TypedProduct
from ui.shell.session import Session


def test_a_new_product_begins_empty(store, qapp, qtbot):
    presenter = ProductPresenter(Session(a_company_file(store)), None)

    with qtbot.wait_signal(presenter.shown) as shown:
        presenter.ask()

    assert shown.args[0] == TypedProduct()


def test_the_bin_gives_back_what_it_took(store, qapp, qtbot):
    session = Session(a_company_file(store))
    presenter = ProductPresenter(session, UUID(int=1))
    with qtbot.wait_signal(presenter.binned):
        presenter.put_in_bin()

    with qtbot.wait_signal(session.changed):
        presenter.restore()

    with store.reading() as unit:
        assert not unit.products.is_binned(UUID(int=1))
