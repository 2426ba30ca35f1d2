from ui.customers.form import CustomerForm
from ui.customers.typed import TypedCustomer


def test_gives_back_what_it_shows(qtbot):
    form = CustomerForm()
    qtbot.add_widget(form)
    shown = TypedCustomer(name="Acme", street="Weg 1\nHof", is_consumer=True, active=False)

    form.show_typed(shown)

    assert form.typed() == shown
    assert not form.is_changed


def test_knows_the_box_of_a_refused_field(qtbot):
    form = CustomerForm()
    qtbot.add_widget(form)

    assert form.focus_field("customer.contact.email")
    assert not form.focus_field("customer.shoe_size")


def test_every_box_has_a_name_for_a_screen_reader(qtbot):
    form = CustomerForm()
    qtbot.add_widget(form)

    assert all(box.accessibleName() for box in form._boxes.values())
