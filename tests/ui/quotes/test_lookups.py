from dataclasses import replace

from app.services.quote_editor import products_found
from tests.support.deals import ACME, a_draft
from tests.support.ui_quotes import a_presenter
from ui.quotes.lookups import customer_search, product_hit, product_search


def test_a_product_comes_with_its_sku_and_what_one_costs(store, qtbot):
    presenter = a_presenter(store, a_draft(store))

    answer = product_search(presenter)("a-1")

    [hit] = answer.hits
    assert (hit.key.sku, hit.note, hit.value) == ("A-1", "A-1", "100.00 / pc")


def test_a_subscriptions_price_is_that_of_its_term(store, qtbot):
    presenter = a_presenter(store, a_draft(store))

    [hit] = product_search(presenter)("s-3").hits

    assert hit.value == "12.00 / pc"


def test_a_product_without_a_price_is_found_all_the_same(store, qtbot):
    draft = a_draft(store)
    with store.reading() as unit:
        found = products_found(unit, replace(draft, price_book="NONE"), text="a-1").found[0]

    assert product_hit(found, draft, a_presenter(store, draft).session.formats).value == ""


def test_customers_are_found_by_name_and_number(store, qtbot):
    session = a_presenter(store, a_draft(store)).session

    assert [hit.key for hit in customer_search(session)("acme").hits] == [ACME]
    assert [hit.title for hit in customer_search(session)("C1").hits] == ["Acme AG"]


def test_the_price_for_a_hundred_says_so(store, qtbot):
    draft = a_draft(store)
    with store.reading() as unit:
        found = products_found(unit, draft, text="a-1").found[0]
    hundred = found._replace(answer=found.answer._replace(base_quantity=(100, 1)))

    hit = product_hit(hundred, draft, a_presenter(store, draft).session.formats)

    assert hit.value == "100.00 / 100 / pc"
