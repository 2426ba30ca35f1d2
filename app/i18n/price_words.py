"""Why a price moved or a rule did not, in the words of the trade (U13, U33), on screen and command line."""

from __future__ import annotations

from typing import NamedTuple

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.money import Currency
from app.kernel.ratio import Ratio
from app.pricing.explain import ExplainedStep, RefusedRule
from app.pricing.reasons import Operation, Reason, Refused, StepKind

_DECIMALS = 6
_SHARE_DECIMALS = 8
_BOUNDS = ("lower", "above", "first_bound")
_SHARES = frozenset({"share", "percent", "uplift"})
_AMOUNTS = frozenset({"box", "each", "cost", "markup", "covered", "limit"})
"""Facts by what they are; every other one is a number of units."""


class Reader(NamedTuple):
    """How the reader writes numbers, and the currency of the prices."""

    formats: Formats
    currency: Currency


def why(step: ExplainedStep, reader: Reader) -> str:
    """Return why a step did what it did, with its rule, its value and the rule's version."""
    facts = {name: _fact(name, value, reader) for name, value in step.facts}
    bounds = [facts[name] for name in _BOUNDS if name in facts]
    said = reason_sentence(step.reason).format(
        rule=step.rule, value=_value(step, reader), bound=bounds[0] if bounds else "", **facts
    )
    return _("{rule}, v{n}").format(rule=said, n=step.version) if step.version else said


def _fact(name: str, value: Ratio, reader: Reader) -> str:
    if name in _SHARES:
        return reader.formats.percent(value.rounded(_SHARE_DECIMALS), high=_DECIMALS)
    if name in _AMOUNTS:
        return reader.formats.price(value.rounded(_DECIMALS), reader.currency)
    return reader.formats.number(value.rounded(_DECIMALS))


def why_not(kind: StepKind, refusal: RefusedRule) -> tuple[str, str]:
    """Return the name of a rule that was not used, and why."""
    name = rule_word(refusal.rule)
    if name == refusal.rule:
        name = f"{step_word(kind)} {refusal.rule}"
    return name, refused_sentence(refusal.reason).format(winner=winner_word(refusal.beaten_by))


def step_word(kind: StepKind) -> str:
    """Return the name of a step of the waterfall."""
    return {
        StepKind.LIST: _("List price"),
        StepKind.SPECIAL: _("Special price"),
        StepKind.PROMOTION: _("Promotion"),
        StepKind.VOLUME: _("Volume"),
        StepKind.TERM: _("Term"),
        StepKind.PRORATION: _("Proration"),
        StepKind.ADDITIONAL: _("Additional discount"),
        StepKind.PARTNER: _("Partner"),
        StepKind.DISTRIBUTOR: _("Distributor"),
    }[kind]


def reason_sentence(code: str) -> str:
    """Return why a step did what it did; ``{rule}``, ``{value}`` and ``{bound}`` are filled by the caller.

    Args:
        code: As `explain` names it: ``pricing.reason.price_book``.
    """
    return {
        Reason.PRICE_BOOK: _("Price book {rule}"),
        Reason.BLOCK: _("Block from {bound} · {rule}"),
        Reason.PACKAGES: _("{packages} packages of {size} · {rule}"),
        Reason.USAGE_TIER: _("Usage above {bound} · {rule}"),
        Reason.PERCENT_OF_TOTAL: _("{percent} of {covered} · {rule}"),
        Reason.PERCENT_OF_TOTAL_AT_LEAST: _("{percent} of {covered}, at least {limit} · {rule}"),
        Reason.PERCENT_OF_TOTAL_AT_MOST: _("{percent} of {covered}, at most {limit} · {rule}"),
        Reason.COST_PLUS: _("Cost {cost} plus {share} plus {markup} · {rule}"),
        Reason.FREE_QUANTITY: _("Free units · {rule}"),
        Reason.MINIMUM_QUANTITY: _("Up to the minimum of {minimum} · {rule}"),
        Reason.RAMP_UPLIFT: _("{uplift} from the first segment on"),
        Reason.LIST_IS_CONTRACTED: _("{rule}; there is no list price"),
        Reason.LIST_IS_MANUAL: _("Typed; there is no list price"),
        Reason.MANUAL_PRICE: _("Typed into this line"),
        Reason.CONTRACTED_FOR_PRODUCT: _("{rule}, for this product"),
        Reason.CONTRACTED_FOR_CATEGORY: _("{rule}, for its category"),
        Reason.BEST_PROMOTION: _("{value} · {rule}"),
        Reason.STACKED_PROMOTION: _("{value} · {rule}"),
        Reason.BUY_AND_GET: _("Makes units free · {rule}"),
        Reason.FREE_GOODS: _("Free goods · {rule}"),
        Reason.TIER_REACHED: _("{value} from {bound} · {rule}"),
        Reason.SLAB_BAND: _("{value} from {bound} · {rule}"),
        Reason.BELOW_FIRST_TIER: _("begins at {bound} · {rule}"),
        Reason.NO_RULE_APPLIES: _("No rule applies"),
        Reason.PRORATED: _("× {value} price terms"),
        Reason.ONE_PRICE_TERM: _("One price term"),
        Reason.TARGET: _("Set by the target total"),
        Reason.LINE_DISCOUNT: _("{value} on this line"),
        Reason.GROUP_DISCOUNT: _("{value} on the section"),
        Reason.QUOTE_DISCOUNT: _("{value} on the quote"),
        Reason.PARTNER_DISCOUNT: _("{value} to the partner"),
        Reason.DISTRIBUTOR_DISCOUNT: _("{value} to the distributor"),
    }[Reason(_last(code))]


def refused_sentence(code: str) -> str:
    """Return why a rule was not used; ``{winner}`` is filled by the caller.

    Args:
        code: As `explain` names it: ``pricing.refused.older``.
    """
    return {
        Refused.NOT_VALID_ON_DATE: _("Not valid on the price date"),
        Refused.OTHER_BOOK: _("Holds for another price book"),
        Refused.OTHER_CURRENCY: _("Holds for another currency"),
        Refused.LESS_SPECIFIC: _("{winner} names the product more closely"),
        Refused.OLDER: _("{winner} is newer"),
        Refused.TIED_HIGHER_CODE: _("Equal to {winner}, whose code comes first"),
        Refused.QUANTITY_BELOW: _("The quantity is too small for it"),
        Refused.QUANTITY_ABOVE: _("The quantity is too large for it"),
        Refused.WORSE_PRICE: _("{winner} gives the better price"),
        Refused.MANUAL_PRICE: _("The price was typed into the line"),
        Refused.UNIT_NOT_CONVERTIBLE: _("Nothing converts its unit into the line’s"),
        Refused.NO_SPAN: _("The line has no term"),
        Refused.PRICED_BY_QUANTITY: _("The price is for the whole quantity already"),
        Refused.COUPON_NOT_NAMED: _("The customer did not name its coupon"),
        Refused.COUPON_USED_UP: _("Its coupon was used as often as it may be"),
        Refused.ORDER_BELOW: _("The order is too small for it"),
        Refused.TOO_FEW_FOR_FREE: _("The units make none of this line free"),
        Refused.FREE_ELSEWHERE: _("Another product is what it makes free"),
        Refused.NEARER_DISCOUNT: _("The discount on the {winner} stands nearer"),
    }[Refused(_last(code))]


def rule_word(rule: str) -> str:
    """Return the name of a rule as it is read: discounts of the section and the quote are no codes."""
    return {"quote": _("Discount on the quote"), "group": _("Discount on the section")}.get(rule, rule)


def winner_word(rule: str) -> str:
    """Return what a rule lost against."""
    return {"line": _("line"), "group": _("section")}.get(rule, rule)


def _value(step: ExplainedStep, reader: Reader) -> str:
    if step.operation in (Operation.PERCENT, Operation.PERCENT_OF_LIST):
        return reader.formats.percent(step.value.rounded(8), high=_DECIMALS)
    if step.operation is Operation.TIMES:
        decimal = step.value.as_decimal()
        return str(step.value) if decimal is None else reader.formats.number(decimal)
    return reader.formats.price(step.value.rounded(_DECIMALS), reader.currency)


def _last(code: str) -> str:
    return code.rpartition(".")[2]
