from dataclasses import replace
from decimal import Decimal

from app.catalog.product import ChargeType
from app.catalog.reduction import percent_off
from app.i18n.formats import formats
from app.kernel.findings import Severity
from app.quotes.lines import LineKind, LineRole
from tests.support.catalog import a_schedule
from tests.support.pricing import an_article
from tests.support.quotes import a_heading, a_line, a_quote, an_id
from tests.support.ui_quotes import priced_by
from ui.quotes.rows import RowMaker, Shown, grid_columns
from ui.widgets.grid_rows import RowKind

KEYS = [column.key for column in grid_columns(lambda: "Net (EUR)")]
ARTICLES = (*an_article("100", "SKU-1"), *an_article("12.345", "SKU-2"), *an_article("50", "SKU-3"))


def cells(row) -> dict[str, str]:
    return dict(zip(KEYS, row.cells, strict=True))


def rows_of(quote, *things, pending=frozenset()):
    return RowMaker(formats("en")).rows(Shown(quote, priced_by(quote, *ARTICLES, *things), pending))


class TestProducts:
    def test_show_quantity_price_discount_and_amount(self):
        [row] = rows_of(a_quote(a_line(1, quantity="1200", discount="5", name="Anvil")))

        assert cells(row) == {
            "sku": "SKU-1",
            "name": "Anvil",
            "quantity": "1,200",
            "unit": "pc",
            "price": "100.00",
            "discount": "5%",
            "margin": "",
            "amount": "114,000.00",
        }

    def test_show_the_price_the_discount_is_taken_from(self):
        quote = a_quote(a_line(1, quantity="10", discount="5"))

        [row] = rows_of(quote, a_schedule(("10", "20")))

        assert (cells(row)["price"], cells(row)["amount"]) == ("80.00", "760.00")

    def test_show_a_wider_discount_in_parentheses(self):
        heading = replace(a_heading(9), discount=percent_off(4))

        row = rows_of(a_quote(heading, a_line(1)))[1]

        assert cells(row)["discount"] == "(4%)"
        assert dict(row.edit)["discount"] == ""

    def test_say_what_a_subscription_runs_for(self):
        sold = an_article("12", "SKU-4", term=1)

        line = replace(a_line(4), charge=ChargeType.RECURRING, detail="per user")
        [row] = rows_of(a_quote(line), *sold)

        assert row.detail == "12 months · 12.00 per month · per user"
        assert (cells(row)["price"], cells(row)["amount"]) == ("12.00", "144.00")

    def test_beside_the_total_have_a_word_and_do_not_count(self):
        [row] = rows_of(a_quote(a_line(1, role=LineRole.OPTIONAL)))

        assert (row.tag, row.counts) == ("Optional", False)

    def test_nobody_knows_are_marked(self):
        [row] = rows_of(a_quote(replace(a_line(1), product_id=None, sku="X-9")))

        assert [(mark.column, mark.severity) for mark in row.marks] == [("sku", Severity.BLOCKER)]
        assert "X-9" in row.marks[0].text

    def test_without_a_price_are_marked_where_it_is_typed(self):
        [row] = rows_of(a_quote(a_line(8)))

        assert row.marks

    def test_being_looked_up_show_no_verdict_yet(self):
        quote = a_quote(replace(a_line(1), product_id=None))

        [row] = rows_of(quote, pending=frozenset({"SKU-1"}))

        assert (row.marks, cells(row)["amount"]) == ((), "\N{HORIZONTAL ELLIPSIS}")


class TestSections:
    def test_show_their_own_sum(self):
        quote = a_quote(
            a_heading(9, "Hardware"),
            a_line(1),
            a_line(2, quantity="2"),
            replace(a_line(5), id=an_id(8), kind=LineKind.SUBTOTAL, name=""),
            a_heading(10, "Service"),
            a_line(3),
        )

        rows = rows_of(quote)

        assert [(row.kind, cells(row)["amount"]) for row in rows if row.kind is not RowKind.ITEM] == [
            (RowKind.HEADING, "124.69"),
            (RowKind.SUBTOTAL, "124.69"),
            (RowKind.HEADING, "50.00"),
        ]

    def test_leave_options_out_of_their_sum(self):
        rows = rows_of(a_quote(a_heading(9), a_line(1), a_line(3, role=LineRole.OPTIONAL)))

        assert cells(rows[0])["amount"] == "100.00"


class TestKeeping:
    def test_a_keystroke_makes_one_row(self):
        quote = a_quote(a_line(1), a_line(2), a_line(3))
        maker = RowMaker(formats("en"))
        before = maker.rows(Shown(quote, priced := priced_by(quote, *ARTICLES)))
        lines = (quote.lines[0], replace(quote.lines[1], quantity=Decimal(2)), quote.lines[2])
        changed = replace(quote, lines=lines)
        answers = priced_by(changed, *ARTICLES).lines
        repriced = replace(priced, lines=(priced.lines[0], answers[1], priced.lines[2]))

        after = maker.rows(Shown(changed, repriced))

        assert [new is old for new, old in zip(after, before, strict=True)] == [True, False, True]

    def test_another_term_makes_all_again(self):
        quote = a_quote(a_line(1))
        maker = RowMaker(formats("en"))
        priced = priced_by(quote, *ARTICLES)
        [before] = maker.rows(Shown(quote, priced))

        longer = replace(quote, terms=replace(quote.terms, term_months=24))

        assert maker.rows(Shown(longer, priced))[0] is not before
