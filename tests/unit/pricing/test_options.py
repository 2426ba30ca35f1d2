from dataclasses import replace

from app.pricing.document import price
from app.pricing.options import with_options
from tests.support.catalog import a_book
from tests.support.pricing import a_line, a_request, an_article, rules

REQUEST = a_request(
    a_line(key="1"),
    a_line("2", key="2", in_total=False, group="G"),
    a_line(sku="NOBODY", key="3", in_total=False),
    document_discount="10",
)


class TestWithOptions:
    def test_chosen_lines_count_at_the_price_they_were_offered_at(self):
        known = rules(*an_article())
        chosen = replace(
            REQUEST, lines=tuple(line._replace(in_total=line.key != "3") for line in REQUEST.lines)
        )

        assert with_options(price(REQUEST, known), frozenset({"2"})) == price(chosen, known)

    def test_a_line_without_a_price_stays_outside(self):
        document = with_options(price(REQUEST, rules(*an_article())), frozenset({"3"}))

        assert not document.line("3").in_total
        assert document.totals.net == 9000

    def test_no_rule_is_needed_again(self):
        product, entry = an_article()
        gross = a_book("GROSS", gross=True)
        known = rules(product, replace(entry, book="GROSS"), gross)
        document = price(replace(REQUEST, book="GROSS"), known)

        assert with_options(document, frozenset()) == document
