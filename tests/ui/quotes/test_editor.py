from app.kernel.changes import Ref
from tests.support.deals import a_draft, accepted, sent
from tests.support.ui_quotes import open_quote


def test_a_new_quote_begins_with_its_customer(window, store, qtbot):
    editor = open_quote(window, a_draft(store, customer=None), qtbot)

    qtbot.wait_until(editor.header.customer.hasFocus)


def test_a_quote_with_a_customer_begins_with_its_next_line(window, store, qtbot):
    editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)

    qtbot.wait_until(editor.lines.grid.hasFocus)
    assert editor.lines.grid.current_key is None


def test_the_chain_leads_to_what_the_quote_became(window, store, qtbot):
    contract = accepted(store, ("A-1", "1"))
    with store.reading() as unit:
        quote = unit.quotes.get(contract.quote_id)
    editor = open_quote(window, quote, qtbot)

    qtbot.wait_until(editor.chain.isVisible)
    assert [link.text for link in editor.chain.links] == [quote.number, contract.number]
    window.page.open_contract()
    assert window.navigation.current_key == Ref("contract", contract.id)


def test_a_quote_that_became_nothing_shows_no_chain(window, store, qtbot):
    editor = open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)

    qtbot.wait_until(lambda: bool(editor.chain.links))
    assert not editor.chain.isVisible()


def test_a_section_discount_needs_a_section(window, store, qtbot):
    editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)

    editor.lines.discount_wanted.emit(editor.lines.section)

    assert window._toasts.text == "The line stands in no section. Add a section above it first."


def test_last_items_need_a_customer(window, store, qtbot):
    editor = open_quote(window, a_draft(store, customer=None), qtbot)

    editor.add_last_items()

    assert "Choose a customer first" in window._toasts.text


def test_the_checks_come_to_the_front(window, store, qtbot):
    editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)

    editor.show_checks()

    assert editor.foot.findings.isVisible() or editor.foot._all_well.isVisible()


def test_a_lines_text_and_term_are_changed_in_one_step(window, store, qtbot):
    editor = open_quote(window, a_draft(store, ("S-3", "1")), qtbot)
    editor.lines.grid.go_to(editor.presenter.quote.lines[0].id, "quantity")

    editor.ask_line()
    editor.line.detail.setPlainText("Per user")
    editor.line.term.setText("24")
    editor.line.submit()

    line = editor.presenter.quote.lines[0]
    assert (line.detail, line.term_months) == ("Per user", 24)
    assert editor.presenter.priced.totals.net == 28_800
    assert editor.lines.grid.grid_model.row(0).detail == "24 months · 12.00 per month · Per user"
    assert editor.presenter.document.stack.undoText() == "Change line"


def test_the_empty_line_has_no_text_of_its_own(window, store, qtbot):
    editor = open_quote(window, a_draft(store), qtbot)

    editor.ask_line()

    assert editor.line is None
    assert window._toasts.text == "Put the cursor on a line first."
