"""The page of a quote: U21 to U23, U36 to U38 and U42 in the real window."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QTabBar

from app.kernel.changes import Changes, Ref
from app.kernel.findings import blockers
from app.quotes.lifecycle import QuoteState
from app.services import quotes
from app.store.faults import DiskFull
from tests.support.deals import a_draft, sent
from tests.support.stores import an_act
from tests.support.ui_company import a_window
from tests.support.ui_quotes import (
    open_quote,
    opened_editor,
    press,
    quantity,
    saved,
    stored,
    type_text,
)
from ui.kit.language import speak
from ui.quotes.everywhere import new_quote
from ui.quotes.side_panel import Panel

CTRL = Qt.KeyboardModifier.ControlModifier


def by_somebody_else(store, quote, **facts):
    with store.writing(an_act()) as uow:
        return quotes.save_draft(uow, an_act(), quote=replace(stored(store, quote.id), **facts))


class TestHeading:
    def test_says_number_state_customer_and_the_next_step(self, window, store, qtbot):
        open_quote(window, a_draft(store, ("A-1", "1")), qtbot)

        heading = window.page.heading()
        assert (heading.title, heading.chip.text, heading.note) == ("Q-2026-A0001", "Draft", "Acme AG")
        assert (heading.primary, heading.trail) == ("quotes.send", (("Quotes", "quotes"),))

    @pytest.mark.parametrize(
        ("state", "step"), [(QuoteState.SENT, "quotes.accept"), (QuoteState.SUPERSEDED, "quotes.compare")]
    )
    def test_the_next_step_follows_the_state(self, window, store, qtbot, state, step):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        if state is QuoteState.SUPERSEDED:
            with store.writing(an_act()) as uow:
                quotes.revise(uow, an_act(), quote_id=quote.id)

        open_quote(window, quote, qtbot)

        assert window.page.heading().primary == step


class TestReadOnly:
    def test_a_sent_quote_says_why_and_offers_the_legal_ways(self, window, store, qtbot):
        editor = open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)

        assert editor.notice.text == "This quote was sent: what the customer has cannot change."
        assert list(editor.notice.ways) == ["Revise", "Copy"]
        assert window.page.undo_stack() is None

    def test_a_superseded_one_leads_to_the_newest(self, window, store, qtbot):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        with store.writing(an_act()) as uow:
            newest = quotes.revise(uow, an_act(), quote_id=quote.id)
        editor = open_quote(window, quote, qtbot)

        editor.notice.ways["Open the newest"].click()

        assert window.navigation.current_key == Ref("quote", newest.id)
        opened_editor(window, qtbot)

    def test_a_blocked_action_says_why(self, window, store, qtbot):
        open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)

        action = window.actions_of_window.find("quotes.send", window.page.scope)

        assert not action.isEnabled()
        assert "Only a draft can be sent." in action.toolTip()


class TestClosing:
    def test_saves_first(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        quote_id = editor.presenter.quote.id
        quantity(editor.presenter, 0, "9")

        window.close_current_page()
        qtbot.wait_until(lambda: window.navigation.current_key != Ref("quote", quote_id))

        assert stored(store, quote_id).lines[0].quantity == Decimal(9)

    def test_an_open_cell_is_taken(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        quote_id = editor.presenter.quote.id
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(0), "quantity")
        type_text("9")

        window.close_current_page()
        qtbot.wait_until(lambda: window.navigation.current_key != Ref("quote", quote_id))

        assert stored(store, quote_id).lines[0].quantity == Decimal(9)

    def test_a_draft_in_which_nothing_was_written_is_no_draft(self, window, store, qtbot):
        window.open_section("quotes")
        new_quote(window)
        editor = opened_editor(window, qtbot)

        with qtbot.wait_signal(window.session.changed):
            window.close_current_page()

        qtbot.wait_until(lambda: not window.page.list.model.rows)
        assert stored(store, editor.presenter.quote.id).lines == ()

    def test_going_elsewhere_saves_too(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        quantity(editor.presenter, 0, "9")

        window.open_section("quotes")
        saved(editor, qtbot)

        assert stored(store, editor.presenter.quote.id).lines[0].quantity == Decimal(9)


class TestConflict:
    def test_their_quote_can_be_loaded(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        by_somebody_else(store, editor.presenter.quote, notes="theirs")
        quantity(editor.presenter, 0, "9")
        editor.presenter.saving.flush()
        qtbot.wait_until(lambda: "Load theirs" in editor.notice.ways)

        editor.notice.ways["Load theirs"].click()

        qtbot.wait_until(lambda: window.page.editor is not editor)
        assert opened_editor(window, qtbot).presenter.quote.notes == "theirs"

    def test_mine_can_be_kept_as_a_copy(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        number = editor.presenter.quote.number
        by_somebody_else(store, editor.presenter.quote, notes="theirs")
        quantity(editor.presenter, 0, "9")
        editor.presenter.saving.flush()
        qtbot.wait_until(lambda: "Keep mine as a copy" in editor.notice.ways)

        editor.notice.ways["Keep mine as a copy"].click()

        qtbot.wait_until(lambda: window.navigation.current_key != Ref("quote", editor.presenter.quote.id))
        mine = opened_editor(window, qtbot).presenter.quote
        assert (mine.lines[0].quantity, mine.number != number) == (Decimal(9), True)

    def test_a_quote_nobody_edits_here_is_read_again(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        by_somebody_else(store, editor.presenter.quote, notes="theirs")

        window.session.touched(Changes(frozenset({Ref("quote", editor.presenter.quote.id)})))

        qtbot.wait_until(lambda: window.page.editor is not editor)
        assert opened_editor(window, qtbot).presenter.quote.notes == "theirs"


class TestFailure:
    def test_the_quote_stays_open_and_the_message_names_the_file(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        commands = window.session.commands
        works = commands._writing
        commands._writing = works._replace(open=_full)
        quantity(editor.presenter, 0, "9")
        editor.presenter.saving.flush()
        qtbot.wait_until(lambda: "Not saved" in editor.notice.text)
        said = editor.notice.text
        commands._writing = works

        editor.notice.ways["Try again"].click()
        saved(editor, qtbot)

        assert "office.db" in said
        assert not editor.notice.isVisible()
        assert stored(store, editor.presenter.quote.id).lines[0].quantity == Decimal(9)

    def test_a_quote_that_is_gone_is_said_and_closed(self, window, store, qtbot):
        window.open_section("quotes")

        window.open(Ref("quote", UUID(int=404)))

        qtbot.wait_until(lambda: window.navigation.current_key == "quotes")


class TestUndo:
    def test_is_the_windows_and_names_the_step(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        quantity(editor.presenter, 0, "9")
        text = window.actions_of_window.action("edit.undo").text()

        press(Qt.Key.Key_Z, CTRL)

        assert text == "&Undo Change quantity"
        assert editor.presenter.quote.lines[0].quantity == Decimal(1)


class TestRemembering:
    def test_columns_margin_and_panel_are_as_they_were(self, store, tmp_path, qtbot):
        draft = a_draft(store, ("A-1", "1"))
        first = a_window(store, tmp_path)
        qtbot.add_widget(first)
        first.resize(1280, 760)
        first.show()
        editor = open_quote(first, draft, qtbot)
        editor.lines.show_margin(True)
        editor.open_panel(Panel.HISTORY)
        first.page.left()
        first.settings.write()

        second = a_window(store, tmp_path)
        qtbot.add_widget(second)
        second.resize(1280, 760)
        second.show()
        again = open_quote(second, draft, qtbot)

        assert again.lines.shows_margin
        assert again.open_now is Panel.HISTORY


class TestForEveryone:
    def test_everything_that_takes_the_focus_has_a_name(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        editor.header.show_details(True)
        with qtbot.wait_signal(editor.panel.preview.drawn, timeout=20_000):
            editor.open_panel(Panel.PREVIEW)

        kinds = (QLineEdit, QPlainTextEdit, QAbstractButton, QAbstractItemView, QTabBar)
        nameless = [
            widget
            for kind in kinds
            for widget in window.page.findChildren(kind)
            if widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not widget.accessibleName()
            and not (isinstance(widget, QLineEdit) and widget.parent().accessibleName())
        ]

        assert nameless == []

    def test_tab_goes_in_reading_order(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, customer=None), qtbot)
        editor.header.customer.setFocus()

        order = [window.focusWidget()]
        for _step in range(6):
            press(Qt.Key.Key_Tab)
            order.append(window.focusWidget())

        head = editor.header
        assert order[:3] == [head.customer, head.dated, head.valid_until]
        assert head.payment in (order[3], order[3].parentWidget())
        assert order[4] is head.more
        assert order[5] is editor.lines.grid

    def test_no_shortcut_stands_twice_and_every_action_has_a_mnemonic(self, window, store, qtbot):
        open_quote(window, a_draft(store), qtbot)

        specs = window.page.page_actions()
        keys = [spec.shortcut for spec in specs if spec.shortcut]
        letters = [spec.text().partition("&")[2][:1].lower() for spec in specs]

        assert len(keys) == len(set(keys))
        assert all(letters)
        assert len(letters) == len(set(letters))


class TestLeaving:
    def test_who_cannot_save_is_asked_and_may_close_without(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        page, commands = window.page, window.session.commands
        commands._writing = commands._writing._replace(open=_full)
        quantity(editor.presenter, 0, "9")

        window.close_page(page)
        qtbot.wait_until(lambda: page.leaving is not None)
        page.leaving.no.click()
        assert window.page is page

        window.close_page(page)
        qtbot.wait_until(lambda: page.leaving is not None)
        page.leaving.yes.click()
        qtbot.wait_until(lambda: window.page is not page)

    def test_a_draft_that_lost_against_somebody_elses_may_be_closed(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        page = window.page
        by_somebody_else(store, editor.presenter.quote, notes="theirs")
        quantity(editor.presenter, 0, "9")
        editor.presenter.saving.flush()
        qtbot.wait_until(lambda: editor.presenter.saving.is_lost)

        window.close_page(page)
        page.leaving.yes.click()

        qtbot.wait_until(lambda: window.page is not page)

    def test_a_draft_somebody_else_sent_offers_theirs_and_a_copy(self, window, store, qtbot):
        quote = a_draft(store, ("A-1", "1"))
        editor = open_quote(window, quote, qtbot)
        sent(store, quote)
        quantity(editor.presenter, 0, "9")
        editor.presenter.saving.flush()

        qtbot.wait_until(lambda: "Load theirs" in editor.notice.ways)


class TestRefusedText:
    def test_is_a_blocker_that_leads_to_its_cell(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "12")), qtbot)
        grid = editor.lines.grid
        at = grid.grid_model.column("quantity")
        grid.commit(grid.grid_model.index(0, at), "25x")

        (finding,) = blockers(editor.presenter.findings)
        assert (finding.code, finding.params["text"]) == ("quotes.text_refused", "25x")
        assert editor.presenter.quote.lines[0].quantity == Decimal(12)

        editor.jump(finding.where)
        assert grid.currentIndex().column() == at

        grid.commit(grid.grid_model.index(0, at), "25")
        assert editor.presenter.findings == ()

    def test_of_a_date_is_one_too(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "12")), qtbot)
        field = editor.header.valid_until
        field.setFocus()
        field.selectAll()
        type_text("32.13.")
        press(Qt.Key.Key_Tab)

        assert [one.where for one in editor.presenter.findings] == ["valid_until"]


def _full(_act):
    raise DiskFull(file="office.db")


class TestLanguage:
    @pytest.fixture(autouse=True)
    def _english_again(self):
        yield
        speak("en")

    def test_is_switched_without_losing_edits_or_their_undo(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1200"), optional="A-1"), qtbot)
        quantity(editor.presenter, 0, "1300")

        speak("xx")

        again = window.page.editor
        assert again is not editor
        assert again.lines.grid.grid_model.row(0).tag not in ("", "Optional")
        again.presenter.document.undo()
        assert again.presenter.quote.lines[0].quantity == Decimal(1200)

    def test_every_word_of_the_page_is_translated(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        editor.header.show_details(True)
        speak("xx")

        page = window.page.editor
        words = [label.text() for label in page.findChildren(QLabel)]
        words += [button.text() for button in page.findChildren(QAbstractButton)]
        words += [tabs.tabText(at) for tabs in page.findChildren(QTabBar) for at in range(tabs.count())]
        english = [word for word in words if word.isascii() and word.strip(" ()").isalpha() and len(word) > 3]

        assert english == []
