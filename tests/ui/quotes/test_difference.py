from dataclasses import replace
from decimal import Decimal

from app.catalog.reduction import percent_off
from app.kernel.percent import Percent
from tests.support.quotes import a_heading, a_line, a_quote, an_id
from ui.quotes.difference import EVERYTHING, NOTHING, Moved, moved


def with_line(quote, at, **facts):
    lines = list(quote.lines)
    lines[at] = replace(lines[at], **facts)
    return replace(quote, lines=tuple(lines))


QUOTE = a_quote(a_heading(1), a_line(2), a_line(3))


def test_a_quantity_prices_one_line():
    assert moved(QUOTE, with_line(QUOTE, 1, quantity=Decimal(2))) == Moved(line=an_id(2))


def test_words_price_nothing():
    assert moved(QUOTE, with_line(QUOTE, 1, name="other words")) == NOTHING
    assert moved(QUOTE, with_line(QUOTE, 0, name="Software")) == NOTHING
    assert moved(QUOTE, replace(QUOTE, notes="thank you", rev=an_id(9), version=4)) == NOTHING


def test_a_sections_discount_prices_everything():
    assert moved(QUOTE, with_line(QUOTE, 0, discount=percent_off(5))) == EVERYTHING


def test_the_header_prices_everything():
    assert moved(QUOTE, replace(QUOTE, discount=Percent.of_points(5))) == EVERYTHING


def test_lines_that_come_go_or_change_places_price_everything():
    assert moved(QUOTE, replace(QUOTE, lines=QUOTE.lines[:-1])) == EVERYTHING
    assert moved(QUOTE, replace(QUOTE, lines=(QUOTE.lines[0], QUOTE.lines[2], QUOTE.lines[1]))) == EVERYTHING


def test_two_changed_lines_price_everything():
    both = with_line(with_line(QUOTE, 1, quantity=Decimal(2)), 2, quantity=Decimal(2))

    assert moved(QUOTE, both) == EVERYTHING
