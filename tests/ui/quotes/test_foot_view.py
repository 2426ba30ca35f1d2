"""U11, U12, U18 and U22 at the foot of the quote."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.product import Cost
from app.kernel.money import Currency, Money
from app.kernel.percent import Percent
from app.services import company
from tests.support.deals import a_draft, sent
from tests.support.stores import an_act
from tests.support.ui_quotes import open_quote, quantity
from ui.quotes.discounts import number_format
from ui.quotes.foot_view import CHECKS


@pytest.fixture
def editor(window, store, qtbot):
    return open_quote(window, a_draft(store, ("A-1", "10")), qtbot)


def totals(editor) -> dict[str, str]:
    panel = editor.foot.totals
    return {text.text(): amount.text() for text, amount in panel._rows if text.isVisibleTo(panel)}


class TestTotals:
    def test_are_the_cores_to_the_cent(self, editor):
        quantity(editor.presenter, 0, "12")

        core = editor.presenter.priced.totals
        assert core.payable == 142_800
        assert totals(editor) == {"Net": "1,200.00", "VAT 19%": "228.00"}
        assert editor.foot.totals._total[1].text() == "€1,428.00"


class TestMargin:
    @pytest.fixture(autouse=True)
    def cost(self, store):
        """A-1 is sold for 100 and costs 90."""
        with store.writing(an_act()) as uow:
            bolt = uow.products.by_sku("A-1")
            uow.products.save(replace(bolt, costs=(Cost(Decimal(90), Currency.of("EUR")),)))

    def test_has_no_bar_while_the_company_has_no_goals(self, editor):
        assert editor.foot.totals.words.text() == "Above cost of €900.00"
        assert editor.foot.totals.bar.isHidden()

    def test_is_marked_and_said_once_the_company_has_goals(self, editor, store, qtbot):
        with store.writing(an_act()) as uow:
            company.change(uow, an_act(), name="margin.floor", text="15%")
            company.change(uow, an_act(), name="margin.target", text="0.3")
        editor.presenter.renew()

        qtbot.wait_until(lambda: not editor.foot.totals.bar.isHidden())
        assert editor.foot.totals.words.text() == "Below the floor of 15%"


class TestDiscounts:
    def test_of_the_quote_partner_and_distributor_are_percentages(self, editor):
        view = editor.foot.discounts
        view.discount.amount_changed.emit(Decimal(10))
        view.partner.amount_changed.emit(Decimal(8))
        view.distributor.amount_changed.emit(Decimal(2))

        quote = editor.presenter.quote
        assert quote.discount == Percent.of_points(10)
        assert (quote.partner, quote.distributor) == (Percent.of_points(8), Percent.of_points(2))
        assert totals(editor)["Net"] == "811.44"

    def test_a_lump_sum_comes_off_the_total(self, editor):
        editor.foot.discounts.lump_sum.amount_changed.emit(Decimal("50"))

        assert editor.presenter.quote.document_discount == Money(Decimal(50), Currency.of("EUR"))
        assert totals(editor)["Lump sum discount"] == "-50.00"

    def test_emptied_take_nothing_and_undo_brings_them_back(self, editor):
        view = editor.foot.discounts
        view.discount.amount_changed.emit(Decimal(10))
        view.discount.amount_changed.emit(None)
        emptied = editor.presenter.quote.discount

        editor.presenter.document.undo()

        assert emptied is None
        assert view.discount.amount == Decimal(10)

    def test_are_written_as_the_reader_writes(self, editor):
        form = number_format(editor.presenter.session.formats)

        assert form.write(Decimal("1234.5")) == "1,234.5"


class TestNotes:
    def test_typing_is_one_step(self, editor):
        for text in ("T", "Th", "Thanks"):
            editor.foot.notes.edit.setPlainText(text)

        assert editor.presenter.quote.notes == "Thanks"
        editor.presenter.document.undo()
        assert (editor.presenter.quote.notes, editor.foot.notes.edit.toPlainText()) == ("", "")

    def test_internal_ones_stay_in_the_house(self, editor):
        editor.foot.internal.edit.setPlainText("Call on Monday")

        assert editor.presenter.quote.internal_notes == "Call on Monday"
        assert editor.presenter.quote.notes == ""

    def test_a_text_that_cannot_be_kept_stays_with_the_reason(self, editor):
        editor.foot.notes.edit.setPlainText("abc\u202edef")

        assert editor.presenter.quote.notes == ""
        assert editor.foot.notes._problem.text()
        quantity(editor.presenter, 0, "3")
        assert editor.foot.notes.edit.toPlainText() == "abc\u202edef"


class TestChecks:
    def test_are_counted_on_their_tab_and_lead_to_their_field(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, customer=None), qtbot)
        qtbot.wait_until(lambda: editor.foot.tabs.tabText(CHECKS) == "Checks (2)")

        editor.foot.findings.jump_wanted.emit("customer")

        qtbot.wait_until(editor.header.customer.hasFocus)

    def test_follow_the_edits(self, editor, qtbot):
        editor.presenter.apply("Delete", lambda quote: replace(quote, lines=()))

        qtbot.wait_until(lambda: editor.foot.tabs.tabText(CHECKS) == "Checks (1)")

    def test_say_when_all_is_well(self, editor):
        blocked = editor.foot.open_checks()

        assert not blocked
        assert editor.foot._all_well.isVisible()
        assert editor.foot.tabs.currentIndex() == CHECKS


def test_a_sent_quotes_foot_takes_nothing(window, store, qtbot):
    editor = open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)

    assert editor.foot.notes.edit.isReadOnly()
    assert not editor.foot.discounts.isEnabled()
    assert editor.foot.notes.edit.placeholderText() == ""
