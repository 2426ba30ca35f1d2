import pytest

from app.kernel.changes import Ref
from tests.support.deals import ACME, a_draft
from tests.support.ui_company import a_window
from ui.customers.customer_view import BOOK


@pytest.fixture
def window(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    return window


def opened(window, qtbot):
    window.open(Ref("customer", ACME))
    qtbot.wait_until(lambda: window.page.presenter.record is not None)
    return window.page


def type_into(page, **texts):
    for name, text in texts.items():
        box = page.form._boxes[name]
        box.setPlainText(text) if hasattr(box, "setPlainText") else box.setText(text)


def test_shows_who_they_are_and_how_they_stand(window, store, qtbot):
    a_draft(store, ("A-1", "1"))

    page = opened(window, qtbot)

    assert (page.form.typed().name, page.form.typed().city) == ("Acme AG", "Berlin")
    assert page.heading().note == "C1"


def test_what_is_typed_is_kept(window, store, qtbot):
    page = opened(window, qtbot)
    type_into(page, city="Hamburg", postcode="20457")

    with qtbot.wait_signal(page.presenter.saved):
        page.save()

    with store.reading() as unit:
        assert unit.customers.get(ACME).billing.city == "Hamburg"


def test_a_payment_is_booked_for_this_customer(window, qtbot):
    page = opened(window, qtbot)

    page.book_payment()

    qtbot.wait_until(lambda: window.page is not page)
    qtbot.wait_until(lambda: window.page.customer.text() == "Acme AG")
    assert window.page.presenter.typed.customer_id == ACME


def test_one_that_is_not_saved_yet_pays_nothing(window, qtbot):
    page = opened(window, qtbot)
    book = next(action for action in page.page_actions() if action.id == BOOK)
    assert book.blocked() == ""

    page.presenter.record_id = None

    assert book.blocked() == "The customer is not saved yet."


def test_a_refused_field_says_why_and_nothing_is_kept(window, store, qtbot):
    page = opened(window, qtbot)
    type_into(page, email="not an address", city="Hamburg")

    with qtbot.wait_signal(page.presenter.refused):
        page.save()

    assert page.refusal.isVisibleTo(page)
    with store.reading() as unit:
        assert unit.customers.get(ACME).billing.city == "Berlin"


def test_a_customer_with_documents_is_not_thrown_away(window, store, qtbot):
    a_draft(store, ("A-1", "1"))
    page = opened(window, qtbot)

    with qtbot.wait_signal(page.presenter.refused) as refused:
        page.presenter.put_in_bin()

    assert refused.args[0].code == "customers.has_documents"


def test_a_new_customer_is_made_from_a_name(window, store, qtbot):
    window.open_section("customers")
    window.page.new()
    page = window.page
    type_into(page, name="Fresh GmbH")

    with qtbot.wait_signal(page.presenter.saved) as saved:
        page.save()

    assert saved.args[0].reference
