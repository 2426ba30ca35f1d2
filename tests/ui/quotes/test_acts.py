"""From draft to contract in the real window: U17, U18, U19, U24."""

import email
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.kernel.changes import Ref
from app.quotes.lifecycle import QuoteState
from app.services import quotes
from app.services.documents import kept_pdf
from tests.support.deals import a_draft, sent
from tests.support.stores import an_act
from tests.support.ui_quotes import open_quote, opened_editor, press, quantity, stored

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(window, store, qtbot):
    return open_quote(window, a_draft(store, ("A-1", "10"), ("B-2", "25")), qtbot)


def dialog_of(window, qtbot):
    qtbot.wait_until(lambda: window.page.acts.dialog is not None, timeout=10_000)
    return window.page.acts.dialog


def in_state(window, state, qtbot):
    """Wait until the page shows the quote in a state; returns its new editor."""
    qtbot.wait_until(lambda: window.page.editor.presenter.quote.state is state, timeout=15_000)
    return window.page.editor


def kept(store, editor) -> bytes:
    with store.reading() as unit:
        return kept_pdf(unit, kind="quote", document_id=editor.presenter.quote.id) or b""


class TestSend:
    def test_saves_first_then_sends_and_keeps_the_paper(self, window, editor, store, qtbot):
        quantity(editor.presenter, 0, "12")

        press(Qt.Key.Key_Return, CTRL)
        dialog = dialog_of(window, qtbot)
        dialog.mail.setChecked(False)
        dialog.submit()

        after = in_state(window, QuoteState.SENT, qtbot)
        qtbot.wait_until(lambda: kept(store, after) != b"", timeout=15_000)
        assert stored(store, after.presenter.quote.id).lines[0].quantity == Decimal(12)
        assert window.page.heading().chip.text == "Sent"

    def test_is_not_possible_while_something_is_missing(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, customer=None), qtbot)

        press(Qt.Key.Key_Return, CTRL)
        dialog = dialog_of(window, qtbot)

        assert not dialog.act.isEnabled()
        assert [finding.where for finding in dialog.findings.findings] == ["customer", "lines"]
        dialog.findings.jump_wanted.emit("customer")
        assert stored(store, editor.presenter.quote.id).state is QuoteState.DRAFT

    def test_says_what_is_offered_and_until_when(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1"), notes=""), qtbot)
        quantity(editor.presenter, 0, "1")

        window.page.acts.send()
        dialog = dialog_of(window, qtbot)

        assert dialog.act.isEnabled()
        assert "Acme AG is offered €119.00" in _words(dialog)

    def test_opens_a_mail_with_the_kept_paper(self, window, editor, store, qtbot):
        opened: list[Path] = []
        window.page.acts.leaving._open_file = lambda file: bool(opened.append(file)) or True

        window.page.acts.send()
        dialog = dialog_of(window, qtbot)
        dialog.mail.setChecked(True)
        dialog.submit()

        qtbot.wait_until(lambda: bool(opened), timeout=15_000)
        mail = email.message_from_bytes(opened[0].read_bytes())
        [attachment] = [part for part in mail.walk() if part.get_content_type() == "application/pdf"]
        assert attachment.get_payload(decode=True) == kept(store, editor)


class TestAccept:
    def test_makes_the_contract_and_opens_it(self, window, store, qtbot):
        quote = sent(store, a_draft(store, ("A-1", "10"), ("B-2", "5"), optional="B-2"))
        open_quote(window, quote, qtbot)
        window.page.acts.accept()
        dialog = dialog_of(window, qtbot)

        dialog.by.setText("Anna Acme")
        dialog.reference.setText("PO 4711")
        option = next(iter(dialog.options.values()))
        option.setChecked(True)
        shown = dialog.total.text()
        dialog.submit()

        qtbot.wait_until(lambda: stored(store, quote.id).state is QuoteState.ACCEPTED, timeout=10_000)
        yes = stored(store, quote.id).acceptance
        assert (yes.by, yes.how, yes.reference) == ("Anna Acme", "e-mail", "PO 4711")
        assert yes.options == {quote.lines[1].id}
        assert shown == "Total accepted: €1,191.99"
        with store.reading() as unit:
            contract = unit.contracts.of_quote(quote.id)
        qtbot.wait_until(lambda: window.navigation.current_key == Ref("contract", contract.id))

    def test_needs_a_name(self, window, store, qtbot):
        open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)
        window.page.acts.accept()
        dialog = dialog_of(window, qtbot)
        dialog.by.setText(" ")

        dialog.submit()

        assert dialog.problem.isVisibleTo(dialog)
        dialog.reject()

    def test_too_late_is_said_in_the_dialog(self, window, store, qtbot):
        draft = a_draft(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            early = replace(draft, dated=draft.dated.replace(year=2025))
            draft = quotes.save_draft(
                uow, an_act(), quote=replace(early, valid_until=early.dated, price_date=draft.dated)
            )
        open_quote(window, sent(store, draft), qtbot)
        window.page.acts.accept()
        dialog = dialog_of(window, qtbot)
        dialog.by.setText("Anna")

        dialog.submit()

        qtbot.wait_until(lambda: dialog.problem.isVisibleTo(dialog))
        assert "was valid until" in dialog.problem.text()
        dialog.reject()


class TestDecline:
    def test_is_recorded(self, window, store, qtbot):
        open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)

        window.page.acts.decline()

        in_state(window, QuoteState.DECLINED, qtbot)


class TestRevise:
    def test_opens_the_next_revision_as_a_draft(self, window, store, qtbot):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        open_quote(window, quote, qtbot)

        window.page.acts.revise()

        qtbot.wait_until(lambda: window.navigation.current_key != Ref("quote", quote.id))
        after = opened_editor(window, qtbot)
        assert (after.presenter.quote.revision, after.presenter.quote.number) == (2, quote.number)
        assert window.page.heading().note == "Acme AG · revision 2"


class TestClone:
    def test_saves_first_and_opens_a_quote_of_its_own(self, window, editor, store, qtbot):
        original = editor.presenter.quote
        quantity(editor.presenter, 0, "77")

        window.page.acts.clone()

        qtbot.wait_until(lambda: window.navigation.current_key != Ref("quote", original.id))
        copy = opened_editor(window, qtbot).presenter.quote
        assert copy.number != original.number
        assert copy.lines[0].quantity == Decimal(77)


class TestBin:
    def test_closes_the_page_and_undo_brings_it_back(self, window, editor, store, qtbot):
        ref = Ref("quote", editor.presenter.quote.id)

        window.page.put_in_bin()
        qtbot.wait_until(lambda: window._toasts is not None and bool(window._toasts.text))
        closed = window.navigation.current_key != ref
        window._toasts.undo_button.click()

        qtbot.wait_until(lambda: window.navigation.current_key == ref)
        assert closed
        assert opened_editor(window, qtbot).presenter.quote.number


class TestPaper:
    def test_that_leaves_is_the_kept_one(self, window, store, tmp_path, qtbot):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        editor = open_quote(window, quote, qtbot)
        left: list[bytes] = []
        window.page.acts.leaving.save = lambda pdf, _name: left.append(pdf)
        window.page.acts.leaving.print = lambda pdf, _title: left.append(pdf)

        window.page.acts.save_pdf()
        window.page.acts.print()

        qtbot.wait_until(lambda: len(left) == 2, timeout=15_000)
        assert set(left) == {kept(store, editor)}

    def test_of_a_draft_is_saved_first(self, window, editor, store, qtbot):
        left: list[bytes] = []
        window.page.acts.leaving.save = lambda pdf, _name: left.append(pdf)
        quantity(editor.presenter, 0, "12")

        window.page.acts.save_pdf()

        qtbot.wait_until(lambda: bool(left), timeout=15_000)
        assert stored(store, editor.presenter.quote.id).lines[0].quantity == Decimal(12)
        assert kept(store, editor) == b""


def _words(dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))
