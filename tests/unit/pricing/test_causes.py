from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.catalog.reduction import percent_off
from app.kernel.money import Currency
from app.pricing.causes import CurrenciesDiffer, effects
from app.pricing.document import price
from tests.support.catalog import a_book, a_price, a_product, a_schedule, valid
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, rules

THINGS = (*an_article(), *an_article("50", "B-2"), a_schedule(("10", "10")))
BEFORE = a_request(a_line("5"), a_line("2", "B-2"))


def told(after, *things, before=BEFORE) -> dict[str, int]:
    return {effect.cause.value: effect.amount for effect in effects(before, after, rules(*things or THINGS))}


def test_the_same_document_has_no_cause():
    assert told(BEFORE) == {}


def test_each_cause_is_told_on_top_of_those_before_it():
    after = a_request(a_line("10"), a_line("1", "B-2", key="new"), discount="50")

    assert told(after) == {"lines": -50_00, "quantity": 400_00, "discount": -475_00}


def test_a_chosen_option_and_a_typed_price_are_causes_of_their_own():
    option = replace(BEFORE, lines=(BEFORE.lines[0], BEFORE.lines[1]._replace(in_total=False)))
    typed = replace(BEFORE, lines=(BEFORE.lines[0]._replace(manual_price=Decimal(90)), BEFORE.lines[1]))

    assert told(BEFORE, before=option) == {"options": 100_00}
    assert told(typed) == {"price": -50_00}


def test_another_day_brings_other_prices():
    things = (
        a_product(),
        a_price("100", validity=valid("", "2026-12-31")),
        a_price("110", validity=valid("2027-01-01")),
    )
    before = a_request(a_line())

    assert told(replace(before, on=date(2027, 1, 1)), *things, before=before) == {"rules": 10_00}


def test_another_book_and_another_term():
    things = (*an_article("1200", term=12), a_book("REP"), a_price("600", book="REP", term_months=12))
    before = a_request(a_line())

    assert told(replace(before, book="REP", period=HALF_A_YEAR), *things, before=before) == {
        "term": -600_00,
        "price_book": -300_00,
    }


def test_the_causes_are_the_whole_difference():
    after = a_request(
        a_line("12", discount=percent_off(3)), a_line("7", "B-2"), partner="8", document_discount="11.11"
    )
    index = rules(*THINGS)
    difference = price(after, index).totals.net - price(BEFORE, index).totals.net

    assert sum(effect.amount for effect in effects(BEFORE, after, index)) == difference != 0
    assert sum(effect.amount for effect in effects(after, BEFORE, index)) == -difference


def test_two_currencies_have_no_difference_in_money():
    with pytest.raises(CurrenciesDiffer):
        effects(BEFORE, replace(BEFORE, currency=Currency.of("USD")), rules(*THINGS))
