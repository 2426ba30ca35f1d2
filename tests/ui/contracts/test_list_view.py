from tests.support.deals import accepted
from tests.support.ui_deals import cells


def test_lists_contracts_with_the_same_words_as_their_page(desk, store):
    contract = accepted(store, ("A-1", "10"))

    page = desk.section("contracts")

    (row,) = cells(page.list)
    assert row[:3] == [contract.number, "Acme AG", "Active"]
    assert row[-1] == "1,190.00"


def test_the_total_of_a_deal_is_the_same_in_every_list(desk, store):
    accepted(store, ("A-1", "10"), ("S-3", "3"))

    (quote,) = cells(desk.section("quotes").list)
    (signed,) = cells(desk.section("contracts").list)

    assert "1,704.08" in quote
    assert signed[-1] == "1,704.08"


def test_an_empty_list_teaches_where_contracts_come_from(desk):
    page = desk.section("contracts")

    assert page.list.empty_state.isVisible()


def test_open_says_that_one_must_be_chosen(desk, store):
    accepted(store, ("A-1", "10"))
    page = desk.section("contracts")

    assert desk.why_not("contracts.open") == "Choose one contract of the list."
    page.list.table.selectRow(0)
    desk.act("contracts.open")

    assert desk.page is not page


def test_a_new_contract_comes_into_the_open_list(desk, store):
    page = desk.section("contracts")
    accepted(store, ("A-1", "10"))

    page.list.reload()
    desk.settle()

    assert len(cells(page.list)) == 1
