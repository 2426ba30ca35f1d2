from dataclasses import replace
from datetime import date
from uuid import UUID

from app.i18n.formats import formats
from app.services.home import Home
from app.services.lists import CurrencyDue, InvoiceRow
from ui.home.shown import home_shown

TODAY = date(2026, 4, 3)
NOTHING = Home((), (), (), (), ())
LATE = InvoiceRow(
    UUID(int=1), "INV-1", "invoice", "Acme", date(2026, 3, 2), date(2026, 4, 1), "EUR", 100, 19, 119, 0, 0
)


def shown(found):
    return home_shown(found, TODAY, formats("en"))


class TestHomeShown:
    def test_a_company_without_documents_is_new(self):
        assert shown(NOTHING).is_new

    def test_money_due_says_how_much_of_it_is_late(self):
        due = CurrencyDue("EUR", 119_000, 19_000, 3, 1)

        (figure,) = shown(replace(NOTHING, due=(due,))).figures

        assert (figure.amount, figure.note, figure.late) == (
            "€1,190.00",
            "3 open invoices, €190.00 overdue",
            True,
        )

    def test_an_overdue_invoice_says_for_how_long(self):
        overdue = shown(replace(NOTHING, overdue=(LATE,))).lists[0]

        assert [(row.number, row.when, row.amount) for row in overdue.rows] == [
            ("INV-1", "2 days late", "€1.19")
        ]

    def test_each_list_says_what_is_not_there(self):
        assert all(short.empty and not short.rows for short in shown(NOTHING).lists)
