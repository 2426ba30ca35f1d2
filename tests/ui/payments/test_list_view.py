from app.services import payments
from tests.support.stores import an_act
from tests.support.ui_deals import a_booked, cells


def test_lists_payments_with_their_credit(desk, store):
    payment = a_booked(store, "50", reference="Transfer 5")

    page = desk.section("payments")

    (row,) = cells(page.list)
    assert row[:3] == [payment.number, "Acme AG", "Credit left"]
    assert row[4:] == ["Transfer", "Transfer 5", "EUR", "50.00", "50.00"]


def test_reversed_payments_have_their_view(desk, store):
    kept, undone = a_booked(store, "50"), a_booked(store, "60")
    with store.writing(an_act()) as uow:
        payments.reverse(uow, an_act(), payment_id=undone.id)
    page = desk.section("payments")

    page.list.model.ask(page.list.model.request._replace(view="reversed"))
    desk.settle()

    assert [row[0] for row in cells(page.list)] == [undone.number]
    assert kept.number != undone.number


def test_an_empty_list_books_the_first(desk):
    page = desk.section("payments")
    assert page.list.empty_state.isVisible()

    page.list.empty_wanted.emit("payments.book")
    desk.settle()

    assert desk.page.heading().title == "Book payment"


def test_the_palette_books_from_everywhere(desk):
    desk.section("contracts")

    desk.act("payments.new")

    assert desk.page.heading().title == "Book payment"
