"""domain.md section 18: what holds for every priced document."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalog.reduction import amount_off
from app.company.policies import RoundingPolicy
from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_json
from app.pricing.document import price, reprice
from app.pricing.explain import explain
from app.pricing.margins import average_discount, line_discount
from app.pricing.plain import (
    of_plain,
    request_from_plain,
    request_to_plain,
    rules_from_plain,
    rules_to_plain,
    to_plain,
)
from app.pricing.printing import printed_part
from app.pricing.reasons import Operation, StepKind
from app.pricing.request import RequestLine, Segment
from app.pricing.rules import PriceRules, RuleSet
from app.pricing.shares import line_shares
from tests.support.pricing_worlds import periods, quantities, request_lines, requests, rule_sets

worlds = st.tuples(requests(), rule_sets())
slow = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def rounded(value):
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def replayed(steps):
    """Do the steps again from nothing; each must begin where the last one ended."""
    now = prorated_list = Fraction(0)
    for step in steps:
        assert Fraction(*step.before) == now
        now = done(step.operation, Fraction(*step.value), now, prorated_list)
        if step.kind is StepKind.LIST:
            prorated_list = now
        elif step.kind is StepKind.PRORATION:
            prorated_list *= Fraction(*step.value)
        assert Fraction(*step.after) == now
    return now


def done(operation, value, price, prorated_list):
    match operation:
        case Operation.SET:
            return value
        case Operation.PERCENT:
            return price * (1 - value)
        case Operation.PERCENT_OF_LIST:
            return price - prorated_list * value
        case Operation.AMOUNT:
            return price - value
        case Operation.TIMES:
            return price * value
        case Operation.KEEP:
            return price


@slow
@given(worlds)
def test_net_is_the_steps_replayed(world):
    request, rules = world
    document = price(request, PriceRules(rules))

    for line in document.lines:
        for part in line.parts:
            net = replayed(part.steps)
            if request.policies.rounding is RoundingPolicy.UNIT:
                power = 10**document.price_scale
                net = Fraction(rounded(net * power), power)
            assert Fraction(*part.net) == net
            amount = Fraction(*part.quantity) * net / Fraction(*line.base_quantity) * 100
            assert part.amount == rounded(amount)


@slow
@given(worlds)
def test_steps_stand_in_their_fixed_order(world):
    request, rules = world
    order = list(StepKind)
    if request.policies.additional_last:
        order.remove(StepKind.ADDITIONAL)
        order.append(StepKind.ADDITIONAL)

    for line in price(request, PriceRules(rules)).lines:
        for part in line.parts:
            places = [order.index(step.kind) for step in part.steps]
            assert places == sorted(places)


@slow
@given(worlds)
def test_lines_sum_to_the_document(world):
    document = price(world[0], PriceRules(world[1]))
    totals, summed = document.totals, [line for line in document.lines if line.in_total]

    assert totals.lines == sum(line.amount for line in summed)
    assert totals.list_amount == sum(line.list_amount for line in summed)
    assert totals.net == sum(group.net for group in document.tax_groups)
    assert totals.tax == sum(group.tax for group in document.tax_groups)
    assert totals.gross == totals.net + totals.tax
    assert totals.payable == totals.gross + totals.rounding
    basis = totals.gross if document.gross else totals.net
    assert basis == totals.lines - totals.discount
    assert totals.discount == sum(group.discount for group in document.tax_groups)
    assert all(line.amount == sum(part.amount for part in line.parts) for line in summed)
    for group in document.groups:
        assert group.amount == sum(line.amount for line in summed if line.group == group.key)


@slow
@given(worlds)
def test_shares_of_lines_sum_to_their_groups(world):
    document = price(world[0], PriceRules(world[1]))
    shares = line_shares(document)

    for group in document.tax_groups:
        own = [
            share
            for share, line in zip(shares, document.lines, strict=True)
            if line.in_total and (line.tax.category, line.tax.rate) == (group.category, group.rate)
        ]
        assert sum(share.discount for share in own) == group.discount
        assert sum(share.net for share in own) == group.net
        assert sum(share.tax for share in own) == group.tax
    for share, line in zip(shares, document.lines, strict=True):
        assert share.discount == 0 or (line.in_total and 0 < share.discount <= line.amount)


@slow
@given(worlds)
def test_printed_numbers_multiply_and_add_up(world):
    document = price(world[0], PriceRules(world[1]))

    for line in document.lines:
        for part in line.parts:
            quantity, printed = printed_part(line, part, document.request.currency)
            if quantity:
                product = Fraction(quantity) * Fraction(printed.amount) / Fraction(printed.base_quantity)
                assert rounded(product * 100) == part.amount


@slow
@given(worlds)
def test_the_same_question_has_the_same_answer(world):
    request, rules = world
    known = PriceRules(rules)

    assert price(request, known) == price(request, known) == price(request, PriceRules(rules))


@slow
@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_rules_changes_nothing_and_that_of_lines_only_their_order(world, random):
    request, rules = world

    def shuffled(things):
        return tuple(random.sample(things, len(things)))

    mixed = RuleSet(
        shuffled(rules.products),
        rules.books,
        shuffled(rules.entries),
        shuffled(rules.contracted_prices),
        shuffled(rules.schedules),
        shuffled(rules.promotions),
        shuffled(rules.tax_rates),
    )
    there = price(request, PriceRules(rules))
    back = price(replace(request, lines=shuffled(request.lines)), PriceRules(mixed))

    assert {line.key: line for line in back.lines} == {line.key: line for line in there.lines}
    assert (back.totals, back.tax_groups, back.counted) == (there.totals, there.tax_groups, there.counted)


@slow
@given(worlds, st.data())
def test_one_changed_line_again_is_the_whole_document_again(world, data):
    request, rules = world
    known = PriceRules(rules)
    position = data.draw(st.integers(0, len(request.lines) - 1))
    line = request.lines[position]
    new = data.draw(
        st.one_of(quantities.map(lambda quantity: line._replace(quantity=quantity)), request_lines(line.key))
    )
    after = replace(request, lines=(*request.lines[:position], new, *request.lines[position + 1 :]))

    assert reprice(price(request, known), after, line.key, known) == price(after, known)


@slow
@given(worlds)
def test_a_document_comes_back_from_its_canonical_form(world):
    request, rules = world
    document = price(request, PriceRules(rules))

    assert of_plain(parse_json(canonical_json(to_plain(document)))) == document


@slow
@given(worlds)
def test_a_request_and_its_rules_read_back_are_priced_alike(world):
    request, rules = world
    asked = request_from_plain(parse_json(canonical_json(request_to_plain(request))))
    known = rules_from_plain(parse_json(canonical_json(rules_to_plain(rules))))

    assert asked == request
    assert price(asked, PriceRules(known)) == price(request, PriceRules(rules))


@slow
@given(worlds)
def test_an_explanation_adds_up_from_nothing_to_net(world):
    document = price(world[0], PriceRules(world[1]))

    for line in document.lines:
        for part in explain(document, line.key).parts:
            changes = sum(Fraction(step.change.numerator, step.change.denominator) for step in part.steps)
            rounding = Fraction(part.rounding.numerator, part.rounding.denominator)
            assert changes + rounding == Fraction(part.net.numerator, part.net.denominator)


@slow
@given(worlds)
def test_the_average_discount_lies_between_those_of_the_lines(world):
    document = price(replace(world[0], document_discount=Decimal(0)), PriceRules(world[1]))
    discounts = [line_discount(line) for line in document.lines if line.in_total]
    known = [discount for discount in discounts if discount is not None]
    average = average_discount(document)

    if average is not None and len(known) == len(discounts):
        assert min(known) <= average <= max(known)


hostile_numbers = st.one_of(
    st.decimals(), st.sampled_from(["sNaN", "-0", "1E+999999", "1E-999999", "-Infinity"]).map(Decimal)
)
hostile_segments = st.lists(
    st.builds(
        Segment,
        period=periods,
        quantity=st.one_of(st.none(), hostile_numbers),
        price=st.one_of(st.none(), hostile_numbers),
        uplift=hostile_numbers,
    ),
    max_size=2,
).map(tuple)
hostile_lines = st.builds(
    RequestLine,
    key=st.uuids().map(str),
    sku=st.sampled_from(["A-1", "", "NOBODY"]),
    quantity=hostile_numbers,
    unit=st.sampled_from(["", "C62", "XBX", "???"]),
    manual_price=st.one_of(st.none(), hostile_numbers),
    discount=st.one_of(st.none(), st.just(amount_off(1, "USD")), st.just(amount_off(1, "EUR"))),
    group=st.just(""),
    period=st.none(),
    owned=hostile_numbers,
    cost=st.one_of(st.none(), hostile_numbers),
    segments=hostile_segments,
)


@slow
@given(requests(), rule_sets(), st.lists(hostile_lines, max_size=4), hostile_numbers, st.booleans())
def test_whatever_is_typed_is_answered_by_a_finding(request, rules, lines, discount, returns):
    request = replace(
        request, lines=(*request.lines, *lines), document_discount=discount, allow_returns=returns
    )
    document = price(request, PriceRules(rules))

    for line in document.lines:
        assert line.in_total or line.amount == 0 or line.key.startswith("L") or not line.findings
    assert document.totals.gross == document.totals.net + document.totals.tax
    assert canonical_json(to_plain(document))
