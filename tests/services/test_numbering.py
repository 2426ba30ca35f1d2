from dataclasses import replace
from datetime import date

from app.company.numbering import Series
from app.services.numbering import next_number
from tests.support.stores import an_act


def numbers(store, series, *, on=date(2026, 3, 2), device="A", count=2):
    act = an_act(device=device)
    with store.writing(act) as uow:
        return [next_number(uow, act, series, on) for _ in range(count)]


class TestNextNumber:
    def test_counts_up_by_the_companys_pattern(self, store):
        assert numbers(store, Series.INVOICE) == ["INV-2026-00001", "INV-2026-00002"]

    def test_starts_again_each_year(self, store):
        numbers(store, Series.INVOICE)

        assert numbers(store, Series.INVOICE, on=date(2027, 1, 1)) == ["INV-2027-00001", "INV-2027-00002"]

    def test_each_device_has_its_own_quotes(self, store):
        assert numbers(store, Series.QUOTE, count=1) == ["Q-2026-A0001"]
        assert numbers(store, Series.QUOTE, device="B", count=1) == ["Q-2026-B0001"]

    def test_follows_a_changed_pattern(self, store):
        with store.writing(an_act()) as uow:
            company = uow.company.get().with_pattern(Series.INVOICE, "R{yy}/{seq:03}")
            uow.company.save(replace(company))

        assert numbers(store, Series.INVOICE, count=1) == ["R26/001"]
