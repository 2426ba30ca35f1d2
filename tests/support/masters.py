"""Any master data: strategies that draw whole products, customers and rules, for round trips."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from unicodedata import normalize
from uuid import UUID

from hypothesis import strategies as st

from app.catalog.contracted_price import ContractedPrice, FixedPrice
from app.catalog.discount_schedule import DiscountSchedule, Measure, Scope, Tier, TierKind
from app.catalog.price_book import PriceBook, PriceEntry
from app.catalog.product import ChargeType, Cost, Product, SupplyKind, TaxClass
from app.catalog.promotion import Promotion
from app.catalog.reduction import AmountOff, PercentOff
from app.catalog.selector import Selector
from app.catalog.texts import Texts
from app.catalog.validity import Validity
from app.company.contact import Contact, ElectronicAddress
from app.company.payment_terms import Due, DueRule, EarlyStep, Instalment, PaymentTerms
from app.company.tax_id import TaxId, TaxIdKind
from app.customers.customer import Customer
from app.customers.tax_status import BuyerKind, TaxStatus
from app.kernel.address import Address
from app.kernel.money import Currency
from app.kernel.percent import Percent
from app.kernel.quantity import ALL_UNITS, Conversion
from app.kernel.ratio import Ratio
from tests.support.pricing_worlds import methods_of_entries

ids = st.uuids(version=4).map(lambda drawn: UUID(int=drawn.int))
letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn"))
words = st.text(letters, max_size=30).map(lambda text: normalize("NFC", text.strip()))
codes = st.text("ABCXYZ019-", min_size=1, max_size=12)
languages = st.sampled_from(["en", "de", "fr", "de_CH", "zh"])
texts = st.dictionaries(languages, words, max_size=3).map(Texts.of)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
currencies = st.sampled_from(["EUR", "USD", "JPY", "KWD", "CHF"]).map(Currency.of)
prices = st.decimals(0, 10**9, places=6, allow_nan=False)
amounts = st.decimals(Decimal("0.000001"), 10**9, places=6, allow_nan=False)
percents = st.integers(0, 10**8).map(lambda share: Percent(Decimal(share).scaleb(-8)))
units = st.sampled_from(ALL_UNITS)
ratios = st.builds(Ratio, st.integers(1, 10**6), st.integers(1, 10**6))


@st.composite
def validities(draw) -> Validity:
    first, last = draw(st.none() | days), draw(st.none() | days)
    return Validity(*sorted((first, last))) if first and last else Validity(first, last)


reductions = st.builds(PercentOff, percents) | st.dictionaries(
    st.sampled_from(["EUR", "USD"]), prices, min_size=1
).map(AmountOff.of)
names = st.frozensets(codes, max_size=3)
selectors = st.builds(Selector, names, names, names, names)
costs = st.builds(Cost, prices, currencies, validities())

products = st.builds(
    Product,
    ids,
    codes,
    texts,
    texts,
    unit=units,
    conversions=st.lists(st.builds(Conversion, units, units, ratios), max_size=2).map(tuple),
    category=st.sampled_from(["", "Bikes", "Bikes/Mountain Bikes", "Software"]),
    supply=st.sampled_from(SupplyKind),
    charge=st.sampled_from(ChargeType),
    tax_class=st.sampled_from(TaxClass),
    tax_percent=st.none() | percents,
    exemption=st.sampled_from(["", "VATEX-EU-132"]),
    costs=st.lists(costs, max_size=3).map(tuple),
    sellable=validities(),
)

books = st.builds(
    PriceBook,
    ids,
    codes,
    texts,
    currencies,
    st.booleans(),
    st.none() | st.integers(0, 6),
    validities(),
)

entries_per_unit = st.builds(
    PriceEntry,
    ids,
    st.just("LIST"),
    st.just("A-1"),
    prices,
    base_quantity=amounts,
    term_months=st.integers(1, 120),
    unit=st.none() | units,
    validity=validities(),
)


def _by_method(entry: PriceEntry, own: dict[str, Any]) -> PriceEntry:
    return replace(entry, **own | ({"price": Decimal(own["price"])} if "price" in own else {}))


entries = entries_per_unit | st.builds(_by_method, entries_per_unit, methods_of_entries())

ladders = st.lists(prices, min_size=1, max_size=4, unique=True).flatmap(
    lambda bounds: st.tuples(*(st.builds(Tier, st.just(bound), reductions) for bound in sorted(bounds)))
)


@st.composite
def schedules(draw) -> DiscountSchedule:
    scope, kind = draw(
        st.sampled_from([(scope, TierKind.RANGE) for scope in Scope] + [(Scope.LINE, TierKind.SLAB)])
    )
    plain = kind is TierKind.RANGE and scope is Scope.LINE
    measure = draw(st.sampled_from(Measure)) if plain else Measure.QUANTITY
    return DiscountSchedule(
        draw(ids),
        draw(codes),
        draw(texts),
        draw(ladders),
        kind=kind,
        measure=measure,
        scope=scope,
        step=draw(prices),
        unit=draw(st.none() | units),
        counts_owned=draw(st.booleans()) if measure is Measure.QUANTITY else False,
        selector=draw(selectors),
        validity=draw(validities()),
    )


@st.composite
def promotions(draw) -> Promotion:
    low, high = sorted((draw(prices), draw(prices)))
    return Promotion(
        draw(ids),
        draw(codes),
        draw(texts),
        draw(reductions),
        draw(selectors),
        draw(validities()),
        low,
        draw(st.none() | st.just(high)),
        draw(st.integers(-100, 100)),
    )


fixed_prices = st.builds(FixedPrice, prices, currencies, amounts, st.integers(1, 120), st.none() | units)


@st.composite
def contracted_prices(draw) -> ContractedPrice:
    for_product = draw(st.booleans())
    return ContractedPrice(
        draw(ids),
        draw(codes),
        "C-001",
        draw(fixed_prices | reductions),
        sku="A-1" if for_product else "",
        category="" if for_product else "Bikes",
        validity=draw(validities()),
    )


addresses = st.builds(
    Address,
    words,
    st.lists(words, max_size=3).map(tuple),
    words,
    words,
    st.sampled_from(["", "DE", "US"]),
    st.sampled_from(["", "US-WA"]),
)
dues = st.builds(Due, st.integers(0, 365)) | st.builds(
    Due, st.integers(0, 365), st.just(DueRule.DAY_OF_MONTH), st.integers(1, 31)
)
payment_terms = st.builds(
    PaymentTerms,
    st.builds(Instalment, dues).map(lambda rest: (rest,)),
    st.lists(st.builds(EarlyStep, percents, st.integers(0, 30)), max_size=2).map(tuple),
)

customers = st.builds(
    Customer,
    ids,
    words.filter(bool),
    codes,
    words,
    st.builds(Contact, words, words, words),
    addresses,
    st.none() | addresses,
    st.none() | st.builds(ElectronicAddress, st.just("9930"), words),
    st.builds(
        TaxStatus,
        st.sampled_from(BuyerKind),
        st.lists(st.builds(TaxId, st.sampled_from(TaxIdKind), words), max_size=2).map(tuple),
        st.sampled_from(["", "RESALE"]),
    ),
    st.none() | languages,
    st.none() | currencies,
    st.none() | codes,
    st.none() | payment_terms,
    words,
    words,
    st.booleans(),
    words,
)
