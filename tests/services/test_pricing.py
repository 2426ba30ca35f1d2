from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.quotes.editing import change_line
from app.services.pricing import price_sent, quote_pricer
from tests.support.deals import a_draft, sent


class TestQuotePricer:
    def test_prices_without_the_store(self, store):
        draft = a_draft(store, ("A-1", "10"), ("B-2", "25"))
        with store.reading() as unit:
            pricer = quote_pricer(unit, draft)
        store.close()

        assert pricer.price(draft).totals.payable == 119991

    @given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 10**6)), min_size=1, max_size=8))
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_pricing_again_after_each_change_gives_what_pricing_the_whole_gives(self, store, edits):
        quote = a_draft(store, ("A-1", "1"), ("B-2", "2"), ("S-3", "3"))
        with store.reading() as unit:
            pricer = quote_pricer(unit, quote)
        priced = pricer.price(quote)
        for position, thousandths in edits:
            line = quote.lines[position].id
            quantity = Decimal(thousandths) / 1000
            quote = change_line(quote, line, lambda one, many=quantity: replace(one, quantity=many))
            priced = pricer.reprice(priced, quote, line)

        assert priced == pricer.price(quote)

    def test_needs_more_when_a_product_customer_or_day_is_new_to_it(self, store):
        draft = a_draft(store, ("A-1", "1"))
        with store.reading() as unit:
            pricer = quote_pricer(unit, draft)
        other = replace(draft.lines[0], sku="B-2")

        assert not pricer.needs(replace(draft, notes="x"))
        assert pricer.needs(replace(draft, lines=(other,)))
        assert pricer.needs(replace(draft, customer_id=None))
        assert pricer.needs(replace(draft, price_date=draft.price_date.replace(day=1)))


class TestPriceSent:
    def test_is_what_was_sent_whatever_the_price_list_says_today(self, store):
        quote = sent(store, a_draft(store, ("A-1", "10")))
        from tests.support.catalog import a_price
        from tests.support.stores import an_act

        with store.writing(an_act()) as uow:
            (entry,) = uow.price_books.entries(["A-1"])
            uow.price_books.write_entries([replace(a_price("500", "A-1"), id=entry.id)])

        with store.reading() as unit:
            assert price_sent(unit, quote).totals.net == 100_000
