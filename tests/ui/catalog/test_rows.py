from tests.support.ui_company import a_company_file
from ui.catalog.rows import charge_word, fetch
from ui.shell.session import Session
from ui.widgets.list_rows import ListRequest


def test_pages_follow_each_other_without_a_gap(store, qapp):
    read, after, seen = fetch(Session(a_company_file(store))), None, []
    for _ in range(3):
        page = read(ListRequest(sort="sku", limit=1, after=after))
        seen.append(page.rows[0].cells[0])
        after = page.next

    assert seen == ["A-1", "B-2", "S-3"]


def test_says_how_often_a_product_is_charged():
    assert (charge_word("one_time"), charge_word("recurring")) == ("Once", "Recurring")
