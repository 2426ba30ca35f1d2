from decimal import Decimal

import pytest

from app.catalog.product import ChargeType
from app.catalog.reduction import percent_off
from app.i18n.formats import formats
from app.kernel.findings import Finding, Severity
from app.kernel.money import Currency
from app.quotes.lines import LineRole
from app.quotes.quote import QuoteNotEditable
from tests.support.pricing import an_article
from tests.support.quotes import a_heading, a_line, a_quote
from tests.support.ui_quotes import priced_by
from ui.quotes.accept_dialog import AcceptDialog, Yes, ways
from ui.quotes.cells import Writing
from ui.quotes.create_dialogs import CustomerDialog, NewProduct, ProductDialog
from ui.quotes.dialogs import FormDialog, words
from ui.quotes.discount_dialog import DiscountDialog
from ui.quotes.line_dialog import LineDialog
from ui.quotes.send_dialog import SendDialog, Sending

EUR = Currency.of("EUR")
ENGLISH = formats("en")
SENDING = Sending("Q-1", "Acme AG", "€119.00", "Apr 1, 2026", "anna@acme.example")


@pytest.fixture
def opened(qtbot):
    """Open a dialog and return it with what it emitted."""

    def open_it(dialog, signal):
        qtbot.add_widget(dialog)
        dialog.open()
        said: list[object] = []
        getattr(dialog, signal).connect(said.append)
        return dialog, said

    return open_it


class TestFormDialog:
    def test_takes_no_second_press_and_says_why_not(self, qtbot):
        dialog = FormDialog("Title", "Do it")
        qtbot.add_widget(dialog)
        dialog.wait()
        waiting = dialog.act.isEnabled()

        dialog.refuse(QuoteNotEditable(number="Q-1", state="sent"))

        assert not waiting
        assert dialog.act.isEnabled()
        assert "can no longer be changed" in dialog.problem.text()

    def test_words_are_plain(self, qtbot):
        label = words("<img src=file:///x>")
        qtbot.add_widget(label)

        assert label.textFormat() is label.textFormat().PlainText


class TestSendDialog:
    def test_offers_a_mail_where_an_address_is_known(self, opened):
        dialog, said = opened(SendDialog(SENDING, ()), "send_wanted")

        dialog.act.click()

        assert said == [True]
        assert not dialog.act.isEnabled()

    def test_without_an_address_no_mail_is_proposed(self, opened):
        dialog, _said = opened(SendDialog(SENDING._replace(email=""), ()), "send_wanted")

        assert not dialog.mail.isChecked()

    def test_a_blocker_keeps_it_closed_and_leads_to_its_field(self, opened):
        finding = Finding("quotes.no_lines", Severity.BLOCKER, "lines")
        dialog, said = opened(SendDialog(SENDING, (finding,)), "jump_wanted")

        dialog.findings.jump_wanted.emit("lines")

        assert not dialog.act.isEnabled()
        assert said == ["lines"]
        assert not dialog.isVisible()

    def test_a_warning_does_not(self, opened):
        finding = Finding("quotes.below_cost", Severity.WARNING, "totals", {"loss": Decimal(3)})

        dialog, _said = opened(SendDialog(SENDING, (finding,)), "send_wanted")

        assert dialog.act.isEnabled()


class TestAcceptDialog:
    @pytest.fixture
    def dialog(self, opened):
        quote = a_quote(a_line(1), a_line(2, role=LineRole.OPTIONAL, name="Training & travel"))
        priced = priced_by(quote, *an_article("100", "SKU-1"), *an_article("50", "SKU-2"))
        return opened(AcceptDialog(quote, priced, ENGLISH), "accept_wanted")

    def test_hands_over_who_how_and_which_options(self, dialog):
        asked, said = dialog
        asked.by.setText("  Anna  ")
        asked.reference.setText("PO 7")
        [(option, box)] = asked.options.items()
        box.setChecked(True)

        asked.act.click()

        assert said == [Yes("Anna", "e-mail", "PO 7", frozenset({option}))]

    def test_shows_the_total_with_what_is_ticked(self, dialog):
        asked, _said = dialog
        before = asked.total.text()

        next(iter(asked.options.values())).setChecked(True)

        assert (before, asked.total.text()) == ("Total accepted: €119.00", "Total accepted: €178.50")

    def test_an_ampersand_is_no_mnemonic(self, dialog):
        asked, _said = dialog

        assert "Training && travel" in next(iter(asked.options.values())).text()

    def test_without_a_name_is_refused(self, dialog):
        asked, said = dialog
        asked.by.setText(" ")

        asked.act.click()

        assert said == []
        assert asked.problem.isVisible()

    def test_the_ways_are_those_of_the_law(self):
        assert {choice.value for choice in ways()} == {"e-mail", "signature", "purchase order"}


class TestDiscountDialog:
    def test_takes_a_share_an_amount_or_nothing(self, opened):
        heading = a_heading(1)
        for text, expected in (("5 %", percent_off(5)), ("", None)):
            dialog, said = opened(DiscountDialog(heading, Writing(ENGLISH, EUR)), "discount_taken")
            dialog.field.setText(text)
            dialog.act.click()

            assert said == [expected]

    def test_says_what_cannot_be_taken(self, opened):
        dialog, said = opened(DiscountDialog(a_heading(1), Writing(ENGLISH, EUR)), "discount_taken")
        dialog.field.setText("101")

        dialog.act.click()

        assert (said, dialog.problem.isVisible()) == ([], True)


class TestProductDialog:
    def test_hands_over_what_was_typed(self, opened):
        dialog, said = opened(ProductDialog("Bracket", EUR, ENGLISH), "create_wanted")
        dialog.sku.setText("BR-1")
        dialog.unit.setText("h")
        dialog.price.setText("2*6.25")

        dialog.act.click()

        assert said == [NewProduct("BR-1", "Bracket", "HUR", Decimal("12.50"))]

    def test_says_what_cannot_be_taken(self, opened):
        dialog, said = opened(ProductDialog("Bracket", EUR, ENGLISH), "create_wanted")
        dialog.price.setText("cheap")

        dialog.act.click()

        assert (said, dialog.problem.isVisible()) == ([], True)


def test_a_customers_country_is_the_sellers_at_first(opened):
    dialog, said = opened(CustomerDialog("Neuland", "DE", ENGLISH), "create_wanted")
    dialog.street.setText("Weg 1")
    dialog.act.click()

    [made] = said
    assert (made.name, made.address.country, made.address.lines) == ("Neuland", "DE", ("Weg 1",))


class TestLineDialog:
    def test_takes_text_and_term(self, opened):
        line = a_line(1, name="Care", charge=ChargeType.RECURRING)
        dialog, said = opened(LineDialog(line, ENGLISH), "line_taken")
        dialog.detail.setPlainText("Updates and monitoring,\ntwo hours of support")
        dialog.term.setText("24")

        dialog.act.click()

        [taken] = said
        assert (taken.detail, taken.term_months) == ("Updates and monitoring,\ntwo hours of support", 24)

    def test_an_empty_term_is_the_quotes(self, opened):
        line = a_line(1, charge=ChargeType.RECURRING, term_months=6)
        dialog, said = opened(LineDialog(line, ENGLISH), "line_taken")
        dialog.term.setText("")

        dialog.act.click()

        assert said[0].term_months is None

    def test_what_is_sold_once_has_no_term(self, opened):
        dialog, _said = opened(LineDialog(a_line(1), ENGLISH), "line_taken")

        assert not dialog.term.isVisible()

    def test_says_what_cannot_be_taken(self, opened):
        dialog, said = opened(LineDialog(a_line(1, charge=ChargeType.RECURRING), ENGLISH), "line_taken")
        dialog.term.setText("0")

        dialog.act.click()

        assert (said, dialog.problem.isVisible()) == ([], True)
