from ui.widgets.list_rows import PAGE, ListColumn, ListPage, ListRequest


def test_a_request_asks_for_the_first_page_unless_told():
    assert ListRequest() == ListRequest(after=None, text="", view="", limit=PAGE)


def test_a_page_without_next_is_the_last():
    assert ListPage(()).next is None


def test_a_column_is_shown_and_can_be_sorted_unless_it_says_otherwise():
    column = ListColumn("total", lambda: "Total")

    assert column.shown
    assert column.sortable
    assert not column.summed
