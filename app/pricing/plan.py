"""What is known about an article before its quantity: list price, agreed price, candidate rules, tax.

Each question is answered once per document and article; lines of the same article share the plan.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.catalog.product import TaxClass
from app.kernel.findings import Finding, Severity
from app.kernel.quantity import PIECE
from app.pricing.compiled import Ladder, Offer
from app.pricing.context import Context
from app.pricing.exact import ONE, Exact, exact, product, quotient
from app.pricing.methods import Late, is_late
from app.pricing.opening import Article, Opening, opening
from app.pricing.reasons import Refused
from app.pricing.request import RequestLine
from app.pricing.rules import Ranked
from app.pricing.selection import choose, split_offers, why_not
from app.pricing.trace import Move, Refusal
from app.taxes.determination import LineTax, Taxable


@dataclass(slots=True, eq=False)
class LadderPlan:
    """The schedule of a step: the one used, the others, and its units in one line unit.

    Attributes:
        reached: The tier a line reached last and what it does to a price; the next line of the article mostly
            reaches the same one. Replaced as one, since threads share plans.
    """

    ladder: Ladder | None
    refused: tuple[Refusal, ...]
    factor: Exact = ONE
    reached: tuple[int, Move] | None = None


@dataclass(slots=True, eq=False)
class Plan:
    """Everything about a line that its quantity does not change.

    Attributes:
        unit: UN/ECE code of the line's quantity.
        start: Steps 0 and 1; None where there is no list price.
        cost: Per line unit in the document's currency; None where it is not known.
        late: What the price waits for; None where `start` says it all.
        no_price: The finding of a line for which neither a list price nor the rep says a price.
        findings: What else is wrong with the article in this document.
    """

    unit: str
    start: Opening | None
    offers: tuple[Offer, ...]
    offers_refused: tuple[Refusal, ...]
    volume: LadderPlan
    term: LadderPlan
    is_recurring: bool
    tax: LineTax | None
    cost: Exact | None
    no_price: Finding | None
    findings: tuple[Finding, ...]
    late: Late | None = None

    @property
    def every_rule(self) -> list[tuple[str, int]]:
        """Return code and version of each rule of steps 1b to 3 that could be used."""
        rules: list[Offer | Ladder] = [*self.offers]
        rules += [ladder for ladder in (self.volume.ladder, self.term.ladder) if ladder is not None]
        return [(rule.code, rule.version) for rule in rules]


NO_LADDER = LadderPlan(None, ())


ArticleKey = tuple[str, str, TaxClass | None]
"""SKU, unit and tax class as the line says them."""


class Plans:
    """The plans of one document, made when first asked for and kept with the rules for the next pricing.

    A plan reads only the header of a request, and a quote is priced again with the same header after every
    edit.
    """

    __slots__ = ("_context", "_known")

    def __init__(self, context: Context) -> None:
        self._context = context
        request = context.request
        header = (
            request.book,
            request.currency,
            request.on,
            request.customer,
            request.taxes,
            request.tax_date,
            request.exchange,
            context.coupons,
        )
        self._known: dict[ArticleKey, Plan] = context.rules.recent(header)

    def of(self, line: RequestLine) -> Plan:
        """Return the plan of a line's article in its unit."""
        if not line.sku:
            return free_plan(self._context, line)
        key = (line.sku, line.unit, line.tax_class)
        plan = self._known.get(key)
        if plan is None:
            shelf = self._context.rules.shelf(line.sku, self._context.request.customer)
            article = None if shelf is None else Article(shelf, line.unit or shelf.unit)
            plan = _unknown(line) if article is None else article_plan(self._context, article, line)
            self._known[key] = plan
        return plan


def article_plan(context: Context, article: Article, line: RequestLine) -> Plan:
    """Return the plan of a catalog product."""
    shelf = article.shelf
    start = opening(context, article)
    offers, offers_refused = split_offers(shelf.offers, context) if shelf.offers else ((), ())
    taxable = shelf.taxable
    if line.tax_class is not None:
        taxable = taxable._replace(tax_class=line.tax_class, percent=None)
    tax = context.taxes.of(taxable)
    sells = shelf.sells_always or shelf.product.sellable.covers(context.on)
    return Plan(
        article.unit,
        start,
        offers,
        offers_refused,
        _ladder(shelf.volume, context, article, start) if shelf.volume else NO_LADDER,
        _ladder(shelf.term, context, article, start) if shelf.term else NO_LADDER,
        shelf.is_recurring,
        tax,
        _cost(context, article) if shelf.costs else None,
        _no_price(context, article) if start is None else None,
        () if sells and tax is not None else _findings(context, article, taxable, tax),
        _late(article, start),
    )


def _late(article: Article, start: Opening | None) -> Late | None:
    listed = None if start is None else start.listed
    if start is None or listed is None or not is_late(listed):
        return None
    return Late(article, listed, start.moves[0].refused)


def free_plan(context: Context, line: RequestLine) -> Plan:
    """Return the plan of a line without a product: no rules, standard tax unless it says otherwise."""
    taxable = Taxable(line.supply, line.tax_class or TaxClass.STANDARD)
    tax = context.taxes.of(taxable)
    findings = _tax_findings(context, taxable, tax)
    missing = Finding("pricing.price_missing", Severity.BLOCKER, "manual_price")
    return Plan(
        line.unit or PIECE.code, None, (), (), NO_LADDER, NO_LADDER, False, tax, None, missing, findings
    )


def _unknown(line: RequestLine) -> Plan:
    finding = Finding("pricing.unknown_product", Severity.BLOCKER, "sku", {"sku": line.sku})
    unit = line.unit or PIECE.code
    return Plan(unit, None, (), (), NO_LADDER, NO_LADDER, False, None, None, finding, ())


def _ladder(ranked: Ranked, context: Context, article: Article, start: Opening | None) -> LadderPlan:
    on = context.on
    if len(ranked) == 1:  # nearly always: one schedule, asked for its date only
        only = ranked[0][1]
        if only.first <= on <= only.last and not only.is_limited:
            return LadderPlan(only, (), start.factor if start else ONE)
    usable, refused = [], []
    for candidate in ranked:
        ladder = candidate[1]
        if ladder.first <= on <= ladder.last and not ladder.is_limited:
            usable.append(candidate)
            continue
        reason = why_not(ladder, context)
        if reason is None and ladder.unit and article.units_per_line_unit(ladder.unit) is None:
            reason = Refused.UNIT_NOT_CONVERTIBLE
        if reason is None:
            usable.append(candidate)
        else:
            refused.append(Refusal(ladder.code, ladder.version, reason))
    winner, losers = choose(usable, refused)
    if winner is None or not winner.unit:
        return LadderPlan(winner, losers, start.factor if start else ONE)
    return LadderPlan(winner, losers, article.units_per_line_unit(winner.unit) or ONE)


def _cost(context: Context, article: Article) -> Exact | None:
    """Return the cost per line unit; one in the company's currency is changed at the frozen rate."""
    exchange = context.request.exchange
    amount = _cost_in(context, article, context.currency)
    if amount is None and exchange is not None:
        amount = _cost_in(context, article, exchange.company_currency.code)
        amount = None if amount is None else quotient(amount, exact(exchange.rate))
    in_units = article.units_per_line_unit("")
    if amount is None or in_units is ONE:
        return amount
    return None if in_units is None else product(amount, in_units)


def _cost_in(context: Context, article: Article, currency: str) -> Exact | None:
    on = context.on
    for cost in article.shelf.costs:
        if cost.currency == currency and cost.first <= on <= cost.last:
            return cost.amount
    return None


def _no_price(context: Context, article: Article) -> Finding:
    found = article.shelf.product
    if article.units_per_line_unit("") is None:
        facts = {"sku": found.sku, "unit": article.unit, "product_unit": found.unit.code}
        return Finding("pricing.unit_not_convertible", Severity.BLOCKER, "unit", facts)
    on = context.request.on.isoformat()
    facts = {"sku": found.sku, "book": context.request.book, "currency": context.currency, "on": on}
    return Finding("pricing.no_list_price", Severity.BLOCKER, "sku", facts)


def _findings(
    context: Context, article: Article, taxable: Taxable, tax: LineTax | None
) -> tuple[Finding, ...]:
    found, on = article.shelf.product, context.on
    unknown = _tax_findings(context, taxable, tax)
    if found.sellable.covers(on):
        return unknown
    facts = {"sku": found.sku, "on": on.isoformat()}
    return (Finding("pricing.not_sellable_on_date", Severity.WARNING, "sku", facts), *unknown)


def _tax_findings(context: Context, taxable: Taxable, tax: LineTax | None) -> tuple[Finding, ...]:
    if tax is not None:
        return ()
    where = context.taxes.place_of(taxable.supply)
    facts = {
        "country": where.country,
        "region": where.region,
        "tax_class": taxable.tax_class.value,
        "on": (context.request.tax_date or context.request.on).isoformat(),
    }
    return (Finding("pricing.unknown_tax_rate", Severity.BLOCKER, "tax", facts),)
