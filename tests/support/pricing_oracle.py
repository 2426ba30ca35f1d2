"""The price law a second time, slow and obvious, in fractions: what the fast engine is compared with.

Written from domain.md sections 2 to 6 and 13, with nothing of app.pricing but the types of its question. A
domestic sale is assumed, so that tax is the rate of the product's class in the seller's country.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.catalog.contracted_price import FixedPrice
from app.catalog.discount_schedule import Measure, Scope, TierKind
from app.catalog.price_method import Basis, CostPlus
from app.catalog.product import ChargeType
from app.catalog.reduction import PercentOff
from app.company.policies import PromotionMode, ProrationMode, RoundingPolicy
from tests.support.oracle_methods import (
    beside_gifts,
    listed,
    makes_a_price,
    marked_up,
    may_be_ramped,
    pieces_of,
    refuses_slabs,
)
from tests.support.oracle_months import months_of
from tests.support.oracle_orders import fits, free_units, is_gift
from tests.support.oracle_schedules import reached_tier, slab_bands
from tests.support.oracle_totals import rounded, totals_of

ZERO = Fraction(0)


@dataclass
class OracleLine:
    key: str
    parts: list  # (quantity in line units, exact or rounded net price for the base quantity, amount)
    amount: int
    list_amount: int
    counts: bool
    rate: Fraction
    worth: dict  # by basis of a percent of total


def price_again(request, rules):
    """Return the lines and (net, tax, gross, rounding) of the document."""
    lines = [_Line(request, rules, line) for line in request.lines]
    priced = [line.price(lines) for line in lines]
    return priced, totals_of(request, rules, priced)


class _Line:
    def __init__(self, request, rules, line):
        self.request, self.rules, self.line = request, rules, line
        self.currency = request.currency.code
        self.product = next((product for product in rules.products if product.sku == line.sku), None)
        self.quantity = Fraction(line.quantity)
        self.share = self.quantity  # of a sub-line: what is charged there; its quantity is what rules see
        self.span = line.period or request.period  # what a term schedule is asked for
        self.charged_span = self.span
        self.is_prorated, self.is_given, self.has_no_list, self.has_gifts = True, False, False, False
        self.worth = dict.fromkeys(Basis, ZERO)
        self.answer = None

    # What a unit is

    def per_line_unit(self, unit):
        """How many of a unit one line unit is."""
        line_unit = self.line.unit or self.product.unit.code
        target = unit.code if unit else self.product.unit.code
        return self._in_product_units(line_unit) / self._in_product_units(target)

    def _in_product_units(self, code):
        if code == self.product.unit.code:
            return Fraction(1)
        conversion = next(one for one in self.product.conversions if one.unit.code == code)
        return Fraction(conversion.factor.numerator, conversion.factor.denominator)

    # Which rules

    def _fits(self, selector, validity):
        on, line = self.request.on, self.product
        categories = self.categories
        named = (
            (not selector.skus and not selector.categories)
            or line.sku in selector.skus
            or any(category in selector.categories for category in categories)
        )
        return (
            named
            and validity.covers(on)
            and (not selector.books or self.request.book in selector.books)
            and (not selector.customers or self.request.customer in selector.customers)
        )

    @property
    def categories(self):
        words = self.product.category.split("/") if self.product.category else []
        return ["/".join(words[:count]) for count in range(len(words), 0, -1)]

    def _distance(self, selector):
        """How far a rule's place is from the product: itself, its categories from the nearest, everything."""
        categories = self.categories
        if self.product.sku in selector.skus:
            place = 0
        else:
            near = [at for at, category in enumerate(categories) if category in selector.categories]
            place = 1 + near[0] if near else 1 + len(categories)
        return place, 0 if selector.customers else 1

    def _has_amounts(self, reductions):
        return all(isinstance(one, PercentOff) or self.currency in dict(one.amounts) for one in reductions)

    def _schedule(self, measure):
        usable = [
            schedule
            for schedule in self.rules.schedules
            if schedule.measure is measure
            and self._fits(schedule.selector, schedule.validity)
            and self._has_amounts([tier.reduction for tier in schedule.tiers])
        ]
        return min(
            usable,
            key=lambda one: (
                *self._distance(one.selector),
                -(one.validity.first or date.min).toordinal(),
                one.code,
            ),
            default=None,
        )

    def entry(self):
        usable = [
            entry
            for entry in self.rules.entries
            if (entry.book, entry.sku) == (self.request.book, self.product.sku)
            and entry.validity.covers(self.request.on)
        ]
        return max(usable, key=lambda entry: entry.validity.first or date.min, default=None)

    def agreement(self):
        ranks = {("", category): 1 + at for at, category in enumerate(self.categories)}
        ranks[self.product.sku, ""] = 0
        usable = [
            one
            for one in self.rules.contracted_prices
            if one.customer == self.request.customer
            and (one.sku, one.category) in ranks
            and one.validity.covers(self.request.on)
            and (
                one.terms.currency.code == self.currency
                if isinstance(one.terms, FixedPrice)
                else self._has_amounts([one.terms])
            )
        ]
        return min(
            usable,
            key=lambda one: (
                ranks[one.sku, one.category],
                -(one.validity.first or date.min).toordinal(),
                one.code,
            ),
            default=None,
        )

    # The steps

    @property
    def is_priceable(self):
        if self.product is None or not self.quantity > 0:
            return False
        entry = self.entry()
        if self.line.segments and not may_be_ramped(self, entry):
            return False
        if self.line.manual_price is not None:
            return True
        return self._agreed_alone() is not None if entry is None else makes_a_price(self, entry)

    def _agreed_alone(self):
        """The agreed price that stands where there is no list price."""
        agreement = self.agreement()
        is_fixed = agreement is not None and isinstance(agreement.terms, FixedPrice)
        return agreement.terms if is_fixed else None

    @property
    def is_counted(self):
        return self.line.in_total and self.is_priceable

    def price(self, everyone):
        if self.answer is None:
            self.answer = self._priced(everyone)
        return self.answer

    def _priced(self, everyone):
        rate = self._rate()
        if not self.is_priceable:
            return OracleLine(self.line.key, [], 0, 0, False, rate, self.worth)
        entry = self.open(everyone)
        free = free_units(everyone).get(self.line.key, [])
        pieces = beside_gifts(self, free) if free else pieces_of(self, entry)
        parts = [part for piece in pieces for part in piece.parts(everyone, entry)]
        bad = any(net < 0 for _quantity, net, _amount in parts)
        amount = 0 if bad else sum(amount for _quantity, _net, amount in parts)
        listed_amount = 0 if bad else sum(piece.list_amount() for piece in pieces)
        counts = self.line.in_total and not bad
        self.worth[Basis.NET] = Fraction(amount, self.cents)
        return OracleLine(self.line.key, parts, amount, listed_amount, counts, rate, self.worth)

    def refuses_slabs(self):
        return refuses_slabs(self, self.entry())

    def parts(self, everyone, entry):
        if self.is_given:
            self.worth[Basis.LIST] += self.share * self.list_price / self.base
            return [(self.share, ZERO, 0)]
        if self.line.manual_price is not None:
            return [self._part(self.share, self.opening, True)]
        stacks = self.request.policies.promotions is PromotionMode.STACKED
        price = self.opening if self.has_gifts and not stacks else self._promoted(self.opening, everyone)
        bands = self._banded(price, everyone, refuses_slabs(self, entry))
        return [self._part(quantity, price, False) for quantity, price in bands]

    def list_amount(self):
        return rounded(self.share * self.list_price * self.multiplier() / self.base * self.cents)

    @property
    def cents(self):
        return 10**self.request.currency.exponent

    def _start(self):
        """Find what the price is written for; the price itself may wait for other lines."""
        entry, is_typed = self.entry() or self._agreed_alone(), self.line.manual_price is not None
        if entry is None or (is_typed and self.entry() is not None and not self._has_list(entry)):
            self.has_no_list, self.factor, self.term = True, Fraction(1), 1
            return None
        self.factor, self.term = self.per_line_unit(entry.unit), entry.term_months
        return entry

    def _has_list(self, entry):
        return isinstance(entry.method, CostPlus) or makes_a_price(self, entry)

    def open(self, everyone):
        """Say the list price and the one after step 1, which a typed price takes the place of."""
        entry, typed = self._start(), self.line.manual_price
        if entry is None:
            self.list_price = self.opening = Fraction(typed)
            self.base = Fraction(1)
            return None
        self.list_price, self.base = listed(self, entry, everyone)
        if typed is None:
            marked = None if self.agreement() else marked_up(self, entry)
            self.opening = self.special() if marked is None else marked
            return entry
        if refuses_slabs(self, entry):  # nothing is multiplied: what is typed is for one unit
            self.list_price, self.base = self.list_price / self.base, Fraction(1)
        self.opening = Fraction(typed)
        return entry

    def take(self, price, reduction, units):
        """Take a reduction off; an amount is off each of the `units` that one line unit holds."""
        if isinstance(reduction, PercentOff):
            return price * (1 - Fraction(reduction.percent.fraction))
        return price - Fraction(dict(reduction.amounts)[self.currency]) * units * self.base

    def special(self):
        agreement = self.agreement()
        if agreement is None:
            return self.list_price
        terms = agreement.terms
        if not isinstance(terms, FixedPrice):
            return self.take(self.list_price, terms, self.factor)
        per_unit = Fraction(terms.price) * self.per_line_unit(terms.unit) / Fraction(terms.base_quantity)
        return per_unit * self.base * self.term / terms.term_months

    def _promoted(self, price, everyone):
        usable = [
            offer for offer in self.rules.promotions if not is_gift(offer) and fits(offer, self, everyone)
        ]
        if self.request.policies.promotions is PromotionMode.STACKED:
            for offer in sorted(usable, key=lambda one: (one.order, one.code)):
                price = self.take(price, offer.reduction, self.factor)
            return price
        return min((self.take(price, offer.reduction, self.factor) for offer in usable), default=price)

    def is_offered(self, offer):
        named = {code.casefold() for code in self.request.codes}
        return (
            self._fits(offer.selector, offer.validity)
            and self._has_amounts([offer.reduction])
            and (not offer.coupon or offer.coupon.casefold() in named)
            and (offer.limit is None or offer.used < offer.limit)
        )

    def _ladder_units(self, schedule):
        return self.per_line_unit(schedule.unit) if schedule.unit else self.factor

    def _own_count(self, schedule):
        """What the line brings to a schedule, in the schedule's unit."""
        owned = Fraction(self.line.owned) if schedule.counts_owned else ZERO
        if not hasattr(self, "factor"):
            self._start()
        return (self.quantity + owned) * self._ladder_units(schedule)

    def _banded(self, price, everyone, refuses_slab):
        schedule = self._schedule(Measure.QUANTITY)
        if schedule is None or (refuses_slab and schedule.kind is TierKind.SLAB):
            return [(self.share, price)]
        units = self._ladder_units(schedule)
        if schedule.kind is TierKind.RANGE:
            tier = reached_tier(schedule, self._counted(schedule, everyone))
            return [(self.share, price if tier is None else self.take(price, tier.reduction, units))]
        owned = Fraction(self.line.owned) * units if schedule.counts_owned else ZERO
        bands = []
        for tier, inside in slab_bands(schedule, owned, owned + self.share * units):
            bands.append((inside / units, price if tier is None else self.take(price, tier.reduction, units)))
        return bands

    def _counted(self, schedule, everyone):
        own = self._own_count(schedule)
        if schedule.scope is Scope.LINE:
            return own
        together = ZERO
        for other in everyone:
            if not other.is_counted:
                continue
            theirs = other._schedule(Measure.QUANTITY)
            same_group = schedule.scope is Scope.QUOTE or other.line.group == self.line.group
            if theirs is not None and theirs.code == schedule.code and same_group:
                together += other._own_count(schedule)
        return together if self.is_counted else together + own

    def _part(self, quantity, price, is_manual):
        request = self.request
        schedule = None if is_manual else self._schedule(Measure.TERM)
        recurring = self.product.charge is ChargeType.RECURRING
        if schedule is not None and recurring and self.span is not None:
            tier = reached_tier(schedule, months_of(self.span, ProrationMode.MONTHS_AND_DAYS, 1))
            if tier is not None:
                price = self.take(price, tier.reduction, self.factor)
        multiplier = self.multiplier()
        price *= multiplier
        prorated_list, regular = self.list_price * multiplier, price
        if request.policies.additional_last:
            customer = price = self._additional(self._partners(price, prorated_list))
        else:
            customer = self._additional(price)
            price = self._partners(customer, prorated_list)
        for basis, each in {
            Basis.LIST: self.list_price,
            Basis.REGULAR: regular,
            Basis.CUSTOMER: customer,
        }.items():
            self.worth[basis] += quantity * each / self.base
        if request.policies.rounding is RoundingPolicy.UNIT:
            book = next(book for book in self.rules.books if book.code == request.book)
            scale = book.price_scale
            if scale is None:
                scale = min(request.currency.exponent + request.policies.price_scale_offset, 6)
            price = Fraction(rounded(price * 10**scale), 10**scale)
        return quantity, price, rounded(quantity * price / self.base * self.cents)

    def multiplier(self):
        span = self.charged_span
        if self.product.charge is not ChargeType.RECURRING or span is None or not self.is_prorated:
            return Fraction(1)
        return months_of(span, self.request.policies.proration, self.term) / self.term

    def _additional(self, price):
        group = next((one for one in self.request.groups if one.key == self.line.group), None)
        reduction = self.line.discount
        if reduction is None and group is not None and self.line.group:
            reduction = group.discount
        if reduction is None:
            quote = self.request.discount
            return price if quote is None else price * (1 - Fraction(quote.fraction))
        prorates = self.request.policies.prorate_amount_discounts
        times = self.multiplier() if prorates else 1
        return self.take(price, reduction, Fraction(1) * times)

    def _partners(self, price, listed):
        for percent in (self.request.partner, self.request.distributor):
            base = listed if self.request.policies.partner_off_list else price
            price -= base * Fraction(percent.fraction)
        return price

    def _rate(self):
        if self.product is None:
            return ZERO
        wanted = self.line.tax_class or self.product.tax_class
        country = self.request.taxes.seller_country
        return next(
            Fraction(rate.percent.fraction)
            for rate in self.rules.tax_rates
            if (rate.country, rate.tax_class) == (country, wanted)
        )
