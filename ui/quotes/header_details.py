"""The rarely touched fields of the header: currency and rate, price book, delivery, language, term."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.i18n.translations import languages, ngettext
from app.kernel.errors import AppError
from app.kernel.money import Currency
from app.kernel.text import clean_name
from app.quotes.exchange_rate import FrozenRate
from app.quotes.quote import Quote
from ui.kit.tokens import Space
from ui.quotes.dates import date_field, show_day
from ui.quotes.discounts import number_format
from ui.quotes.edits import in_currency, with_header
from ui.quotes.forms import Choice, ChoiceField, TextField, is_typed_in, labelled, mark_invalid
from ui.quotes.kept_prices import kept_prices
from ui.quotes.languages import language_name
from ui.quotes.presenter import QuotePresenter
from ui.widgets.amount_edit import AmountEdit, Range

_COLUMNS = 4
_MOST_MONTHS = Decimal(1200)
_HIGHEST_RATE = Decimal(1_000_000_000)


class HeaderDetails(QWidget):
    """A grid of fields; the exchange rate is there while the currency is not the company's.

    Signals:
        said: Something to be told in passing: what an edit did not change.
    """

    said = Signal(str)

    def __init__(self, presenter: QuotePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        formats = presenter.session.formats
        numbers = number_format(formats)
        self.currency, self.price_book, self.language = ChoiceField(), ChoiceField(), ChoiceField()
        self.rate = AmountEdit(numbers, Range(6, Decimal("0.000001"), _HIGHEST_RATE))
        self.source = TextField(60)
        self.delivery, self.buyer_reference = TextField(), TextField()
        self.starts_on = date_field(formats, lambda: presenter.quote.dated)
        self.term_months = AmountEdit(numbers, Range(0, Decimal(1), _MOST_MONTHS))
        self._connect()
        self._rate_fields = self._lay_out()
        self.retranslate()
        self.show_quote()
        presenter.head_changed.connect(self.show_quote)
        presenter.renewed.connect(self.show_quote)

    @property
    def fields(self) -> dict[str, QWidget]:
        """Return the fields by the name a finding calls them."""
        return {
            "currency": self.currency,
            "exchange": self.rate,
            "price_book": self.price_book,
            "language": self.language,
            "delivery": self.delivery,
            "buyer_reference": self.buyer_reference,
            "starts_on": self.starts_on,
            "term_months": self.term_months,
        }

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """Return the fields in reading order, for the Tab key."""
        return (
            self.currency,
            self.price_book,
            self.language,
            self.buyer_reference,
            self.delivery,
            self.starts_on,
            self.term_months,
            self.rate,
            self.source,
        )

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.starts_on.setPlaceholderText(_("On acceptance"))
        self.source.setPlaceholderText(_("ECB, bank"))
        self.show_quote()

    def summary(self) -> str:
        """Return what is set, in one line, for while the fields lie folded."""
        quote = self._presenter.quote
        months = quote.terms.term_months
        parts = [
            quote.currency.code,
            self._book_name(quote.price_book),
            language_name(quote.language),
            ngettext("{n} month", "{n} months", months).format(n=months),
            quote.terms.delivery,
            quote.buyer_reference,
        ]
        return " · ".join(part for part in parts if part)

    def show_quote(self) -> None:
        """Show the quote as it is now."""
        quote, around = self._presenter.quote, self._presenter.surroundings
        home = around.company.seller.currency
        codes = dict.fromkeys((home.code, *(book.currency.code for book in around.books)))
        self.currency.show_choices([Choice(code, code) for code in codes], quote.currency.code)
        books = [book for book in around.books if book.currency == quote.currency]
        self.price_book.show_choices(
            [Choice(book.code, self._book_name(book.code)) for book in books], quote.price_book
        )
        self.language.show_choices(
            [Choice(code, language_name(code)) for code in languages()], quote.language
        )
        _show(self.rate, quote.exchange.rate if quote.exchange.source else None)
        self.source.show_text(quote.exchange.source)
        self.delivery.show_text(quote.terms.delivery)
        self.buyer_reference.show_text(quote.buyer_reference)
        show_day(self.starts_on, quote.terms.starts_on)
        _show(self.term_months, Decimal(quote.terms.term_months))
        for field in self._rate_fields:
            field.setVisible(quote.currency != home)

    def _connect(self) -> None:
        self.currency.value_chosen.connect(self._currency)
        self.price_book.value_chosen.connect(self._price_book)
        self.language.value_chosen.connect(self._language)
        self.rate.amount_changed.connect(lambda rate: self._rate(self.rate, rate=rate))
        self.source.text_taken.connect(lambda source: self._rate(self.source, source=source))
        self.delivery.text_taken.connect(self._delivery)
        self.buyer_reference.text_taken.connect(self._buyer_reference)
        self.starts_on.date_changed.connect(self._starts_on)
        self.term_months.amount_changed.connect(self._term)

    def _currency(self, code: str) -> None:
        around = self._presenter.surroundings
        home, currency = around.company.seller.currency, Currency.of(code)
        before = self._presenter.quote
        books = [book.code for book in around.books if book.currency == currency]

        def edit(quote: Quote) -> Quote:
            rate = around.rates.of(currency, quote.dated)
            changed = in_currency(quote, currency, home, rate)
            fits = not books or quote.price_book in books
            return changed if fits else with_header(changed, price_book=books[0])

        self._edit(self.currency, _("Change currency"), edit)
        kept = kept_prices(before, self._presenter.quote)
        if kept:
            self.said.emit(kept)

    def _price_book(self, code: str) -> None:
        self._edit(self.price_book, _("Change price book"), lambda quote: with_header(quote, price_book=code))

    def _language(self, code: str) -> None:
        self._edit(self.language, _("Change language"), lambda quote: with_header(quote, language=code))

    def _rate(self, field: QWidget, rate: Decimal | None = None, source: str | None = None) -> None:
        """Freeze the rate with its day; without a source, the one who typed it is."""

        def edit(quote: Quote) -> Quote:
            said = quote.exchange.source if source is None else source
            frozen = FrozenRate(rate or quote.exchange.rate, quote.dated, said or _("typed"))
            return with_header(quote, exchange=frozen)

        self._edit(field, _("Change exchange rate"), edit)

    def _delivery(self, text: str) -> None:
        self._text(
            self.delivery,
            text,
            lambda clean: lambda quote: with_header(quote, terms=replace(quote.terms, delivery=clean)),
        )

    def _buyer_reference(self, text: str) -> None:
        self._text(
            self.buyer_reference, text, lambda clean: lambda quote: with_header(quote, buyer_reference=clean)
        )

    def _starts_on(self, day: date | None) -> None:
        self._edit(
            self.starts_on,
            _("Change start"),
            lambda quote: with_header(quote, terms=replace(quote.terms, starts_on=day)),
        )

    def _term(self, months: Decimal | None) -> None:
        if months is None:
            self.show_quote()
            return
        whole = int(months)
        self._edit(
            self.term_months,
            _("Change term"),
            lambda quote: with_header(quote, terms=replace(quote.terms, term_months=whole)),
        )

    def _text(self, field: TextField, text: str, edit: Callable[[str], Callable[[Quote], Quote]]) -> None:
        try:
            clean = clean_name(text, field="quote.header")
        except AppError as refusal:
            field.say(sentence(refusal))
            return
        self._edit(field, _("Change header"), edit(clean))

    def _edit(self, field: QWidget, text: str, edit: Callable[[Quote], Quote]) -> None:
        """Edit the draft; a refusal leaves it as it was and is said at the field."""
        problem = self._presenter.attempt(text, edit)
        self._presenter.seal()
        if problem:
            self.show_quote()
            mark_invalid(field, problem)

    def _book_name(self, code: str) -> str:
        for book in self._presenter.surroundings.books:
            if book.code == code:
                return book.names.in_language(self._presenter.session.formats.locale) or code
        return code

    def _lay_out(self) -> tuple[QWidget, ...]:
        """Lay the fields out; return those of the exchange rate."""
        rate = labelled(lambda: _("Exchange rate"), self.rate)
        source = labelled(lambda: _("Source of the rate"), self.source)
        bodies = (
            labelled(lambda: _("Currency"), self.currency),
            labelled(lambda: _("Price book"), self.price_book),
            labelled(lambda: _("Language of the paper"), self.language),
            labelled(lambda: _("Customer’s reference"), self.buyer_reference),
            labelled(lambda: _("Delivery terms"), self.delivery),
            labelled(lambda: _("Subscriptions start"), self.starts_on),
            labelled(lambda: _("Term in months"), self.term_months),
            rate,
            source,
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        for at, body in enumerate(bodies):
            grid.addWidget(body, at // _COLUMNS, at % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return rate, source


def _show(field: AmountEdit, amount: Decimal | None) -> None:
    if not is_typed_in(field):
        field.show_amount(amount)
