from datetime import date

from app.store.checks.numbers import Numbered, gapless
from tests.support.broken_files import broken, first_bad
from tests.support.stores import an_act

# Documents of a noun that is not here, as rows of number and date.
TWO = "SELECT 'I-1' AS number, '2026-03-02' AS dated UNION ALL SELECT 'I-2', '2026-03-03'"
BACKWARDS = "SELECT 'I-1' AS number, '2026-03-02' AS dated UNION ALL SELECT 'I-2', '2026-03-01'"


def bad(store, sql, **more):
    finding = first_bad(store, [gapless(Numbered("invoice", sql, **more))])
    return finding and (finding.code, finding.where)


def two_taken(store):
    with store.writing(an_act()) as uow:
        uow.numbers.take("invoice", date(2026, 3, 2), year=2025)
        uow.numbers.take("invoice", date(2026, 3, 3), year=2026)


class TestGapless:
    def test_as_many_documents_as_numbers_given(self, store):
        two_taken(store)
        assert bad(store, TWO) is None

    def test_a_number_without_a_document_is_named(self, store):
        two_taken(store)
        broken(store, "UPDATE counter SET last = 2 WHERE year = 2026")
        assert bad(store, TWO) == ("verify.numbers_missing", "invoice")

    def test_a_date_out_of_order_is_named(self, store):
        two_taken(store)
        assert bad(store, BACKWARDS) == ("verify.date_order", "I-2")
        assert bad(store, BACKWARDS, in_date_order=False) is None

    def test_the_series_of_all_devices_count_together(self, store):
        with store.writing(an_act()) as uow:
            uow.numbers.take("invoice/A", date(2026, 3, 2), in_date_order=False)
            uow.numbers.take("invoice/B", date(2026, 3, 2), in_date_order=False)
        assert bad(store, TWO) is None
