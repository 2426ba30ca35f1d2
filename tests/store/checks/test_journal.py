from app.store.checks.journal import CHECKS
from tests.support.broken_files import broken, first_bad
from tests.support.events import an_event
from tests.support.stores import an_act


class TestChain:
    def test_names_the_first_row_that_was_changed(self, store):
        with store.writing(an_act()) as uow:
            for _ in range(4):
                uow.journal.append(an_event())
        assert first_bad(store, CHECKS) is None

        broken(store, "DROP TRIGGER journal_no_update", "UPDATE journal SET actor = 'x' WHERE seq > 2")
        bad = first_bad(store, CHECKS)
        assert bad is not None
        assert (bad.code, bad.params["row"]) == ("verify.journal_row_changed", 3)
