from dataclasses import replace
from decimal import Decimal

from app.catalog.reduction import percent_off
from app.i18n.formats import formats
from app.kernel.money import Currency
from app.services.quote_editor import PricedQuote
from tests.support.pricing import an_article
from tests.support.quotes import a_line, a_quote
from tests.support.ui_quotes import priced_by
from ui.quotes.comparison import compared

CHEAP = (*an_article("100", "SKU-1"), *an_article("50", "SKU-2"))
DEAR = (*an_article("110", "SKU-1"), *an_article("50", "SKU-2"))
FIRST = a_quote(a_line(1, name="Anvil"), a_line(2, name="Bolt"))


def compare(before, after, *, then=CHEAP, now=CHEAP):
    first, second = PricedQuote(before, priced_by(before, *then)), PricedQuote(after, priced_by(after, *now))
    return compared(first, second, formats("en"))


def with_line(quote, at, **facts):
    lines = list(quote.lines)
    lines[at] = replace(lines[at], **facts)
    return replace(quote, lines=tuple(lines))


def test_a_changed_quantity_shows_both_sides_and_the_difference():
    found = compare(FIRST, with_line(FIRST, 0, quantity=Decimal(3)))

    line = found.lines[0]
    assert (line.before, line.after, line.change) == ("1 pc   100.00", "3 pcs   300.00", "+200.00")
    assert line.cause.text == "Quantity"
    assert not found.lines[1].moved


def test_several_causes_are_all_named():
    found = compare(FIRST, with_line(FIRST, 0, quantity=Decimal(3), discount=percent_off(5)))

    assert found.lines[0].cause.text == "Quantity, Discount"


def test_a_price_nobody_typed_moved_by_a_rule():
    found = compare(FIRST, FIRST, now=DEAR)

    assert (found.lines[0].cause.text, found.lines[0].change) == ("Price rule", "+10.00")


def test_removed_lines_come_last_and_added_ones_in_place():
    second = replace(FIRST, lines=(a_line(1, name="Anvil"), a_line(3, name="Crane")))

    found = compare(FIRST, second, now=(*CHEAP, *an_article("10", "SKU-3")))

    assert [(line.name, line.cause.text if line.cause else "") for line in found.lines] == [
        ("Anvil", ""),
        ("Crane", "Added"),
        ("Bolt", "Removed"),
    ]
    assert found.lines[2].change == "\N{MINUS SIGN}50.00"


def test_the_net_is_said_in_a_sentence():
    dearer = compare(FIRST, with_line(FIRST, 0, quantity=Decimal(2)))

    assert dearer.net == "Net €150.00 → €250.00  (+€100.00)"
    assert compare(FIRST, FIRST).net == "Net €150.00 → €150.00, unchanged"


def test_different_currencies_are_never_subtracted():
    other = replace(FIRST, currency=Currency.of("USD"))

    found = compare(FIRST, other)

    assert found.lines[0].change == ""
    assert "(" not in found.net
