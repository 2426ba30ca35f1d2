import pytest

from app.quotes.lifecycle import FROZEN_STATES, QuoteState, QuoteTransitionRefused
from app.quotes.lines import LineKind, QuoteLine
from app.quotes.quote import LineNotFound, QuoteNotEditable, group_of_each_line
from tests.support.quotes import a_heading, a_line, a_quote, an_id


class TestQuote:
    @pytest.mark.parametrize("state", sorted(FROZEN_STATES))
    def test_nothing_but_a_draft_may_be_edited(self, state):
        with pytest.raises(QuoteNotEditable):
            a_quote(state=state).require_draft()

    def test_moves_only_where_the_lifecycle_allows(self):
        assert a_quote().moved_to(QuoteState.APPROVED).state is QuoteState.APPROVED
        with pytest.raises(QuoteTransitionRefused):
            a_quote().moved_to(QuoteState.ACCEPTED)

    def test_finds_a_line_by_its_id(self):
        quote = a_quote(a_line(1), a_line(2))

        assert quote.line(an_id(2)).sku == "SKU-2"
        with pytest.raises(LineNotFound):
            quote.line(an_id(3))

    def test_counts_only_products_as_product_lines(self):
        text = QuoteLine(an_id(9), kind=LineKind.TEXT, name="Thank you")

        assert [line.sku for line in a_quote(a_heading(8), a_line(1), text).product_lines] == ["SKU-1"]


class TestGroups:
    def test_lines_belong_to_the_heading_above_them(self):
        quote = a_quote(a_line(1), a_heading(2), a_line(3), a_heading(4), a_line(5))

        assert group_of_each_line(quote) == {
            an_id(1): None,
            an_id(2): an_id(2),
            an_id(3): an_id(2),
            an_id(4): an_id(4),
            an_id(5): an_id(4),
        }
