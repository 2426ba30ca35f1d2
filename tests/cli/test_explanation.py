from decimal import Decimal

from app.catalog.discount_schedule import TierKind
from app.cli.explanation import explained, explained_text
from tests.support.catalog import a_promotion, a_schedule
from tests.support.pricing import a_line as a_priced_line
from tests.support.pricing import a_request, an_article, priced
from tests.support.quotes import a_line, a_quote, an_id


def answer(quantity, *things, **article):
    """One line of ten-euro articles, priced."""
    line = a_priced_line(quantity, "SKU-1", key=str(an_id(1)))
    return priced(a_request(line), *an_article("10", "SKU-1", **article), *things)


class TestExplained:
    def test_names_each_step_of_each_line_exactly(self):
        (line,) = explained(a_quote(a_line(1)), answer("2"))

        assert line["sku"] == "SKU-1"
        assert [(step["step"], step["operation"], step["after"]) for step in line["steps"]][:1] == [
            ("list", "set", "10")
        ]


class TestExplainedText:
    def test_says_what_each_step_did_in_prices_and_percents(self):
        text = explained_text(a_quote(a_line(1)), answer("10", a_schedule(("10", "7.5"), code="V")))

        assert "Volume" in text
        assert "9.25  7.5% from 10 · V" in text

    def test_names_the_rules_that_were_not_used(self):
        offers = (a_promotion("SPRING", "5"), a_promotion("SUMMER", "3"))

        text = explained_text(a_quote(a_line(1)), answer("1", *offers))

        assert "not used: Promotion SUMMER: SPRING gives the better price" in text

    def test_shows_a_slab_band_by_band(self):
        slab = a_schedule(("0", "0"), ("5", "10"), kind=TierKind.SLAB)

        text = explained_text(a_quote(a_line(1)), answer("7", slab))

        assert "for 4 of them" in text
        assert "for 3 of them" in text

    def test_says_for_how_many_the_prices_are(self):
        text = explained_text(a_quote(a_line(1)), answer("8", base_quantity=Decimal(100)))

        assert text.startswith("SKU-1, prices of 100\n")

    def test_of_a_line_without_a_price_there_is_only_its_name(self):
        nothing = priced(a_request(a_priced_line("1", "SKU-1", key=str(an_id(1)))))

        assert explained_text(a_quote(a_line(1)), nothing).startswith("SKU-1")
