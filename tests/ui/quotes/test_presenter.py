from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from app.kernel.changes import Changes, Ref
from app.quotes.editing import insert_lines, remove_lines
from app.quotes.lines import QuoteLine
from app.quotes.quote import QuoteNotEditable
from tests.support.deals import ACME, a_draft, sent
from tests.support.ui_quotes import a_presenter, a_product_line, quantity
from ui.quotes.edits import with_header


class TestPrices:
    def test_follow_every_edit_to_the_cent(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "10"), ("B-2", "25")))

        quantity(presenter, 0, "12")

        assert presenter.priced == presenter.surroundings.pricer.price(presenter.quote)
        assert presenter.priced.totals.net == 120_000 + 833

    def test_follow_undo_and_redo(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "10")))
        quantity(presenter, 0, "12")

        presenter.document.undo()
        before = presenter.priced.totals.net
        presenter.document.redo()

        assert (before, presenter.priced.totals.net) == (100_000, 120_000)

    def test_of_a_new_product_come_from_the_file(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))

        line = a_product_line(store, 7, "B-2", quantity=Decimal(100))
        presenter.apply("Add product", lambda quote: insert_lines(quote, [line]))

        assert presenter.shown.pending == {"B-2"}
        qtbot.wait_until(lambda: not presenter.shown.pending)
        assert presenter.priced.totals.net == 10_000 + 3_330

    def test_are_asked_again_where_a_price_was_changed_elsewhere(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))

        with qtbot.wait_signal(presenter.renewed):
            presenter.heard(Changes(frozenset({Ref("product", UUID(int=1))})))

    def test_of_a_sent_quote_are_those_it_was_sent_with(self, store, qtbot):
        presenter = a_presenter(store, sent(store, a_draft(store, ("A-1", "1"))))

        presenter.heard(Changes(frozenset({Ref("product", UUID(int=1))})))

        assert not presenter._latest.is_waiting
        assert presenter.shown.pending == frozenset()


class TestTypedSkus:
    def test_a_known_one_becomes_its_product(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store))

        typed = QuoteLine(UUID(int=7), sku="A-1", quantity=Decimal(3))
        presenter.apply("Add product", lambda quote: insert_lines(quote, [typed]))

        qtbot.wait_until(lambda: presenter.quote.lines[0].product_id is not None)
        assert (presenter.quote.lines[0].quantity, presenter.priced.totals.net) == (Decimal(3), 30_000)

    def test_an_unknown_one_stays_and_is_said_once(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store))

        typed = QuoteLine(UUID(int=7), sku="X-9")
        presenter.apply("Add product", lambda quote: insert_lines(quote, [typed]))
        qtbot.wait_until(lambda: not presenter.shown.pending)

        assert presenter.quote.lines[0].sku == "X-9"
        assert [finding.code for finding in presenter.findings].count("quotes.unknown_sku") == 1
        assert "pricing.unknown_product" not in {finding.code for finding in presenter.findings}

    def test_looking_one_up_is_no_step_of_undo(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store))
        presenter.apply("Add product", lambda quote: insert_lines(quote, [QuoteLine(UUID(int=7), sku="A-1")]))
        qtbot.wait_until(lambda: presenter.quote.lines[0].product_id is not None)

        presenter.document.undo()

        assert presenter.quote.lines == ()


class TestUndo:
    def test_keeps_more_than_a_hundred_steps_and_their_names(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        first = presenter.quote
        for number in range(2, 122):
            quantity(presenter, 0, str(number))

        name = presenter.document.stack.undoText()
        for _step in range(120):
            presenter.document.undo()

        assert name == "Change quantity"
        assert presenter.quote.lines == first.lines

    def test_typing_in_one_cell_is_one_step_until_the_focus_leaves(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))

        for number in ("2", "25", "250"):
            quantity(presenter, 0, number, key="cell")
        presenter.seal()
        quantity(presenter, 0, "3", key="cell")
        presenter.document.undo()

        assert presenter.quote.lines[0].quantity == Decimal(250)
        presenter.document.undo()
        assert presenter.quote.lines[0].quantity == Decimal(1)

    def test_brings_deleted_lines_back_in_their_order(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1"), ("B-2", "2"), ("S-3", "3")))
        before = presenter.quote.lines

        presenter.apply("Delete", lambda quote: remove_lines(quote, frozenset({before[0].id, before[2].id})))
        presenter.document.undo()

        assert presenter.quote.lines == before

    def test_never_goes_back_behind_a_save(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        quantity(presenter, 0, "2")
        with qtbot.wait_signal(presenter.saving.saved):
            presenter.saving.flush()
        kept = presenter.quote.rev

        presenter.document.undo()

        assert presenter.quote.rev == kept
        with qtbot.wait_signal(presenter.saving.saved):
            presenter.saving.flush()


class TestFindings:
    def test_name_what_stands_in_the_way_of_sending(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, customer=None))

        assert {finding.code for finding in presenter.findings} == {
            "quotes.customer_missing",
            "quotes.no_lines",
        }

    def test_of_a_sent_quote_are_none(self, store, qtbot):
        assert a_presenter(store, sent(store, a_draft(store, ("A-1", "1")))).findings == ()


class TestHeard:
    def test_a_save_of_our_own_is_no_news(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        ours = Changes(frozenset({Ref("quote", presenter.quote.id)}))
        quantity(presenter, 0, "2")
        with qtbot.wait_signal(presenter.session.changed):
            presenter.saving.flush()

        assert not presenter.heard(ours)
        assert presenter.heard(ours)

    def test_other_quotes_are_not_ours(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store))

        assert not presenter.heard(Changes(frozenset({Ref("quote", UUID(int=99))})))


def test_what_was_sent_takes_no_edit(store, qtbot):
    presenter = a_presenter(store, sent(store, a_draft(store, ("A-1", "1"))))

    with pytest.raises(QuoteNotEditable):
        presenter.apply("Change notes", lambda quote: with_header(quote, notes="later"))
    assert "can no longer be changed" in presenter.attempt(
        "Change notes", lambda quote: with_header(quote, notes="later")
    )


def test_a_read_only_file_takes_none_either(store, qtbot):
    presenter = a_presenter(store, a_draft(store))
    presenter.session.file = replace(presenter.session.file, read_only="The file is newer.")

    assert not presenter.is_editable


def test_another_customer_brings_other_prices(store, qtbot):
    presenter = a_presenter(store, a_draft(store, ("A-1", "1"), customer=None))

    with qtbot.wait_signal(presenter.renewed):
        presenter.apply("Choose customer", lambda quote: replace(quote, customer_id=ACME))

    assert presenter.surroundings.customer.name == "Acme AG"
