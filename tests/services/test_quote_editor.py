from dataclasses import replace
from decimal import Decimal

from app.quotes.lifecycle import QuoteState
from app.services import documents, quote_editor, quotes
from tests.support.deals import ACME, BIKES, a_draft, a_yes, sent
from tests.support.stores import an_act


class TestOpened:
    def test_a_draft_is_priced_by_the_rules_of_today(self, store):
        draft = a_draft(store, ("A-1", "10"))

        with store.reading() as unit:
            found = quote_editor.opened(unit, quote_id=draft.id)

        assert found.quote == draft
        assert found.priced.totals.net == 100_000
        assert found.surroundings.customer.name == "Acme AG"
        assert [book.code for book in found.surroundings.books] == ["LIST"]

    def test_a_sent_quote_is_shown_as_it_was_sent(self, store):
        quote = sent(store, a_draft(store, ("A-1", "10")))
        with store.writing(an_act()) as uow:
            uow.products.put_in_bin(quote.lines[0].product_id)

        with store.reading() as unit:
            found = quote_editor.opened(unit, quote_id=quote.id)

        assert found.priced.totals.net == 100_000

    def test_names_its_revisions_and_its_contract(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        with store.writing(an_act()) as uow:
            second = quotes.revise(uow, an_act(), quote_id=quote.id)
            quotes.send(uow, an_act(), quote_id=second.id)
            contract = quotes.accept(uow, an_act(), quote_id=second.id, acceptance=a_yes())

        with store.reading() as unit:
            found = quote_editor.opened(unit, quote_id=second.id)

        assert [(one.revision, one.state) for one in found.revisions] == [
            (1, QuoteState.SUPERSEDED),
            (2, QuoteState.ACCEPTED),
        ]
        assert found.contract_id == contract.id


class TestProductsFound:
    def test_come_with_the_price_for_this_customer(self, store):
        draft = a_draft(store)

        with store.reading() as unit:
            found = quote_editor.products_found(unit, draft, text="a-1")

        assert [one.product.sku for one in found.found] == ["A-1"]
        assert found.found[0].answer.amount == 10_000

    def test_nothing_found_asks_for_no_price(self, store):
        draft = a_draft(store)

        with store.reading() as unit:
            assert quote_editor.products_found(unit, draft, text="zzz").found == ()


class TestLastQuote:
    def test_is_the_newest_of_the_same_customer(self, store):
        a_draft(store, ("B-2", "3"), customer=BIKES)
        before = a_draft(store, ("A-1", "2"))
        draft = a_draft(store)

        with store.reading() as unit:
            found = quote_editor.last_quote(unit, customer_id=ACME, other_than=draft.id)

        assert found == before

    def test_is_nothing_for_a_first_quote(self, store):
        draft = a_draft(store)

        with store.reading() as unit:
            assert quote_editor.last_quote(unit, customer_id=ACME, other_than=draft.id) is None


class TestPaper:
    def test_of_a_sent_quote_is_the_stored_one(self, store):
        quote = sent(store, a_draft(store, ("A-1", "10")))
        with store.writing(an_act()) as uow:
            stored = documents.pdf_of(uow, an_act(), kind="quote", document_id=quote.id)

        with store.reading() as unit:
            found = quote_editor.opened(unit, quote_id=quote.id)
            assert quote_editor.paper(unit, found.quote, found.priced) == stored

    def test_of_a_draft_shows_what_is_not_saved_yet(self, store):
        draft = a_draft(store, ("A-1", "10"))
        with store.reading() as unit:
            pricer = quote_editor.surroundings(unit, draft).pricer
            typed = replace(draft, lines=(replace(draft.lines[0], quantity=Decimal(7)),))
            drawn = quote_editor.paper(unit, typed, pricer.price(typed))
            assert drawn != quote_editor.paper(unit, draft, pricer.price(draft))
            assert drawn.startswith(b"%PDF")


class TestKeepAsCopy:
    def test_keeps_the_lines_under_a_number_of_its_own(self, store):
        draft = a_draft(store, ("A-1", "10"))

        with store.writing(an_act()) as uow:
            copy = quote_editor.keep_as_copy(uow, an_act(), quote=replace(draft, notes="mine"))

        assert copy.number != draft.number
        assert (copy.notes, copy.lines[0].quantity) == ("mine", Decimal(10))


def test_products_are_found_by_their_exact_sku(store):
    with store.reading() as unit:
        assert list(quote_editor.products_named(unit, skus=["A-1", "nobody"])) == ["A-1"]


def test_revisions_are_priced_one_by_one(store):
    draft = a_draft(store, ("A-1", "3"))

    with store.reading() as unit:
        assert quote_editor.priced(unit, quote_id=draft.id).priced.totals.net == 30_000


class TestPasted:
    def test_finds_the_products_of_the_rows(self, store):
        with store.reading() as unit:
            found = quote_editor.pasted(unit, [("A-1", "10"), ("X-9", "2", "4.50")], decimal_sign=".")

        assert [(row.sku, row.quantity, row.price) for row in found.rows] == [
            ("A-1", Decimal(10), None),
            ("X-9", Decimal(2), Decimal("4.50")),
        ]
        assert list(found.products) == ["A-1"]

    def test_keeps_a_row_nobody_can_read_as_text_in_its_place(self, store):
        with store.reading() as unit:
            table = [("A-1", "10"), ("B-2", "many"), ("S-3", "1")]
            found = quote_editor.pasted(unit, table, decimal_sign=".")

        assert [row if isinstance(row, str) else row.sku for row in found.rows] == ["A-1", "B-2  many", "S-3"]

    def test_takes_the_columns_a_heading_names(self, store):
        with store.reading() as unit:
            table = [("Quantity", "SKU"), ("3", "A-1")]
            found = quote_editor.pasted(unit, table, decimal_sign=",")

        assert [(row.sku, row.quantity) for row in found.rows] == [("A-1", Decimal(3))]

    def test_reads_an_open_number_as_this_person_writes_it(self, store):
        with store.reading() as unit:
            found = quote_editor.pasted(unit, [("A-1", "1.500")], decimal_sign=",")

        assert found.rows[0].quantity == Decimal(1500)
