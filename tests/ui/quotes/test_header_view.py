from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.catalog.price_book import PriceBook
from app.catalog.texts import Texts
from app.i18n.formats import formats
from app.kernel.money import Currency
from app.quotes.editing import change_line
from app.quotes.exchange_rate import SAME_CURRENCY, FrozenRate
from app.quotes.lifecycle import QuoteState
from tests.support.deals import ACME, BIKES, a_draft, sent
from tests.support.stores import an_act
from tests.support.ui_quotes import open_quote, press, settled, type_text
from ui.quotes.dates import date_field, order_of, show_day
from ui.quotes.languages import language_name
from ui.widgets.typed_dates import Order

USD = Currency.of("USD")


@pytest.fixture
def editor(window, store, qtbot):
    return open_quote(window, a_draft(store, ("A-1", "1")), qtbot)


def retype(field, text):
    field.setFocus()
    field.selectAll()
    type_text(text)
    press(Qt.Key.Key_Return)


def type_price(editor, price):
    line = editor.presenter.quote.lines[0].id
    editor.presenter.apply(
        "Change price",
        lambda quote: change_line(quote, line, lambda one: replace(one, unit_price=Decimal(price))),
    )


class TestCustomer:
    def test_is_found_and_brings_what_is_usual(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, customer=None), qtbot)
        qtbot.wait_until(editor.header.customer.hasFocus)

        type_text("acme")
        press(Qt.Key.Key_Return)

        qtbot.wait_until(lambda: editor.presenter.quote.customer_id == ACME)
        assert editor.header.customer.text() == "Acme AG"
        qtbot.wait_until(lambda: window.page.heading().note == "Acme AG")

    def test_is_created_without_leaving_the_quote(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, customer=None), qtbot)
        qtbot.wait_until(editor.header.customer.hasFocus)
        type_text("Neuland GmbH")
        press(Qt.Key.Key_Return)
        qtbot.wait_until(lambda: editor.creating.dialog is not None)

        dialog = editor.creating.dialog
        dialog.city.setText("Kiel")
        dialog.submit()

        qtbot.wait_until(lambda: editor.presenter.quote.customer_id is not None)
        with store.reading() as unit:
            made = unit.customers.get(editor.presenter.quote.customer_id)
        assert (made.name, made.billing.city, made.billing.country) == ("Neuland GmbH", "Kiel", "DE")
        assert editor.header.customer.text() == "Neuland GmbH"

    def test_without_a_name_is_refused_in_the_dialog(self, editor, qtbot):
        editor.creating.ask_customer("")
        dialog = editor.creating.dialog

        dialog.submit()

        qtbot.wait_until(lambda: dialog.problem.isVisibleTo(dialog))
        assert dialog.problem.text()
        dialog.reject()

    def test_is_given_back_by_undo(self, window, store, qtbot):
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)
        editor.header.take_customer(BIKES, "Bike World")
        qtbot.wait_until(lambda: editor.presenter.quote.customer_id == BIKES)

        editor.presenter.document.undo()
        qtbot.wait_until(lambda: editor.header.customer.text() == "Acme AG")

        assert editor.presenter.quote.customer_id == ACME


class TestDates:
    def test_take_days_to_be_added(self, editor):
        retype(editor.header.valid_until, "+14")

        quote = editor.presenter.quote
        assert quote.valid_until == quote.dated + timedelta(days=14)

    def test_another_date_moves_the_validity_with_it(self, editor):
        days = editor.presenter.quote.valid_until - editor.presenter.quote.dated

        retype(editor.header.dated, "2026-05-01")

        quote = editor.presenter.quote
        assert (quote.dated, quote.valid_until) == (date(2026, 5, 1), date(2026, 5, 1) + days)
        assert editor.header.valid_until.chosen == quote.valid_until

    def test_what_is_no_date_stays_marked(self, editor):
        retype(editor.header.valid_until, "soon")

        assert editor.header.valid_until.property("invalid") == "true"

    def test_an_emptied_date_comes_back(self, editor):
        before = editor.presenter.quote.valid_until
        field = editor.header.valid_until
        field.setFocus()
        field.selectAll()
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Return)

        assert (field.chosen, editor.presenter.quote.valid_until) == (before, before)

    def test_being_typed_is_not_written_over(self, editor):
        field = editor.header.valid_until
        field.setFocus()
        field.selectAll()
        type_text("15.")

        show_day(field, date(2030, 1, 1))

        assert field.text() == "15."


class TestTerms:
    def test_take_their_own_spelling(self, editor):
        editor.header.payment.value_chosen.emit("2% discount 10 days, 30 days")

        assert editor.presenter.quote.terms.payment == "2% discount 10 days, 30 days"

    def test_nobody_can_be_sure_about_are_refused_in_place(self, editor):
        editor.header.payment.value_chosen.emit("soon, please")

        assert editor.presenter.quote.terms.payment == "30 days"
        assert editor.header.payment.lineEdit().property("invalid") == "true"


class TestDetails:
    def test_lie_folded_under_a_summary(self, editor):
        assert not editor.header.details.isVisible()
        assert editor.header._summary.text() == "EUR · LIST · Deutsch · 12 months · PO 7"

        editor.header.more.click()

        assert editor.header.details.isVisible()

    def test_another_currency_asks_for_its_rate(self, editor, store, qtbot):
        with store.writing(an_act()) as uow:
            book = PriceBook(uow.new_id(), "US", Texts.only("Dollars"), Currency.of("USD"))
            uow.price_books.save(book)
        with qtbot.wait_signal(editor.presenter.renewed):
            editor.presenter.renew()
        details = editor.header.details
        editor.header.show_details(True)

        details.currency.value_chosen.emit("USD")
        settled(editor, qtbot)
        found = {finding.code for finding in editor.presenter.findings}
        details.rate.amount_changed.emit(Decimal("0.92"))

        quote = editor.presenter.quote
        assert (quote.currency, quote.price_book) == (Currency.of("USD"), "US")
        assert "quotes.exchange_rate_missing" in found
        assert details.rate.isVisible()
        assert (quote.exchange.rate, quote.exchange.on, quote.exchange.source) == (
            Decimal("0.92"),
            quote.dated,
            "typed",
        )
        details.currency.value_chosen.emit("EUR")
        assert editor.presenter.quote.exchange == SAME_CURRENCY

    def test_another_currency_takes_the_rate_of_the_quotes_date(self, editor, store, window, qtbot):
        with store.writing(an_act()) as uow:
            uow.price_books.save(PriceBook(uow.new_id(), "US", Texts.only("Dollars"), USD))
            for day, rate in ((date(2026, 1, 5), "0.91"), (date(2030, 1, 1), "0.99")):
                uow.exchange_rates.write(USD, Currency.of("EUR"), FrozenRate(Decimal(rate), day, "ECB"))
        with qtbot.wait_signal(editor.presenter.renewed):
            editor.presenter.renew()
        type_price(editor, "1000")

        editor.header.details.currency.value_chosen.emit("USD")
        settled(editor, qtbot)

        quote = editor.presenter.quote
        assert quote.exchange == FrozenRate(Decimal("0.91"), date(2026, 1, 5), "ECB")
        assert quote.lines[0].unit_price == 1000
        assert "quotes.exchange_rate_missing" not in {each.code for each in editor.presenter.findings}
        assert window._toasts.text == "1 typed price was kept and is in USD now; check it."

    def test_a_rate_entered_later_fills_an_open_quote(self, editor, store, qtbot):
        editor.header.details.currency.value_chosen.emit("USD")
        settled(editor, qtbot)
        entered = FrozenRate(Decimal("0.91"), editor.presenter.quote.dated, "ECB")
        with store.writing(an_act()) as uow:
            uow.exchange_rates.write(USD, Currency.of("EUR"), entered)

        with qtbot.wait_signal(editor.presenter.renewed):
            editor.presenter.heard(uow.changes)

        assert editor.presenter.quote.exchange == entered
        assert editor.header.details.source.text() == "ECB"

    def test_a_refused_choice_says_why_at_its_field(self, editor):
        document = editor.presenter.document
        document.replace_current(replace(document.current, state=QuoteState.SENT))
        currency, dated = editor.header.details.currency, editor.header.dated

        currency.value_chosen.emit("USD")
        dated.date_changed.emit(date(2026, 5, 1))

        for field in (currency, dated):
            assert field.property("invalid") == "true"
            assert field.accessibleDescription()
        assert currency.value == "EUR"

        document.replace_current(replace(document.current, state=QuoteState.DRAFT))
        editor.header.details.show_quote()
        assert currency.property("invalid") == "false"

    def test_take_language_book_delivery_reference_start_and_term(self, editor):
        details = editor.header.details
        details.language.value_chosen.emit("en")
        details.delivery.text_taken.emit("DAP Berlin")
        details.buyer_reference.text_taken.emit("PO 9")
        details.starts_on.date_changed.emit(date(2026, 7, 1))
        details.term_months.amount_changed.emit(Decimal(24))

        quote = editor.presenter.quote
        assert (quote.language, quote.buyer_reference) == ("en", "PO 9")
        assert (quote.terms.delivery, quote.terms.term_months) == ("DAP Berlin", 24)
        assert quote.terms.starts_on == date(2026, 7, 1)

    def test_a_text_with_a_direction_override_is_refused_in_place(self, editor):
        editor.header.details.delivery.text_taken.emit("abc\u202edef")

        assert editor.presenter.quote.terms.delivery == ""
        assert editor.header.details.delivery.property("invalid") == "true"

    def test_an_emptied_term_comes_back(self, editor):
        editor.header.details.term_months.amount_changed.emit(None)

        assert editor.presenter.quote.terms.term_months == 12


class TestJump:
    def test_unfolds_what_lies_folded(self, editor, qtbot):
        editor.jump("book")

        assert editor.header.details.isVisible()
        qtbot.wait_until(editor.header.details.price_book.hasFocus)

    def test_goes_to_the_cell_of_a_line(self, editor, qtbot):
        line = editor.presenter.quote.lines[0].id

        editor.jump(f"lines[{line}].unit")

        grid = editor.lines.grid
        assert grid.current_key == line
        assert grid.grid_model.columns[grid.currentIndex().column()].key == "unit"

    def test_goes_to_the_next_line_where_lines_are_missing(self, editor):
        editor.jump("lines")

        assert editor.lines.grid.current_key is None


def test_a_sent_quotes_head_takes_nothing(window, store, qtbot):
    editor = open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)

    assert not any(field.isEnabled() for field in editor.header.fields.values())


def test_fields_say_their_names(editor):
    names = {field.accessibleName() for field in editor.header.fields.values()}

    assert "" not in names
    assert {"Customer", "Valid until", "Payment terms", "Currency"} <= names


def test_the_order_of_day_and_month_is_the_readers(qtbot):
    assert order_of(formats("en")) is Order.MONTH_FIRST
    assert order_of(formats("de")) is Order.DAY_FIRST
    field = date_field(formats("de"), lambda: date(2026, 3, 2))
    qtbot.add_widget(field)
    field.show_date(date(2026, 3, 2))
    assert field.text() == "02.03.2026"


def test_languages_are_called_as_their_speakers_do():
    assert (language_name("de"), language_name("fr")) == ("Deutsch", "Français")
    assert language_name("qq") == "qq"
