from uuid import UUID

from app.store.search_index import BLOCK, SHARDS, Scope, shard_of
from tests.support.findables import a_findable, found, indexed
from tests.support.stores import an_act


def vocabulary(store):
    with store.reading() as unit:
        return dict(unit.records.transaction.rows("SELECT word, uses FROM search_word ORDER BY word"))


class TestSearchIndex:
    def test_a_changed_record_is_found_by_its_new_words_only(self, store):
        indexed(store, a_findable(1, "A-1", "Steel bolt"))
        indexed(store, a_findable(1, "A-1", "Brass bolt"))

        assert not found(store, "steel").hits
        assert [hit.title for hit in found(store, "brass").hits] == ["Brass bolt"]
        assert vocabulary(store) == {"bolt": 1, "brass": 1}

    def test_a_removed_record_is_found_no_more(self, store):
        indexed(store, a_findable(1, "A-1", "Steel bolt"), a_findable(2, "A-2", "Steel nut"))
        with store.writing(an_act()) as uow:
            uow.search_index.remove(Scope.PRODUCT, UUID(int=1))

        assert [hit.label for hit in found(store, "steel").hits] == ["A-2"]
        assert not found(store, "bolt").hits
        assert vocabulary(store) == {"nut": 1, "steel": 1}

    def test_the_same_words_again_change_nothing(self, store):
        for _ in range(2):
            indexed(store, a_findable(1, "A-1", "Steel bolt bolt"))
        assert vocabulary(store) == {"bolt": 2, "steel": 1}
        assert len(found(store, "bolt").hits) == 1

    def test_an_import_of_many_rows_finds_the_last_one(self, store):
        indexed(store, *(a_findable(n, f"P-{n:06}", "Thing") for n in range(1, BLOCK + 3_000)))
        assert found(store, f"P-{BLOCK + 2_999:06}").hits[0].label == f"P-{BLOCK + 2_999:06}"
        assert found(store, "thing").more


class TestShardOf:
    def test_changes_from_block_to_block_and_begins_again(self):
        letters = [shard_of(Scope.PRODUCT, BLOCK * n) for n in range(9)]
        assert "".join(letters) == f"{SHARDS[Scope.PRODUCT]}a"
        assert shard_of(Scope.PRODUCT, BLOCK - 1) == "a"

    def test_no_letter_serves_two_scopes(self):
        letters = "".join(SHARDS.values())
        assert len(set(letters)) == len(letters)
        assert set(SHARDS) == set(Scope)
