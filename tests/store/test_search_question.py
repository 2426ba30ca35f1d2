"""How a question is answered step by step; what it finds is in test_search."""

import pytest

from app.store.search_index import Scope
from app.store.search_question import CANDIDATES, Question
from tests.support.big_catalog import filled

SECONDS = 1_000_000_000


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    from tests.support.stores import a_store

    with a_store(tmp_path_factory.mktemp("big")) as store:
        filled(store, 20_000)
        yield store


def asked(store, *words, key="", nanoseconds=60 * SECONDS):
    with store.reading() as reading:
        question = Question(reading.records.transaction.raw, words, key or "".join(words), 50)
        return question.ask([Scope.PRODUCT], nanoseconds), question


class TestQuestion:
    def test_collects_no_more_than_it_can_rank(self, big):
        candidates, question = asked(big, "steel")
        assert len(candidates) == CANDIDATES
        assert not question.stopped

    def test_proves_that_two_common_words_never_meet(self, big):
        candidates, question = asked(big, "black", "white")
        assert len(candidates) == 0
        assert not question.stopped

    @pytest.mark.parametrize("words", [("black", "white"), ("4711x",), ("screwdrver",), ("p",)])
    def test_stops_when_the_time_is_up_and_says_so(self, big, words):
        _, question = asked(big, *words, nanoseconds=0)
        assert question.stopped

    def test_leaves_the_connection_as_it_was(self, big):
        asked(big, "black", "white", nanoseconds=0)
        with big.reading() as reading:
            assert reading.records.transaction.rows("SELECT count(*) FROM search_entry") == [(20_000,)]

    def test_takes_the_surest_step_first(self, big):
        candidates, _ = asked(big, "prd", "0000077", key="prd0000077")
        step, _, _, _, label, *_ = candidates[0]
        assert (step, label) == (1, "PRD-0000077")
