from app.pricing.options import with_options
from tests.support.pricing import a_line, a_request, an_article, priced


def an_offer(**chosen):
    lines = [a_line("2", key="firm"), a_line("1", key="extra", in_total=chosen.get("extra", False))]
    return priced(a_request(*lines, document_discount="10"), *an_article("50"))


class TestWithOptions:
    def test_counts_a_chosen_option_as_if_it_had_been_firm(self):
        assert with_options(an_offer(), frozenset({"extra"})) == an_offer(extra=True)

    def test_changes_nothing_without_a_choice(self):
        assert with_options(an_offer(), frozenset()) == an_offer()

    def test_a_line_without_a_price_stays_outside(self):
        offer = priced(
            a_request(a_line(key="firm"), a_line(sku="UNKNOWN", key="odd", in_total=False)), *an_article("50")
        )

        assert with_options(offer, frozenset({"odd"})).totals == offer.totals
