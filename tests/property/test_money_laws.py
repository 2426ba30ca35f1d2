from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.exact import half_away
from app.kernel.money import Currency, Money, allocate, running_shares, to_price_scale, up_to_price_scale
from app.kernel.ratio import Ratio, divide_half_away

currencies = st.sampled_from([Currency.of(code) for code in ("JPY", "EUR", "KWD", "CLF")])
weights = st.lists(st.decimals(-100, 10_000, places=3), min_size=1, max_size=30).filter(
    lambda given: any(weight > 0 for weight in given)
)
lengths = st.lists(
    st.one_of(st.integers(0, 366), st.builds(Ratio, st.integers(0, 500), st.integers(1, 365))),
    min_size=1,
    max_size=30,
).filter(lambda given: any(Ratio.of(length) > 0 for length in given))
prices = st.decimals(-(10**12), 10**12, places=6)
ratios = st.builds(Ratio, st.integers(-1000, 1000), st.integers(1, 1000))


@st.composite
def totals(draw):
    return Money.of_minor(draw(st.integers(-(10**15), 10**15)), draw(currencies))


def exact(weight) -> Fraction:
    ratio = Ratio.of(weight)
    return Fraction(ratio.numerator, ratio.denominator)


@given(totals(), weights)
def test_allocated_parts_sum_to_the_total(total, weights):
    assert sum((part.amount for part in allocate(total, weights)), Decimal(0)) == total.amount


@given(totals(), weights)
def test_each_part_is_within_one_quantum_of_its_fair_share(total, weights):
    shares = [max(exact(weight), Fraction(0)) for weight in weights]
    quantum = Fraction(total.currency.quantum)

    for part, share in zip(allocate(total, weights), shares, strict=True):
        assert abs(Fraction(part.amount) - Fraction(total.amount) * share / sum(shares)) < quantum


@given(totals(), weights)
def test_a_negative_line_gets_no_share(total, weights):
    assert all(
        not part for part, weight in zip(allocate(total, weights), weights, strict=True) if weight <= 0
    )


@given(totals(), st.decimals(1, 1000, places=3), st.integers(2, 9))
def test_equal_weights_differ_by_at_most_one_quantum_earlier_parts_larger(total, weight, count):
    sizes = [abs(part.amount) for part in allocate(total, [weight] * count)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] <= total.currency.quantum


@given(totals(), weights)
def test_a_credit_is_split_like_the_invoice(total, weights):
    assert [-part for part in allocate(total, weights)] == list(allocate(-total, weights))


@given(totals(), lengths)
def test_running_shares_sum_to_the_total(total, lengths):
    assert sum((share.amount for share in running_shares(total, lengths)), Decimal(0)) == total.amount


@given(totals(), lengths)
def test_what_is_due_so_far_is_the_rounded_fair_share(total, lengths):
    measures = [exact(length) for length in lengths]
    dues = accumulate(share.minor for share in running_shares(total, lengths))

    for due, so_far in zip(dues, accumulate(measures), strict=True):
        fair = total.minor * so_far / sum(measures)
        assert due == divide_half_away(fair.numerator, fair.denominator)


@given(totals(), lengths)
def test_a_period_of_no_length_gets_no_running_share(total, lengths):
    shares = running_shares(total, lengths)

    assert all(not share for share, length in zip(shares, lengths, strict=True) if not exact(length))


@given(prices, st.decimals(-(10**4), 10**4, places=6))
def test_rounding_is_half_away_from_zero_and_symmetric(price, factor):
    product = Money(price, Currency.of("EUR")).times(factor)
    expected = Fraction(price) * Fraction(factor) * 100

    assert product.rounded().minor == divide_half_away(expected.numerator, expected.denominator)
    assert (-product).rounded() == -product.rounded()


@given(prices, st.lists(ratios, min_size=1, max_size=6))
def test_the_order_of_multipliers_never_changes_an_amount(price, factors):
    def rounded(order):
        quotient = Money(price, Currency.of("EUR")).times(Ratio(1))
        for factor in order:
            quotient = quotient.times(factor)
        return quotient.rounded()

    assert rounded(factors) == rounded(factors[::-1]) == rounded(sorted(factors, key=str))


@given(ratios, st.integers(0, 6))
def test_a_ratio_rounds_like_the_decimal_it_is(ratio, scale):
    decimal = ratio.as_decimal()
    if decimal is not None:
        assert ratio.rounded(scale) == half_away(decimal, scale) == to_price_scale(ratio, scale)


@given(st.one_of(prices, ratios), st.integers(0, 6))
def test_a_floor_is_the_lowest_price_not_below(price, scale):
    floor = Ratio.of(up_to_price_scale(price, scale))

    assert floor >= price
    assert floor - Ratio(1, 10**scale) < price


@given(ratios, ratios, ratios)
def test_ratios_keep_the_laws_of_numbers(left, middle, right):
    assert left * (middle + right) == left * middle + left * right
    assert left + middle == middle + left
    assert left - left == Ratio(0)
    assert (left < middle) == (exact(left) < exact(middle))


@given(totals())
def test_what_is_stored_comes_back(total):
    assert Money.of_minor(total.minor, total.currency) == total


@given(
    prices, st.sampled_from([Decimal("0.05"), Decimal("0.1"), Decimal("0.25"), Decimal("1"), Decimal("5")])
)
def test_a_cash_amount_is_whole_coins_and_at_most_half_a_coin_away(price, step):
    cash = Money(price, Currency.of("CHF")).to_cash_step(step).amount

    assert not cash % step
    assert abs(cash - price) <= step / 2
