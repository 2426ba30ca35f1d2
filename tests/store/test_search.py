import pytest

from app.store.search_index import Scope
from tests.support.findables import a_findable, found, indexed


class TestFind:
    @pytest.fixture(autouse=True)
    def _catalog(self, store):
        indexed(
            store,
            a_findable(1, "SC-100", "Screwdriver, flat", "Tools"),
            a_findable(2, "SC-1001", "Hammer 500 g", "Tools"),
            a_findable(3, "HX-7", "Steel bolt M8", "Fasteners"),
            a_findable(4, "HX-8", "Bolt cutter SC-100 spare blade", "Tools"),
            a_findable(5, "ÖL-1", "Öl für Ketten", "Fluids"),
        )

    @pytest.mark.parametrize(
        ("typed", "labels"),
        [
            ("bolt", {"HX-7", "HX-8"}),
            ("bo st", {"HX-7"}),
            ("m8 steel bolt", {"HX-7"}),
            ("fasteners", {"HX-7"}),
            ("HX 7", {"HX-7"}),
            ("oel", set()),
            ("ol", {"ÖL-1"}),
            ("screwdriver flat", {"SC-100"}),
            ("screwdri", {"SC-100"}),
            ("zebra", set()),
            ("", set()),
            ("hammer bolt", set()),
        ],
    )
    def test_by_the_beginnings_of_words_in_any_order(self, store, typed, labels):
        assert {hit.label for hit in found(store, typed).hits} == labels

    @pytest.mark.parametrize("typed", ["SC-100", "sc100", "sc 100"])
    def test_the_exact_code_comes_first(self, store, typed):
        assert found(store, typed).hits[0].label == "SC-100"

    @pytest.mark.parametrize("typed", ["driver", "ette", "mmer"])
    def test_a_part_of_a_word_from_three_letters(self, store, typed):
        assert len(found(store, typed).hits) == 1

    @pytest.mark.parametrize(
        "typed", ["screwdrver", "scerwdriver", "scrwe", "hamer", "hammre", "xolt", "ketten ol"]
    )
    def test_one_typing_error(self, store, typed):
        assert found(store, typed).hits

    @pytest.mark.parametrize("typed", ["hx 9", "hammer xy", "bxxt"])
    def test_guesses_no_further(self, store, typed):
        assert not found(store, typed).hits

    def test_a_part_of_a_code_when_nothing_else_fits(self, store):
        assert [hit.label for hit in found(store, "1001").hits] == ["SC-1001"]
        assert [hit.label for hit in found(store, "c100").hits] == ["SC-100", "SC-1001"]

    @pytest.mark.parametrize(
        "typed", ['"', "' OR 1=1 --", "bolt* NOT", "100%", "_", "a AND (", "NEAR(", "-bolt:"]
    )
    def test_signs_of_query_languages_mean_nothing(self, store, typed):
        found(store, typed)

    def test_looks_only_where_asked(self, store):
        indexed(store, a_findable(9, "C-1", "Bolt & Sons"), scope=Scope.CUSTOMER)

        assert len(found(store, "bolt", Scope.CUSTOMER).hits) == 1
        assert len(found(store, "bolt", *Scope).hits) == 3

    def test_says_when_there_is_more(self, store):
        assert found(store, "bolt", limit=1).more
        assert not found(store, "bolt", limit=2).more

    def test_out_of_time_answers_with_what_it_has(self, store):
        answer = found(store, "driver bolt", milliseconds=0)
        assert answer.more


class TestLongBeginnings:
    def test_words_with_a_common_start_are_told_apart(self, store):
        indexed(store, a_findable(1, "A", "transformer"), a_findable(2, "B", "transfigured"))
        assert [hit.label for hit in found(store, "transfi").hits] == ["B"]

    def test_more_words_than_the_question_can_list(self, store):
        words = [f"interest{a}{b}" for a in "abcdefgh" for b in "abcdefgh"]
        indexed(store, *(a_findable(n, f"X{n}", word) for n, word in enumerate(words)))
        assert len(found(store, "interesta").hits) == 8
        assert len(found(store, "interest", limit=100).hits) == 64

    def test_codes_that_share_many_letters(self, store):
        indexed(
            store,
            *(a_findable(n, f"E-{n}", f"productline{n:05}") for n in range(40)),
            a_findable(99, "F", "productivity"),
        )
        assert len(found(store, "product").hits) == 41
        assert len(found(store, "productl").hits) == 40
        assert [hit.label for hit in found(store, "productline00007").hits] == ["E-7"]
        assert len(found(store, "productline0000").hits) == 10
