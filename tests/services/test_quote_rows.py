from app.services.pricing import quote_pricer
from app.services.quote_rows import customer_name, shown, shown_as_sent
from tests.support.deals import a_draft


class TestShown:
    def test_keeps_what_the_rep_saw(self, store):
        draft = a_draft(store, ("A-1", "10"), ("B-2", "25"))
        with store.reading() as unit:
            kept = shown(unit, draft, quote_pricer(unit, draft).price(draft))

        assert (kept.customer_name, kept.net, kept.tax, kept.total) == ("Acme AG", 100833, 19158, 119991)
        assert [line.amount for line in kept.lines.values()] == [100000, 833]

    def test_a_draft_freezes_nobody(self, store):
        draft = a_draft(store, ("A-1", "1"))
        with store.reading() as unit:
            kept = shown(unit, draft, quote_pricer(unit, draft).price(draft))

        assert (kept.seller, kept.buyer, kept.priced) == (None, None, None)

    def test_a_sent_quote_freezes_both_sides_and_the_whole_trace(self, store):
        draft = a_draft(store, ("A-1", "1"))
        with store.reading() as unit:
            kept = shown_as_sent(unit, draft, quote_pricer(unit, draft).price(draft))

        assert (kept.seller.name, kept.buyer.reference) == ("Rhine Tools", "C1")
        assert kept.priced


class TestCustomerName:
    def test_is_empty_before_one_is_chosen(self, store):
        with store.reading() as unit:
            assert customer_name(unit, a_draft(store, customer=None)) == ""
