from dataclasses import replace

import pytest

from tests.support.deals import ACME, BIKES
from tests.support.ui_company import a_company_file
from ui.customers.presenter import CustomerPresenter
from ui.customers.typed import TypedCustomer
from ui.shell.session import Session


@pytest.fixture
def session(store, qapp):
    return Session(a_company_file(store))


def known(session, qtbot, customer_id=ACME):
    presenter = CustomerPresenter(session, customer_id)
    with qtbot.wait_signal(presenter.shown) as shown:
        presenter.ask()
    return presenter, shown.args[0]


def test_a_new_customer_begins_empty(session, qtbot):
    assert known(session, qtbot, None)[1] == TypedCustomer()


def test_a_form_read_before_somebody_else_saved_does_not_overwrite(session, qtbot):
    mine, typed = known(session, qtbot)
    theirs, _ = known(session, qtbot)
    with qtbot.wait_signal(theirs.saved):
        theirs.save(replace(typed, phone="+49 1"))

    with qtbot.wait_signal(mine.refused) as refused:
        mine.save(replace(typed, phone="+49 2"))

    assert refused.args[0].code == "store.record_changed"


def test_the_bin_gives_back_what_it_took(session, store, qtbot):
    presenter, _ = known(session, qtbot, BIKES)
    with qtbot.wait_signal(presenter.binned):
        presenter.put_in_bin()

    with qtbot.wait_signal(session.changed):
        presenter.restore()

    with store.reading() as unit:
        assert not unit.customers.is_binned(BIKES)
