from dataclasses import replace
from decimal import Decimal

from app.catalog.discount_schedule import TierKind
from app.catalog.reduction import percent_off
from app.i18n.formats import formats
from app.kernel.money import Currency
from tests.support.catalog import a_schedule
from tests.support.pricing import an_article
from tests.support.quotes import a_heading, a_line, a_quote
from tests.support.ui_quotes import priced_by
from ui.quotes.prices import UnitPrice, inherited_discount, margin_share, price_per_term, unit_price


def answer(line, *things, before=()):
    return priced_by(a_quote(*before, line), *things).lines[0]


def test_the_price_stands_before_proration_and_the_reps_discount():
    sold = an_article("1200", "SKU-1", term=12)

    found = unit_price(answer(a_line(1, discount="10", term_months=6), *sold))

    assert found == UnitPrice(Decimal(1200), Decimal(1))


def test_over_the_bands_of_a_slab_it_is_their_mean():
    schedule = a_schedule(("1", "0"), ("11", "5"), ("51", "10"), kind=TierKind.SLAB)

    found = unit_price(answer(a_line(1, quantity="60"), *an_article("100", "SKU-1"), schedule))

    assert found == UnitPrice(Decimal(95), Decimal(1))


def test_a_price_for_a_hundred_says_so():
    sold = an_article("12.50", "SKU-1", base_quantity=Decimal(100))

    assert unit_price(answer(a_line(1), *sold)) == UnitPrice(Decimal("12.5"), Decimal(100))


def test_there_is_none_where_none_could_be_made():
    assert unit_price(answer(a_line(1))) is None


def test_only_a_wider_discount_is_inherited():
    sold = an_article("100", "SKU-1")
    section = (replace(a_heading(9), discount=percent_off(4)),)

    assert inherited_discount(answer(a_line(1), *sold, before=section)) == Decimal("0.04")
    assert inherited_discount(answer(a_line(1, discount="4"), *sold, before=section)) is None
    assert inherited_discount(answer(a_line(1), *sold)) is None


def test_a_margin_needs_a_cost():
    assert margin_share(answer(a_line(1), *an_article("100", "SKU-1"))) is None
    known = answer(a_line(1), *an_article("100", "SKU-1"))._replace(cost=7_500)
    assert margin_share(known) == Decimal("0.25")


def test_a_price_names_the_time_it_is_for():
    said = [price_per_term(Decimal("11.7"), n, Currency.of("EUR"), formats("en")) for n in (1, 3, 12)]

    assert said == ["11.70 per month", "11.70 per 3 months", "11.70 per year"]
