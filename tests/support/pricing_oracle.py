"""The price law a second time, slow and obvious, in fractions: what the fast engine is compared with.

Written from domain.md sections 2 to 5 and 13, with nothing of app.pricing but the types of its question. A
domestic sale is assumed, so that tax is the rate of the product's class in the seller's country.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.catalog.contracted_price import FixedPrice
from app.catalog.discount_schedule import Measure, Scope, TierKind
from app.catalog.product import ChargeType
from app.catalog.reduction import PercentOff
from app.company.policies import PromotionMode, ProrationMode, RoundingPolicy
from tests.support.oracle_months import months_of
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
        self.span = line.period or request.period

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
        categories = self._categories()
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

    def _categories(self):
        words = self.product.category.split("/") if self.product.category else []
        return ["/".join(words[:count]) for count in range(len(words), 0, -1)]

    def _distance(self, selector):
        """How far a rule's place is from the product: itself, its categories from the nearest, everything."""
        categories = self._categories()
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

    def _entry(self):
        usable = [
            entry
            for entry in self.rules.entries
            if (entry.book, entry.sku) == (self.request.book, self.product.sku)
            and entry.validity.covers(self.request.on)
        ]
        return max(usable, key=lambda entry: entry.validity.first or date.min, default=None)

    def _agreement(self):
        ranks = {("", category): 1 + at for at, category in enumerate(self._categories())}
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
        return self._entry() is not None or self._stands_alone()

    def _stands_alone(self):
        agreement = self._agreement()
        has_own = self.line.manual_price is not None
        return has_own or (agreement is not None and isinstance(agreement.terms, FixedPrice))

    @property
    def is_counted(self):
        return self.line.in_total and self.is_priceable

    def price(self, everyone):
        rate = self._rate()
        if not self.is_priceable:
            return OracleLine(self.line.key, [], 0, 0, False, rate)
        self._start()
        if self.line.manual_price is not None:
            bands = [(self.quantity, Fraction(self.line.manual_price))]
            special = True
        else:
            price = self._promoted(self._special())
            bands, special = self._banded(price, everyone), False
        parts = [self._part(quantity, price, special) for quantity, price in bands]
        multiplier = self._multiplier()
        listed = self.quantity * self.list_price * multiplier / self.base
        bad = any(net < 0 for _quantity, net, _amount in parts)
        amount = 0 if bad else sum(amount for _quantity, _net, amount in parts)
        return OracleLine(
            self.line.key,
            parts,
            amount,
            0 if bad else rounded(listed * self.cents),
            self.line.in_total and not bad,
            rate,
        )

    @property
    def cents(self):
        return 10**self.request.currency.exponent

    def _start(self):
        entry = self._entry()
        manual = self.line.manual_price
        if (
            entry is None
            and (agreement := self._agreement()) is not None
            and isinstance(agreement.terms, FixedPrice)
        ):
            entry = agreement.terms
        if entry is None:
            self.list_price, self.base, self.term, self.factor = Fraction(manual), Fraction(1), 1, Fraction(1)
            return
        self.factor = self.per_line_unit(entry.unit)
        self.list_price = Fraction(entry.price) * self.factor
        self.base, self.term = Fraction(entry.base_quantity), entry.term_months

    def _take(self, price, reduction, units):
        """Take a reduction off; an amount is off each of the `units` that one line unit holds."""
        if isinstance(reduction, PercentOff):
            return price * (1 - Fraction(reduction.percent.fraction))
        return price - Fraction(dict(reduction.amounts)[self.currency]) * units * self.base

    def _special(self):
        agreement = self._agreement()
        if agreement is None:
            return self.list_price
        terms = agreement.terms
        if not isinstance(terms, FixedPrice):
            return self._take(self.list_price, terms, self.factor)
        per_unit = Fraction(terms.price) * self.per_line_unit(terms.unit) / Fraction(terms.base_quantity)
        return per_unit * self.base * self.term / terms.term_months

    def _promoted(self, price):
        units = self.quantity * self.factor
        usable = [
            offer
            for offer in self.rules.promotions
            if self._fits(offer.selector, offer.validity)
            and self._has_amounts([offer.reduction])
            and units >= Fraction(offer.minimum)
            and (offer.maximum is None or units <= Fraction(offer.maximum))
        ]
        if self.request.policies.promotions is PromotionMode.STACKED:
            for offer in sorted(usable, key=lambda one: (one.order, one.code)):
                price = self._take(price, offer.reduction, self.factor)
            return price
        return min((self._take(price, offer.reduction, self.factor) for offer in usable), default=price)

    def _ladder_units(self, schedule):
        return self.per_line_unit(schedule.unit) if schedule.unit else self.factor

    def _own_count(self, schedule):
        """What the line brings to a schedule, in the schedule's unit."""
        owned = Fraction(self.line.owned) if schedule.counts_owned else ZERO
        if not hasattr(self, "factor"):
            self._start()
        return (self.quantity + owned) * self._ladder_units(schedule)

    def _banded(self, price, everyone):
        schedule = self._schedule(Measure.QUANTITY)
        if schedule is None:
            return [(self.quantity, price)]
        units = self._ladder_units(schedule)
        if schedule.kind is TierKind.RANGE:
            tier = _reached(schedule, self._counted(schedule, everyone))
            return [(self.quantity, price if tier is None else self._take(price, tier.reduction, units))]
        owned = Fraction(self.line.owned) * units if schedule.counts_owned else ZERO
        bands = []
        for tier, inside in _slab(schedule, owned, owned + self.quantity * units):
            bands.append(
                (inside / units, price if tier is None else self._take(price, tier.reduction, units))
            )
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
            tier = _reached(schedule, months_of(self.span, ProrationMode.MONTHS_AND_DAYS, 1))
            if tier is not None:
                price = self._take(price, tier.reduction, self.factor)
        multiplier = self._multiplier()
        price *= multiplier
        listed = self.list_price * multiplier
        steps = [self._additional, lambda now: self._partners(now, listed)]
        for step in reversed(steps) if request.policies.additional_last else steps:
            price = step(price)
        if request.policies.rounding is RoundingPolicy.UNIT:
            book = next(book for book in self.rules.books if book.code == request.book)
            scale = book.price_scale
            if scale is None:
                scale = min(request.currency.exponent + request.policies.price_scale_offset, 6)
            price = Fraction(rounded(price * 10**scale), 10**scale)
        return quantity, price, rounded(quantity * price / self.base * self.cents)

    def _multiplier(self):
        if self.product.charge is not ChargeType.RECURRING or self.span is None:
            return Fraction(1)
        mode = self.request.policies.proration
        return months_of(self.span, mode, self.term) / self.term

    def _additional(self, price):
        group = next((one for one in self.request.groups if one.key == self.line.group), None)
        reduction = self.line.discount
        if reduction is None and group is not None and self.line.group:
            reduction = group.discount
        if reduction is None:
            quote = self.request.discount
            return price if quote is None else price * (1 - Fraction(quote.fraction))
        prorates = self.request.policies.prorate_amount_discounts
        times = self._multiplier() if prorates else 1
        return self._take(price, reduction, Fraction(1) * times)

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


def _reached(schedule, counted):
    reached = [tier for tier in schedule.tiers if Fraction(tier.lower) <= counted]
    return reached[-1] if reached else None


def _slab(schedule, start, end):
    """Return (tier, units) of each band that units start..end touch; it ends a step below the next bound."""
    tiers = [None, *schedule.tiers]
    tops = [Fraction(tier.lower) - Fraction(schedule.step) for tier in schedule.tiers] + [max(end, start)]
    found, below = [], ZERO
    for tier, top in zip(tiers, tops, strict=True):
        inside = min(top, end) - max(below, start)
        if inside > 0:
            found.append((tier, inside))
        below = max(below, top)
    return found
