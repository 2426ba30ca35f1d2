from tests.support.deals import accepted
from tests.support.ui_company import a_company_file
from ui.contracts.rows import fetch
from ui.documents.listing import money_of
from ui.shell.session import Session
from ui.widgets.list_rows import ListRequest


def test_pages_by_a_day_leave_nothing_out(store, qapp):
    numbers = {accepted(store, ("A-1", str(n))).number for n in (1, 2, 3)}
    read = fetch(Session(a_company_file(store)))
    seen, after = [], None

    while True:
        page = read(ListRequest(after, "signed_on", descending=True, limit=2))
        seen += [row.cells[0] for row in page.rows]
        after = page.next
        if after is None:
            break

    assert sorted(seen) == sorted(numbers)


def test_amounts_of_rows_are_smallest_units():
    assert str(money_of(11_900, "EUR").amount) == "119.00"
