import pytest

from app.store.checks.search import CHECKS
from tests.support.broken_files import broken, first_bad
from tests.support.findables import a_findable, indexed


class TestIndex:
    @pytest.fixture(autouse=True)
    def _records(self, store):
        indexed(store, a_findable(1, "A-1", "Steel bolt"), a_findable(2, "A-2", "Brass nut"))

    def test_is_true_after_every_kind_of_save(self, store):
        indexed(store, a_findable(1, "A-1", "Copper bolt bolt"))
        assert first_bad(store, CHECKS) is None

    def test_names_a_record_that_could_not_be_found(self, store):
        broken(store, "UPDATE search_entry SET words = 'a 2 brass nuts' WHERE label = 'A-2'")
        bad = first_bad(store, CHECKS)
        assert bad is not None
        assert (bad.code, bad.params["label"]) == ("verify.not_findable", "A-2")

    def test_names_a_row_that_nobody_has(self, store):
        broken(store, "DELETE FROM search_entry WHERE label = 'A-2'")
        bad = first_bad(store, CHECKS)
        assert bad is not None
        assert bad.code == "verify.index_strange"
