from datetime import date
from decimal import Decimal

from app.catalog.validity import Validity
from app.kernel.money import Currency
from tests.support.files import counts, imported, looked_at

HEAD = "sku,price,currency,price_book,valid_from,valid_to,cost"
SPRING = "A-1,90,EUR,LIST,2026-03-01,2026-05-31,40"


def entries(store, sku="A-1"):
    with store.reading() as unit:
        return [(e.book, e.price, e.validity) for e in unit.price_books.entries([sku])]


class TestPrices:
    def test_writes_prices_and_costs_for_their_days(self, store):
        assert counts(imported(store, "prices", f"{HEAD}\n{SPRING}\n")) == (1, 0, 0, 0)
        spring = Validity(date(2026, 3, 1), date(2026, 5, 31))
        assert ("LIST", Decimal(90), spring) in entries(store)
        with store.reading() as unit:
            (cost,) = unit.products.by_sku("A-1").costs
        assert (cost.amount, cost.validity) == (Decimal(40), spring)

    def test_the_same_file_again_changes_nothing(self, store):
        imported(store, "prices", f"{HEAD}\n{SPRING}\n")
        assert counts(imported(store, "prices", f"{HEAD}\n{SPRING}\n")) == (0, 0, 1, 0)

    def test_a_price_of_the_same_day_is_replaced(self, store):
        imported(store, "prices", f"{HEAD}\n{SPRING}\n")
        assert counts(imported(store, "prices", f"{HEAD}\nA-1,80,EUR,LIST,2026-03-01,2026-05-31,40\n")) == (
            0,
            1,
            0,
            0,
        )
        assert [price for _, price, days in entries(store) if days.first] == [Decimal(80)]

    def test_finds_the_book_of_the_currency(self, store):
        assert counts(looked_at(store, "prices", "sku,price,currency\nA-1,100,EUR\n")) == (0, 0, 1, 0)
        imported(store, "prices", "sku,price,currency\nA-1,100,USD\n")
        assert {book for book, _, _ in entries(store)} == {"LIST", "LIST-USD"}

    def test_makes_the_books_that_rows_name(self, store):
        imported(store, "prices", f"{HEAD}\nA-1,90,EUR,DEALER,,,\n")
        assert ("DEALER", Decimal(90)) in [(book, price) for book, price, _ in entries(store)]

    def test_names_rows_of_unknown_products_and_wrong_books(self, store):
        seen = looked_at(store, "prices", f"{HEAD}\nX-9,90,EUR,,,,\nA-1,90,USD,LIST,,,\n")
        assert [(p.line, p.column, p.code) for p in seen.parsed.problems] == [
            (2, "sku", "exchange.sku_unknown"),
            (3, "price_book", "exchange.book_of_another_currency"),
        ]
        assert counts(seen) == (0, 0, 0, 2)

    def test_a_cost_alone_needs_no_price(self, store):
        text = "sku,cost,currency,valid_from\nA-1,40,EUR,2026-01-01\n"
        imported(store, "prices", text)
        with store.reading() as unit:
            product = unit.products.by_sku("A-1")
        assert product.cost_on(date(2026, 1, 1), Currency.of("EUR")).amount == 40
        assert counts(imported(store, "prices", text)) == (0, 0, 1, 0)
        assert len(entries(store)) == 1
