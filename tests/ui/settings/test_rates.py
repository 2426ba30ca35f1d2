from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.i18n.formats import formats
from app.kernel.money import Currency
from app.quotes.exchange_rate import FrozenRate
from app.services.exchange_rates import EnteredRate
from tests.support.stores import an_act
from tests.support.ui_company import a_window
from ui.settings.rates import EACH, row_of

CHF, EUR, USD = (Currency.of(code) for code in ("CHF", "EUR", "USD"))


@pytest.fixture
def page(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    window.open_section("settings")
    page = window.page
    qtbot.wait_until(lambda: bool(page.rates.meaning.text()))
    return page


def typed(rates, currency, rate, on=None):
    rates.currency.setText(currency)
    rates.rate.show_amount(None if rate is None else Decimal(rate))
    if on is not None:
        rates.on.show_date(on)
    rates.add_button.click()


def by_return(rates, qtbot):
    qtbot.keyClick(rates.rate, Qt.Key.Key_Return)


def by_button(rates, _qtbot):
    rates.add_button.click()  # as by its key: the focus stays where one typed


def listed(rates):
    rows = rates.table.rows
    return [[rows.index(at, column).data() for column in range(4)] for at in range(rows.rowCount())]


def test_an_empty_list_says_what_rates_are_for(page):
    assert not page.rates.empty.isHidden()
    assert page.rates.table.isHidden()
    assert "EUR" in page.rates.empty.text()


def test_a_rate_is_added_with_its_day_and_source_and_listed(page, store, qtbot):
    rates, today = page.rates, page.frame.session.today()
    rates.source.setText("ECB")

    with qtbot.wait_signal(rates.added):
        typed(rates, "chf", "1.0417")

    qtbot.wait_until(lambda: not rates.table.isHidden())
    with store.reading() as unit:
        assert unit.exchange_rates.latest(CHF, EUR, today) == FrozenRate(Decimal("1.0417"), today, "ECB")
    assert [(row[0], row[2]) for row in listed(rates)] == [("CHF", "ECB")]
    assert rates.empty.isHidden()
    assert (rates.currency.text(), rates.rate.amount, rates.source.text()) == ("", None, "ECB")


def test_the_newest_of_a_currency_stands_first(page, store, qtbot):
    with store.writing(an_act()) as uow:
        for currency, day in ((USD, 1), (CHF, 1), (CHF, 2)):
            rate = FrozenRate(Decimal("1.5"), date(2026, 1, day), "bank")
            uow.exchange_rates.write(currency, EUR, rate)

    page.refresh(uow.changes)

    qtbot.wait_until(lambda: page.rates.table.rows.rowCount() == 3)
    assert [row[0] for row in listed(page.rates)] == ["CHF", "CHF", "USD"]
    assert "2" in listed(page.rates)[0][1]


def test_older_ones_than_are_listed_are_told_of(page, store, qtbot):
    with store.writing(an_act()) as uow:
        for day in range(1, EACH + 2):
            rate = FrozenRate(Decimal("1.5"), date(2026, 1, day), "bank")
            uow.exchange_rates.write(CHF, EUR, rate)
            if day == EACH:
                uow.exchange_rates.write(USD, EUR, rate)

    page.refresh(uow.changes)

    qtbot.wait_until(lambda: page.rates.table.rows.rowCount() == EACH + 1)
    assert [row[0] for row in listed(page.rates)] == ["CHF"] * EACH + ["USD"]
    assert not page.rates.older.isHidden()


@pytest.mark.parametrize("press", [by_return, by_button])
def test_what_is_still_being_typed_is_added(page, qtbot, press):
    window, rates = page.window(), page.rates
    window.show()
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    page.form.tabs.setCurrentIndex(page.form.tabs.count() - 1)
    rates.currency.setText("CHF")
    rates.rate.setFocus()
    qtbot.wait_until(rates.rate.hasFocus)

    with qtbot.wait_signal(rates.added) as added:
        qtbot.keyClicks(rates.rate, "1.0417")
        press(rates, qtbot)

    assert added.args[0].rate.rate == Decimal("1.0417")


def test_the_companys_own_currency_is_refused(page, qtbot):
    typed(page.rates, "EUR", "1")

    qtbot.wait_until(lambda: not page.rates.problem.isHidden())
    assert page.rates.problem.text().startswith("EUR is the currency of the company")


@pytest.mark.parametrize(
    ("currency", "rate", "said"),
    [("XYZ", "1.5", "XYZ"), ("", "1.5", ""), ("CHF", None, "Enter the rate.")],
)
def test_what_is_missing_or_unknown_is_said(page, currency, rate, said):
    typed(page.rates, currency, rate)

    assert not page.rates.problem.isHidden()
    assert page.rates.problem.text()
    assert said in page.rates.problem.text()


def test_a_day_that_has_not_come_is_refused(page, qtbot):
    typed(page.rates, "CHF", "1.5", date(2999, 1, 1))

    qtbot.wait_until(lambda: not page.rates.problem.isHidden())
    assert "has not come yet" in page.rates.problem.text()


def test_an_emptied_day_is_asked_for(page):
    page.rates.on.show_date(None)

    typed(page.rates, "CHF", "1.5")

    assert page.rates.problem.text() == "Enter the day the rate is of."


def test_a_row_is_written_as_the_reader_writes():
    one = EnteredRate(CHF, FrozenRate(Decimal("1.0417"), date(2026, 3, 2), "typed"))

    row = row_of(one, "EUR", formats("de"))

    assert row.cells == ("CHF", "02.03.2026", "typed", "1,0417 EUR")
