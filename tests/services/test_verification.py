import pytest

from app.services.verification import verify, watch
from app.store.verify import VerifyCancelled, Watch
from tests.support.deals import accepted


class TestVerify:
    def test_a_file_of_ours_is_in_order(self, store):
        accepted(store, ("A-1", "1"), ("S-3", "1"))

        with store.reading() as unit:
            verdicts = verify(unit)

        assert [verdict for verdict in verdicts if not verdict.ok] == []
        assert {"quotes.content", "invoices.chain", "payments.allocated"} <= {one.check for one in verdicts}

    def test_says_how_far_it_is(self, store):
        accepted(store, ("A-1", "1"))
        seen = []

        with store.reading() as unit:
            verify(unit, Watch(progress=lambda check, _done, _of: seen.append(check)))

        assert "journal.chain" in seen

    def test_stops_where_the_watch_says_so(self, store):
        with store.reading() as unit, pytest.raises(VerifyCancelled):
            verify(unit, watch(lambda _check, _done, _of: None, lambda: True))
