from app.store.checks.documents import Link, Said, chained, hashed
from tests.support.broken_files import first_bad


class TestHashed:
    def test_names_the_first_document_that_says_something_else(self, store):
        said = [Said("Q-1", "a", "a"), Said("Q-2", "b", "c"), Said("Q-3", "d", "e")]
        assert first_bad(store, [hashed("quote.content", lambda _: said[:1])]) is None
        bad = first_bad(store, [hashed("quote.content", lambda _: said)])
        assert bad is not None
        assert (bad.code, bad.where) == ("verify.content_changed", "Q-2")


class TestChained:
    def test_names_the_first_document_that_does_not_follow(self, store):
        links = [Link("I-1", 1, "", "a"), Link("I-2", 2, "a", "b"), Link("I-3", 3, "x", "c")]
        assert first_bad(store, [chained("invoice.chain", lambda _: links[:2])]) is None
        bad = first_bad(store, [chained("invoice.chain", lambda _: links)])
        assert bad is not None
        assert (bad.code, bad.where) == ("verify.chain_broken", "I-3")

    def test_names_the_document_after_a_missing_one(self, store):
        links = [Link("I-1", 1, "", "a"), Link("I-3", 3, "b", "c")]
        assert first_bad(store, [chained("invoice.chain", lambda _: links)]) is not None
