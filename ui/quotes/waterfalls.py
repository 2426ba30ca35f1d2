"""The price of one line, step by step, ready to draw: what is shown adds up exactly (U13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.i18n.formats import Formats
from app.i18n.price_words import Reader, step_word, why, why_not
from app.i18n.translations import gettext as _
from app.kernel.money import Currency
from app.kernel.ratio import Ratio, divide_half_away
from app.pricing.explain import ExplainedPart, ExplainedStep, Explanation, explain
from app.pricing.inverse import BetterTier
from app.pricing.printing import printed_part
from app.pricing.reasons import Operation, StepKind
from app.pricing.result import PricedDocument
from app.quotes.lines import QuoteLine
from ui.widgets.waterfall import RefusedRule, Waterfall, WaterfallStep

_DECIMALS = 6
_THOUSAND = 1000
_AFTER_REGULAR = frozenset({StepKind.ADDITIONAL, StepKind.PARTNER, StepKind.DISTRIBUTOR})
_TO_OTHERS = frozenset({StepKind.PARTNER, StepKind.DISTRIBUTOR})


class Pen(NamedTuple):
    """How prices are written, and how wide the widest one is."""

    formats: Formats
    currency: Currency
    widest: Ratio

    @property
    def reader(self) -> Reader:
        """Return how the words around the prices are written."""
        return Reader(self.formats, self.currency)

    def price(self, value: Decimal) -> str:
        """Return a price with as many decimals as it has, up to 6."""
        return self.formats.price(value, self.currency)

    def change(self, value: Decimal) -> str:
        """Return a change with its sign; no sign where nothing changed."""
        if not value:
            return self.price(value)
        return f"\N{MINUS SIGN}{self.price(-value)}" if value < 0 else f"+{self.price(value)}"

    def share(self, value: Ratio) -> int:
        """Return a price in thousandths of the widest one."""
        whole = value / self.widest if self.widest.numerator else Ratio(0)
        return divide_half_away(whole.numerator * _THOUSAND, whole.denominator)


def waterfall(
    line: QuoteLine, priced: PricedDocument, formats: Formats, better: Sequence[BetterTier] = ()
) -> Waterfall:
    """Return everything about one line's price: steps, refused rules, and how it becomes the amount.

    Args:
        line: A product line.
        priced: The document it is a line of.
        formats: How the reader writes numbers.
        better: Larger quantities that cost no more.

    Raises:
        KeyError: The line is not priced (a text, a heading: a caller's bug).
    """
    explained = explain(priced, str(line.id))
    prices = [step.after for part in explained.parts for step in part.steps]
    pen = Pen(formats, priced.request.currency, max(prices, default=Ratio(0)))
    is_slab = len(explained.parts) > 1
    return Waterfall(
        line.name or line.sku,
        tuple(shown for part in explained.parts for shown in _part(part, pen, is_band=is_slab)),
        tuple(_refused(explained)),
        "\n".join((*_notes(priced, str(line.id), formats), *_better(line, priced, better, formats))),
    )


def _part(part: ExplainedPart, pen: Pen, *, is_band: bool) -> Iterator[WaterfallStep]:
    """Yield the steps of a band, and the prices reached in between: regular, customer's, net."""
    done: set[StepKind] = set()
    for step in part.steps:
        if step.kind in _AFTER_REGULAR and not done & _AFTER_REGULAR:
            yield _level(_("Regular price"), "", step.before, pen)
        elif step.kind in _TO_OTHERS and StepKind.ADDITIONAL in done and not done & _TO_OTHERS:
            yield _level(_("Customer price"), "", step.before, pen)
        if step.kind is StepKind.LIST:
            yield _level(_list_word(part, pen, is_band=is_band), why(step, pen.reader), step.after, pen)
        elif step.operation is not Operation.KEEP or step.rule:
            yield _change(step, pen)
        done.add(step.kind)
    if part.rounding.numerator:
        yield _rounding(part, pen)
    yield _level(_("Net price"), "", part.net, pen)


def _list_word(part: ExplainedPart, pen: Pen, *, is_band: bool) -> str:
    if not is_band:
        return step_word(StepKind.LIST)
    units = pen.formats.number(part.quantity.rounded(_DECIMALS))
    return _("List price of {units}").format(units=units)


def _level(text: str, rule: str, price: Ratio, pen: Pen) -> WaterfallStep:
    written = pen.price(price.rounded(_DECIMALS))
    return WaterfallStep(text, rule, "", written, 0, pen.share(price), is_level=True)


def _change(step: ExplainedStep, pen: Pen) -> WaterfallStep:
    return _moved(step_word(step.kind), why(step, pen.reader), (step.before, step.after), pen)


def _rounding(part: ExplainedPart, pen: Pen) -> WaterfallStep:
    return _moved(_("Rounding"), _("To the price scale"), (part.net - part.rounding, part.net), pen)


def _moved(text: str, rule: str, between: tuple[Ratio, Ratio], pen: Pen) -> WaterfallStep:
    """Return a step from one price to another; what is shown adds up."""
    before, after = between
    shown_after = after.rounded(_DECIMALS)
    change = pen.change(shown_after - before.rounded(_DECIMALS))
    return WaterfallStep(text, rule, change, pen.price(shown_after), pen.share(before), pen.share(after))


def _refused(explained: Explanation) -> Iterator[RefusedRule]:
    """Yield each refused rule once, though every band of a slab names it."""
    refusals = {
        (step.kind, refusal): None
        for part in explained.parts
        for step in part.steps
        for refusal in step.refused
    }
    for kind, refusal in refusals:
        yield RefusedRule(*why_not(kind, refusal))


def _better(
    line: QuoteLine, priced: PricedDocument, better: Sequence[BetterTier], formats: Formats
) -> Iterator[str]:
    """Yield the cliffs: buy 10 instead of 9 and pay 10 less."""
    for tier in better:
        yield _("{more} instead of {now} cost {saving} less").format(
            more=formats.number(tier.quantity),
            now=formats.number(line.quantity),
            saving=formats.money(priced.money(tier.saving)),
        )


def _notes(priced: PricedDocument, key: str, formats: Formats) -> Iterator[str]:
    """Yield how each band's price becomes its amount."""
    answer, currency = priced.line(key), priced.request.currency
    for part in answer.parts:
        quantity, price = printed_part(answer, part, currency)
        yield _("{quantity} × {price} = {amount}, rounded once, on the line").format(
            quantity=formats.number(quantity / price.base_quantity),
            price=formats.price(price.amount, currency),
            amount=formats.money(priced.money(part.amount)),
        )
