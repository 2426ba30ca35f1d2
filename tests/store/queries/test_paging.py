import pytest

from app.store.queries.paging import After, Listing, PageRequest, UnknownColumn, count, page, statement
from tests.support.stores import an_act

LETTERS = Listing("SELECT id, name FROM letter", {"id": "id", "name": "name"}, ("name",))


@pytest.fixture
def transaction(stocked_store):
    with stocked_store.writing(an_act()) as uow:
        transaction = uow.records.transaction
        transaction.rows("CREATE TEMP TABLE letter (id TEXT, name TEXT)")
        rows = [{"id": str(n), "name": name} for n, name in enumerate(["b", "a", "b", "50%", "a_b"])]
        transaction.many("INSERT INTO letter VALUES (:id, :name)", rows)
        yield transaction


def names(transaction, **facts):
    return [name for _id, name in page(transaction, LETTERS, PageRequest("name", **facts))]


class TestPage:
    def test_sorts_both_ways(self, transaction):
        assert names(transaction, descending=False) == ["50%", "a", "a_b", "b", "b"]
        assert names(transaction) == ["b", "b", "a_b", "a", "50%"]

    def test_goes_on_after_the_last_row_seen_also_among_equals(self, transaction):
        assert names(transaction, descending=False, after=After("b", "0")) == ["b"]

    def test_words_are_looked_for_as_they_are_written(self, transaction):
        assert names(transaction, words="%") == ["50%"]
        assert names(transaction, words="_") == ["a_b"]
        assert names(transaction, words="b a") == ["a_b"]

    def test_a_filter_is_a_value_and_never_sql(self, transaction):
        assert names(transaction, filters={"name": "x' OR 'a' = 'a"}) == []

    def test_counts_up_to_a_limit(self, transaction):
        assert count(transaction, LETTERS, PageRequest("name"), most=3) == 3


class TestStatement:
    @pytest.mark.parametrize("request_", [PageRequest("x"), PageRequest("name", filters={"x": "1"})])
    def test_a_column_nobody_declared_is_a_bug(self, request_):
        with pytest.raises(UnknownColumn):
            statement(LETTERS, request_)
