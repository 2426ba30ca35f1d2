"""What holds for a whole document while its lines are priced: prepared once, read by every line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.catalog.price_book import PriceBook
from app.catalog.promotion import folded
from app.company.policies import ProrationMode, RoundingPolicy
from app.kernel.findings import Finding, Severity
from app.kernel.period import Period
from app.pricing.compiled import Cut, Offer, cut_of, is_in, percent_cut
from app.pricing.exact import ONE, Exact, exact
from app.pricing.proration import months, multiplier
from app.pricing.reasons import Operation, Reason, Refused, StepKind
from app.pricing.request import PricingRequest
from app.pricing.rules import PriceRules
from app.pricing.trace import Move, Refusal
from app.taxes.determination import Determination


class Given(NamedTuple):
    """Units of a line that a promotion makes free, in line units.

    Attributes:
        beaten_by: Code of the promotion that was better for the line; empty: they are free.
    """

    offer: Offer
    quantity: Exact
    beaten_by: str = ""


class Additional(NamedTuple):
    """A discount of step 5: what it does, where it was set, and the farther ones it beats.

    Attributes:
        move: The step it makes on every line; None for an amount, which depends on the line.
    """

    cut: Cut
    reason: Reason
    refused: tuple[Refusal, ...] = ()
    move: Move | None = None


_ONE_TERM = Move(StepKind.PRORATION, Operation.TIMES, ONE, "", 0, Reason.ONE_PRICE_TERM)
_BEATEN_BY_GROUP = (Refusal("quote", 0, Refused.NEARER_DISCOUNT, "group"),)
_BEATEN_BY_LINE = {
    Reason.QUOTE_DISCOUNT: (Refusal("quote", 0, Refused.NEARER_DISCOUNT, "line"),),
    Reason.GROUP_DISCOUNT: (Refusal("group", 0, Refused.NEARER_DISCOUNT, "line"),),
}


class Context:
    """One document's settings in the form the line loop reads.

    Attributes:
        book: The price book; None where the request names none that exists and fits.
        agreements: The customer's contracted prices per product or category.
        additional: Per group key the discount its lines have without one of their own.
        partners: Steps 6 and 7, those that take something.
        smallest: Smallest units per unit of the currency (100 for EUR).
        scale_power: 10 to the decimals a unit price is rounded to under `unit`.
        coupons: The codes the customer names, folded.
        totals: Per promotion that asks for an order over an amount, what its lines come to at list.
        gifts: Per key of a line the units promotions make free on it; None where none is open.
        findings: What is wrong with the document's header.
    """

    __slots__ = (
        "_lengths", "_prorations", "additional", "agreements", "book", "coupons", "currency", "findings",
        "gifts", "is_gross", "on", "partners", "period", "policies", "price_scale", "request", "rounds_unit",
        "rules", "scale_power", "smallest", "taxes", "totals",
    )  # fmt: skip

    def __init__(self, request: PricingRequest, rules: PriceRules) -> None:
        self.request = request
        self.rules = rules
        self.policies = request.policies
        self.currency = request.currency.code
        self.book, self.findings = _book(request, rules)
        self.taxes = Determination(request.taxes, rules.tax_rates, request.tax_date or request.on)
        self.additional, unusable = _additional_by_group(request)
        self.coupons = frozenset(folded(code) for code in request.codes)
        self.totals: Mapping[str, Exact] = {}
        self.gifts: Mapping[str, tuple[Given, ...]] | None = None
        self.findings += (*unusable, *_coupon_findings(request, rules))
        self.partners = _partners(request)
        self.smallest = 10**request.currency.exponent
        own_scale = self.book.price_scale if self.book else None
        self.price_scale = request.policies.price_scale(request.currency) if own_scale is None else own_scale
        self.scale_power = 10**self.price_scale
        self.is_gross = self.book is not None and self.book.gross
        self.rounds_unit = request.policies.rounding is RoundingPolicy.UNIT
        self.period = request.period
        self.on = request.on
        self.agreements = rules.agreements_of(request.customer)
        self._prorations: dict[tuple[Period, int], Move] = {}
        self._lengths: dict[Period, Exact] = {}

    def proration_of(self, span: Period | None, term_months: int) -> Move:
        """Return step 4: how many price terms a span is; one where no span is known."""
        if span is None:
            return _ONE_TERM
        key = (span, term_months)
        found = self._prorations.get(key)
        if found is None:
            ratio = multiplier(span, term_months, self.policies.proration)
            value = (ratio.numerator, ratio.denominator)
            found = Move(StepKind.PRORATION, Operation.TIMES, value, "", 0, Reason.PRORATED)
            self._prorations[key] = found
        return found

    def months_of(self, span: Period) -> Exact:
        """Return the months a term schedule is asked for: months_and_days, whatever the proration mode."""
        return self._lengths.get(span) or self._measure(span)

    def _measure(self, span: Period) -> Exact:
        ratio = months(span, ProrationMode.MONTHS_AND_DAYS)
        found = self._lengths[span] = (ratio.numerator, ratio.denominator)
        return found

    def wider_discount(self, group: str) -> Additional | None:
        """Return the discount of a line without one of its own: its group's, else the quote's."""
        return self.additional.get(group) or self.additional.get("")

    def beaten_by_line(self, group: str) -> tuple[Refusal, ...]:
        """Return the wider discounts that a line's own one beats."""
        wider = self.wider_discount(group) if self.additional else None
        return () if wider is None else _BEATEN_BY_LINE[wider.reason] + wider.refused


def _book(request: PricingRequest, rules: PriceRules) -> tuple[PriceBook | None, tuple[Finding, ...]]:
    book = rules.books.get(request.book)
    if book is None:
        return None, (
            Finding("pricing.unknown_price_book", Severity.BLOCKER, "book", {"book": request.book}),
        )
    if book.currency != request.currency:
        facts = {"book": book.code, "currency": request.currency.code, "book_currency": book.currency.code}
        return None, (Finding("pricing.price_book_currency", Severity.BLOCKER, "currency", facts),)
    if not book.validity.covers(request.on):
        facts = {"book": book.code, "on": request.on.isoformat()}
        return None, (Finding("pricing.price_book_not_valid", Severity.BLOCKER, "book", facts),)
    return book, ()


def _coupon_findings(request: PricingRequest, rules: PriceRules) -> tuple[Finding, ...]:
    """A code nobody knows, or one that was used as often as it may be, takes nothing off."""
    found = []
    for code in request.codes:
        is_used_up = rules.coupons.get(folded(code))
        if is_used_up is not False:
            name = "pricing.coupon_unknown" if is_used_up is None else "pricing.coupon_used_up"
            found.append(Finding(name, Severity.WARNING, "codes", {"coupon": code}))
    return tuple(found)


def _additional_by_group(request: PricingRequest) -> tuple[dict[str, Additional], tuple[Finding, ...]]:
    """Return the discount per group, the quote's own under the empty key, and what is wrong with them."""
    found: dict[str, Additional] = {}
    unusable: list[Finding] = []
    currency = request.currency.code
    if request.discount is not None:
        found[""] = _additional(percent_cut(request.discount.fraction), Reason.QUOTE_DISCOUNT, ())
    beaten = _BEATEN_BY_GROUP if found else ()
    for group in request.groups:
        if not group.key or group.discount is None:
            continue
        if is_in(currency, group.discount):
            found[group.key] = _additional(cut_of(group.discount), Reason.GROUP_DISCOUNT, beaten)
        else:
            where = f"groups[{group.key}].discount"
            facts = {"currency": currency}
            unusable.append(Finding("pricing.discount_currency", Severity.BLOCKER, where, facts))
    return found, tuple(unusable)


def _additional(cut: Cut, reason: Reason, refused: tuple[Refusal, ...]) -> Additional:
    if cut.amounts is not None:
        return Additional(cut, reason, refused)
    move = Move(StepKind.ADDITIONAL, Operation.PERCENT, cut.share, "", 0, reason, (), refused)
    return Additional(cut, reason, refused, move)


def _partners(request: PricingRequest) -> tuple[Move, ...]:
    off_list = request.policies.partner_off_list
    operation = Operation.PERCENT_OF_LIST if off_list else Operation.PERCENT
    steps = (
        (StepKind.PARTNER, request.partner, Reason.PARTNER_DISCOUNT),
        (StepKind.DISTRIBUTOR, request.distributor, Reason.DISTRIBUTOR_DISCOUNT),
    )
    return tuple(
        [
            Move(kind, operation, exact(percent.fraction), "", 0, reason)
            for kind, percent, reason in steps
            if percent.fraction
        ]
    )
