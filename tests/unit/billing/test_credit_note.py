from datetime import date, timedelta

import pytest

from app.billing.credit_note import (
    AlreadyCredited,
    CreditBeforeInvoice,
    OnlyInvoicesAreCredited,
    credit_whole,
)
from app.billing.status import InvoiceKind
from tests.support.billing import a_contract, a_one_off, an_invoice, euros, fresh_ids

ISSUED = an_invoice(a_contract(a_one_off(1, "10.50", quantity="3"), a_one_off(2, "5.00")))


def credited(invoice=ISSUED, *, so_far="0", on=date(2026, 4, 1)):
    return credit_whole(invoice, credited=euros(so_far), issued_on=on, new_id=fresh_ids())


class TestCreditWhole:
    def test_gives_back_exactly_what_was_invoiced_tax_included(self):
        note = credited()

        assert note.kind is InvoiceKind.CREDIT_NOTE
        assert (note.net, note.tax, note.total) == (ISSUED.net, ISSUED.tax, ISSUED.total)
        assert note.groups == ISSUED.groups

    def test_names_the_invoice_and_each_line_it_corrects(self):
        note = credited()

        assert note.corrects == ISSUED.id
        assert [line.source.invoice_line_id for line in note.lines] == [line.id for line in ISSUED.lines]

    def test_never_exceeds_the_invoice(self):
        with pytest.raises(AlreadyCredited):
            credited(so_far="0.01")

    def test_a_credit_note_is_not_credited(self):
        with pytest.raises(OnlyInvoicesAreCredited):
            credited(credited())

    def test_is_never_older_than_the_invoice(self):
        credited(on=ISSUED.issued_on)
        with pytest.raises(CreditBeforeInvoice):
            credited(on=ISSUED.issued_on - timedelta(days=1))
