import pytest

from app.billing.status import InvoiceKind, InvoiceStatus, Settled, status_of


@pytest.mark.parametrize(
    ("paid", "credited", "is_late", "expected"),
    [
        (0, 0, False, InvoiceStatus.OPEN),
        (0, 0, True, InvoiceStatus.OVERDUE),
        (1, 0, False, InvoiceStatus.PART_PAID),
        (119, 0, True, InvoiceStatus.PAID),
        (0, 119, True, InvoiceStatus.CREDITED),
    ],
)
def test_follows_from_sums_in_any_unit(paid, credited, is_late, expected):
    assert status_of(InvoiceKind.INVOICE, Settled(119, paid, credited), is_late=is_late) is expected


def test_a_credit_note_stands_for_itself():
    assert status_of(InvoiceKind.CREDIT_NOTE, Settled(119, 0, 0), is_late=True) is InvoiceStatus.CREDIT_NOTE
