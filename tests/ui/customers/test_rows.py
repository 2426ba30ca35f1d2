from tests.support.ui_company import a_company_file
from ui.customers.rows import fetch
from ui.shell.session import Session
from ui.widgets.list_rows import ListRequest


def test_pages_follow_each_other_without_a_gap(store, qapp):
    read = fetch(Session(a_company_file(store)))

    first = read(ListRequest(sort="name", limit=1))
    second = read(ListRequest(sort="name", limit=1, after=first.next))

    assert [page.rows[0].cells[1] for page in (first, second)] == ["Acme AG", "Bike World"]
