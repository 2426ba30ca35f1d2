from dataclasses import replace
from datetime import timedelta

import pytest

from app.billing.lifecycle import open_amount, status
from app.billing.status import InvoiceKind, InvoiceStatus
from tests.support.billing import a_contract, a_one_off, an_invoice, euros

INVOICE = an_invoice(a_contract(a_one_off(1, "100.00")))
DUE = INVOICE.due_on


class TestStatus:
    @pytest.mark.parametrize(
        ("paid", "credited", "days_after_due", "expected"),
        [
            ("0", "0", 0, InvoiceStatus.OPEN),
            ("0", "0", 1, InvoiceStatus.OVERDUE),
            ("1", "0", 0, InvoiceStatus.PART_PAID),
            ("118.99", "0", 1, InvoiceStatus.OVERDUE),
            ("119", "0", 1, InvoiceStatus.PAID),
            ("0", "119", 1, InvoiceStatus.CREDITED),
            ("19", "100", 1, InvoiceStatus.PAID),
        ],
    )
    def test_follows_from_what_settled_it_and_the_day(self, paid, credited, days_after_due, expected):
        day = DUE + timedelta(days=days_after_due)

        assert status(INVOICE, paid=euros(paid), credited=euros(credited), today=day) is expected

    def test_a_credit_note_is_never_open(self):
        note = replace(INVOICE, kind=InvoiceKind.CREDIT_NOTE)

        assert status(note, paid=euros("0"), credited=euros("0"), today=DUE) is InvoiceStatus.CREDIT_NOTE
        assert not open_amount(note, paid=euros("0"), credited=euros("0"))


class TestOpenAmount:
    def test_is_the_total_less_payments_and_credits(self):
        assert open_amount(INVOICE, paid=euros("19"), credited=euros("50")) == euros("50.00")
