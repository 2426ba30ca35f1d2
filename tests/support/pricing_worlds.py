"""Random catalogs and requests that reach every corner of the price law, for Hypothesis."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from hypothesis import strategies as st

from app.catalog.contracted_price import FixedPrice
from app.catalog.discount_schedule import Measure, Scope, TierKind
from app.catalog.price_method import (
    Basis,
    BlockPrice,
    Box,
    CostPlus,
    PackagePrice,
    PercentOfTotal,
    UsageModel,
    UsageTiers,
)
from app.catalog.product import ChargeType, Cost, TaxClass
from app.catalog.promotion import FreeGoods
from app.catalog.reduction import AmountOff, PercentOff, percent_off
from app.catalog.selector import Selector
from app.catalog.validity import Validity
from app.company.policies import Policies, PromotionMode, ProrationMode, RoundingPolicy, TaxRounding
from app.kernel.money import Currency
from app.kernel.percent import Percent
from app.kernel.period import Period
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio
from app.pricing.request import PricingRequest, RequestGroup, RequestLine, Segment
from app.pricing.rules import RuleSet
from tests.support.catalog import EUR, a_book, a_contracted_price, a_price, a_product, a_promotion, a_schedule
from tests.support.pricing import DAY, DOMESTIC, RATES

SKUS = ("A-1", "B-2", "C-3")
CATEGORIES = ("", "X", "X/Y")
BOX = Unit("XBX")
UNITS = ("", "C62", "XBX")

percents = st.integers(0, 10_000).map(lambda points: Percent(Decimal(points).scaleb(-4)))
small_percents = st.integers(0, 300).map(lambda points: Percent(Decimal(points).scaleb(-3)))


def decimals(low, high, places):
    return st.integers(low * 10**places, high * 10**places).map(lambda units: Decimal(units).scaleb(-places))


prices = st.one_of(decimals(5, 500, 2), decimals(0, 20, 6), st.just(Decimal(100)))
quantities = st.one_of(
    st.integers(1, 60).map(Decimal),
    decimals(1, 40, 2),
    decimals(0, 3, 6).filter(lambda quantity: quantity > 0),
)


def seldom(strategy, otherwise=None):
    """Return the strategy's value one time in eight."""
    return st.integers(0, 7).flatmap(lambda die: strategy if die == 7 else st.just(otherwise))


validities = st.one_of(
    st.just(Validity()),
    st.sampled_from([Validity(date(2026, 1, 1)), Validity(DAY, DAY), Validity(None, DAY)]),
    seldom(
        st.sampled_from([Validity(DAY + timedelta(days=1)), Validity(None, DAY - timedelta(days=1))]),
        Validity(),
    ),
)
selectors = st.builds(
    Selector.of,
    skus=st.one_of(st.just(()), st.sets(st.sampled_from(SKUS), max_size=3)),
    categories=seldom(st.sets(st.sampled_from(CATEGORIES[1:]), max_size=1), ()),
    books=seldom(st.sampled_from([("LIST",), ("OTHER",)]), ()),
    customers=seldom(st.sampled_from([("C1",), ("C2",)]), ()),
)
in_euro = decimals(0, 2, 2).map(lambda amount: AmountOff.of({"EUR": amount}))
amounts_off = st.one_of(
    in_euro, seldom(st.just(AmountOff.of({"USD": Decimal(1)})), AmountOff.of({"EUR": Decimal("0.07")}))
)
reductions = st.one_of(percents.map(PercentOff), small_percents.map(PercentOff), amounts_off)
periods = st.builds(
    lambda start, days: Period(start, start + timedelta(days=days)),
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.one_of(st.integers(1, 900), st.sampled_from([28, 31, 365, 366])),
)


@st.composite
def products(draw, sku):
    costs = (Cost(draw(prices), EUR),) if draw(st.booleans()) else ()
    return a_product(
        sku,
        costs=costs,
        category=draw(st.sampled_from(CATEGORIES)),
        conversions=(Conversion(BOX, Unit("C62"), draw(st.sampled_from([Ratio(12), Ratio(25, 3)]))),),
        charge=draw(st.sampled_from(ChargeType)),
        tax_class=draw(st.sampled_from([TaxClass.STANDARD, TaxClass.REDUCED])),
    )


prices_of_entries = st.fixed_dictionaries(
    {
        "price": prices,
        "base_quantity": st.sampled_from([Decimal(1), Decimal(1), Decimal(100), Decimal("0.5")]),
        "term_months": st.sampled_from([1, 12, 7]),
        "unit": st.sampled_from([None, None, BOX]),
    }
)


@st.composite
def boxes(draw, first):
    bounds = draw(st.lists(st.integers(1, 40), min_size=1, max_size=3, unique=True).map(sorted))
    rows = [first, *bounds] if first == 0 else bounds
    return tuple(Box(Decimal(bound), draw(prices)) for bound in rows)


methods = st.one_of(
    st.builds(BlockPrice, boxes(1), overage=st.one_of(st.none(), prices)),
    st.builds(UsageTiers, boxes(0), st.sampled_from(UsageModel)),
    st.builds(PackagePrice, st.integers(1, 12).map(Decimal)),
    st.builds(
        PercentOfTotal,
        percents,
        st.sampled_from(Basis),
        st.sampled_from([Selector(), Selector.of(skus=SKUS[:2]), Selector.of(categories=["X"])]),
        maximum=st.one_of(st.none(), prices),
    ),
    st.builds(CostPlus, percents.map(lambda percent: percent.fraction), prices),
)


@st.composite
def methods_of_entries(draw):
    """Return the fields of a price that is not simply per unit."""
    if draw(st.integers(0, 3)) == 0:
        counts = st.integers(0, 6).map(Decimal)
        return {"minimum_quantity": draw(counts), "free_quantity": draw(counts)}
    method = draw(methods)
    has_price = isinstance(method, PackagePrice | CostPlus)
    return {"method": method} | ({} if has_price else {"price": "0"})


@st.composite
def ramps(draw):
    """Return segments that follow each other."""
    first, months = (
        draw(st.dates(date(2024, 1, 1), date(2026, 1, 1))),
        draw(st.lists(st.integers(1, 500), min_size=1, max_size=3)),
    )
    segments = []
    for days in months:
        segments.append(
            Segment(
                Period(first, first + timedelta(days=days)),
                draw(st.one_of(st.none(), quantities)),
                draw(seldom(prices)),
                draw(st.sampled_from([Decimal(0), Decimal("0.03"), Decimal("-0.5")])),
            )
        )
        first += timedelta(days=days)
    return tuple(segments)


@st.composite
def schedules(draw, code):
    bounds = draw(st.lists(st.integers(0, 30), min_size=2, max_size=4, unique=True).map(sorted))
    measure = draw(st.sampled_from([Measure.QUANTITY, Measure.QUANTITY, Measure.TERM]))
    kind, scope, owned, unit = TierKind.RANGE, Scope.LINE, False, None
    if measure is Measure.QUANTITY:
        kind = draw(st.sampled_from(TierKind))
        scope = draw(st.sampled_from(Scope)) if kind is TierKind.RANGE else Scope.LINE
        owned = draw(st.booleans())
        unit = draw(st.sampled_from([None, BOX]))
    return a_schedule(
        *((str(bound), draw(reductions)) for bound in bounds),
        code=code,
        measure=measure,
        kind=kind,
        scope=scope,
        counts_owned=owned,
        unit=unit,
        step=draw(st.sampled_from([Decimal(1), Decimal(0), Decimal("0.5")])),
        selector=draw(selectors),
        validity=draw(validities),
    )


COUPONS = ("SPRING", "FRIENDS")
conditions_of_offers = st.fixed_dictionaries(
    {},
    optional={
        "order_over": st.one_of(prices, decimals(0, 5000, 2)).map(lambda amount: (("EUR", amount),)),
        "coupon": st.sampled_from(COUPONS),
    },
).flatmap(
    lambda found: (
        st.just(found)
        if "coupon" not in found
        else st.sampled_from([found, found | {"limit": 2, "used": 1}, found | {"limit": 2, "used": 2}])
    )
)


some_units = st.one_of(st.integers(1, 6).map(Decimal), decimals(1, 3, 1))
free_goods = st.builds(FreeGoods, some_units, some_units, st.sampled_from(["", "", *SKUS]))


@st.composite
def promotions(draw, code):
    low = draw(st.integers(0, 10))
    goods = draw(seldom(free_goods))
    return a_promotion(
        code,
        draw(reductions) if goods is None else percent_off(0),
        free_goods=goods,
        selector=draw(selectors),
        validity=draw(validities),
        minimum=Decimal(low),
        maximum=draw(st.one_of(st.none(), st.integers(low, 50).map(Decimal))),
        order=draw(st.integers(0, 2)),
        **draw(st.one_of(st.just({}), conditions_of_offers)),
    )


@st.composite
def agreements(draw, code):
    targets = [{"sku": sku} for sku in SKUS] + [{"category": name} for name in CATEGORIES[1:]]
    target = draw(st.sampled_from(targets))
    fixed = prices_of_entries.map(
        lambda price: FixedPrice(
            price["price"], EUR, price["base_quantity"], price["term_months"], price["unit"]
        )
    )
    terms = draw(st.one_of(fixed, reductions))
    return a_contracted_price(code, terms, validity=draw(validities), **target)


def named(strategy, prefix, most):
    """Return one to `most` things with distinct codes."""
    return st.integers(1, most).flatmap(
        lambda count: st.tuples(*(strategy(f"{prefix}{at}") for at in range(count)))
    )


@st.composite
def rule_sets(draw, gross=None, methods=True):
    """Return a small world: three products in the book LIST and whatever may change their price.

    Args:
        draw: Hypothesis.
        gross: Whether prices include tax; None: either.
        methods: Whether some prices are blocks, usage tiers, shares ...
    """
    entries = []
    histories = st.lists(validities, min_size=1, max_size=2, unique_by=lambda one: one.first)
    for sku in SKUS:
        for validity in draw(st.one_of(histories, seldom(st.just([]), [Validity()]))):
            own = draw(seldom(methods_of_entries(), {})) if methods else {}
            entries.append(a_price(sku=sku, **draw(prices_of_entries) | own, validity=validity))
    book = a_book(
        gross=draw(st.booleans()) if gross is None else gross,
        price_scale=draw(st.sampled_from([None, None, 2, 3])),
    )
    return RuleSet(
        products=tuple(draw(products(sku)) for sku in SKUS),
        books=(book,),
        entries=tuple(entries),
        contracted_prices=draw(named(agreements, "K", 3)),
        schedules=draw(named(schedules, "S", 4)),
        promotions=draw(named(promotions, "P", 4)),
        tax_rates=RATES,
    )


@st.composite
def request_lines(draw, key, segments=None):
    return RequestLine(
        key=key,
        sku=draw(st.sampled_from(SKUS)),
        quantity=draw(quantities),
        unit=draw(st.sampled_from(UNITS)),
        group=draw(st.sampled_from(["", "G", "H"])),
        in_total=draw(st.sampled_from([True, True, True, False])),
        manual_price=draw(seldom(prices)),
        discount=draw(st.one_of(st.none(), st.none(), percents.map(PercentOff), in_euro)),
        period=draw(st.one_of(st.none(), st.none(), periods)),
        owned=Decimal(draw(st.integers(0, 12))),
        segments=draw(seldom(ramps(), ()) if segments is None else segments),
    )


policies = st.builds(
    Policies,
    rounding=st.sampled_from(RoundingPolicy),
    price_scale_offset=st.integers(0, 4),
    proration=st.sampled_from(ProrationMode),
    additional_last=st.booleans(),
    partner_off_list=st.booleans(),
    prorate_amount_discounts=st.booleans(),
    promotions=st.sampled_from(PromotionMode),
    tax_rounding=st.sampled_from(TaxRounding),
    cash_step=st.sampled_from([None, Decimal("0.05")]),
)


@st.composite
def requests(draw, most_lines=5, segments=None):
    """Return a request; `segments` is a strategy in place of the seldom ramps."""
    return PricingRequest(
        on=DAY,
        currency=Currency.of("EUR"),
        book="LIST",
        taxes=DOMESTIC,
        lines=draw(named(partial(request_lines, segments=segments), "L", most_lines)),
        customer=draw(st.sampled_from(["", "C1", "C2"])),
        groups=(RequestGroup("G", draw(st.one_of(st.none(), percents.map(PercentOff), in_euro))),),
        policies=draw(policies),
        discount=draw(st.one_of(st.none(), small_percents)),
        document_discount=draw(st.one_of(st.just(Decimal(0)), decimals(0, 50, 2))),
        partner=draw(small_percents),
        distributor=draw(small_percents),
        period=draw(st.one_of(st.none(), periods)),
        codes=draw(st.sampled_from([(), (), ("Spring",), ("FRIENDS", "NOBODY")])),
    )
