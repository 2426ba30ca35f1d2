from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.company.payment_terms import Due, DueRule, EarlyStep, Instalment, PaymentTerms
from app.company.terms_text import terms_of
from app.kernel.money import Currency, Money, total_of
from app.kernel.percent import Percent

days = st.integers(0, 3650)
dues = st.one_of(
    st.builds(Due, days),
    st.builds(Due, days, st.just(DueRule.END_OF_MONTH)),
    st.builds(Due, days, st.just(DueRule.DAY_OF_MONTH), st.integers(1, 31)),
)
percents = st.decimals(0, 100, places=2).map(Percent.of_points)
fixed = st.decimals(Decimal("0.01"), 10_000, places=2)
early = st.lists(st.builds(EarlyStep, percents, days), max_size=3).map(tuple)
issue_dates = st.dates(date(2000, 1, 1), date(2080, 12, 31))


@st.composite
def terms(draw):
    """Percents that leave something, fixed amounts, and one instalment that takes the rest."""
    left, parts = Decimal(100), []
    for _ in range(draw(st.integers(0, 6))):
        points = draw(st.decimals(0, left, places=2))
        left -= points
        parts.append(Instalment(draw(dues), Percent.of_points(points)))
    parts += [Instalment(draw(dues), amount) for amount in draw(st.lists(fixed, max_size=3))]
    parts.insert(draw(st.integers(0, len(parts))), Instalment(draw(dues)))
    return PaymentTerms(tuple(parts), draw(early))


@st.composite
def totals(draw):
    currency = Currency.of(draw(st.sampled_from(["JPY", "EUR", "KWD"])))
    return Money.of_minor(draw(st.integers(-(10**9), 10**9)), currency)


@given(terms(), totals(), issue_dates)
def test_the_parts_sum_to_the_total(terms, total, issued):
    parts = terms.schedule(total, issued)

    assert total_of((part.amount for part in parts), total.currency) == total


@given(terms(), totals(), issue_dates)
def test_no_part_goes_against_the_total_or_is_due_before_the_invoice(terms, total, issued):
    for part in terms.schedule(total, issued):
        assert part.amount.amount * total.amount >= 0
        assert issued <= part.on <= issued + timedelta(days=3650 + 31)


@given(terms())
def test_terms_are_read_back_from_their_one_spelling(terms):
    assert terms_of(str(terms)) == terms


@given(terms(), totals(), issue_dates, days)
def test_paying_later_never_costs_less(terms, total, issued, day):
    gross = abs(total)
    early_bird, late = (
        terms.payable_on(gross, issued, issued + timedelta(days=paid)) for paid in (day, day + 1)
    )

    assert early_bird <= late <= gross
