"""The totals panel of a quote: net, taxes, total, and how the margin stands, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.company.margin_goals import NO_GOALS, MarginGoals
from app.documents.words import TOTALS
from app.i18n.formats import Formats
from app.i18n.translations import current_language, ngettext, translator
from app.i18n.translations import gettext as _
from app.kernel.ratio import Ratio, divide_half_away
from app.pricing.margins import margin as margin_of
from app.pricing.result import PricedDocument, TaxGroup
from app.services.papers.parties import TAX_WORDS
from ui.kit.tokens import Tone
from ui.widgets.totals import Margin, Totals, TotalsLine

_PER_MILLE = 1000
_SHARE_DECIMALS = 6


def shown_totals(
    priced: PricedDocument, seller_country: str, formats: Formats, goals: MarginGoals = NO_GOALS
) -> Totals:
    """Return what the panel shows.

    Args:
        priced: The document as it is now; nothing is computed beside it.
        seller_country: Decides what the tax is called.
        formats: How the reader writes numbers.
        goals: What the margin is held against.
    """
    total = TotalsLine(_("Total"), formats.money(priced.money(priced.totals.payable)))
    word = _tax_word(seller_country)
    return Totals(tuple(_lines(priced, word, formats)), total, shown_margin(priced, formats, goals))


def shown_margin(priced: PricedDocument, formats: Formats, goals: MarginGoals = NO_GOALS) -> Margin | None:
    """Return how the margin stands; `None` while nothing is sold or no cost is known at all."""
    totals = priced.totals
    share = margin_of(totals.net, totals.cost)
    if share is None or totals.net <= 0 or not totals.cost:
        return None
    unknown = sum(1 for line in priced.lines if line.in_total and line.cost is None)
    words, tone = _state(priced, unknown, formats) or _against(goals, share, priced, formats)
    return Margin(
        amount=formats.money(priced.money(totals.margin)),
        percent=formats.percent(share.rounded(_SHARE_DECIMALS), high=1),
        share=divide_half_away(share.numerator * _PER_MILLE, share.denominator),
        floor=_thousandths(goals.floor),
        target=_thousandths(goals.target),
        words=words,
        tone=tone,
    )


def _state(priced: PricedDocument, unknown: int, formats: Formats) -> tuple[str, Tone] | None:
    """Return what matters more than any goal: a loss, and a margin that is not the whole truth."""
    totals = priced.totals
    if totals.margin < 0:
        loss = formats.money(priced.money(-totals.margin))
        return _("Below cost: this quote loses {loss}").format(loss=loss), Tone.BAD
    if unknown:
        said = ngettext("The cost of {n} line is not known", "The cost of {n} lines is not known", unknown)
        return said.format(n=unknown), Tone.WARN
    return None


def _against(goals: MarginGoals, share: Ratio, priced: PricedDocument, formats: Formats) -> tuple[str, Tone]:
    """Return where the margin stands between floor and target; a goal that is met exactly is met."""
    floor, target = goals.floor, goals.target
    if floor is not None and share < floor:
        return _("Below the floor of {share}").format(share=formats.percent(floor)), Tone.BAD
    if target is not None and share < target:
        return _("Below the target of {share}").format(share=formats.percent(target)), Tone.WARN
    if target is not None:
        return _("The target of {share} is reached").format(share=formats.percent(target)), Tone.GOOD
    if floor is not None:
        return _("Above the floor of {share}").format(share=formats.percent(floor)), Tone.GOOD
    cost = formats.money(priced.money(priced.totals.cost))
    return _("Above cost of {cost}").format(cost=cost), Tone.GOOD


def _thousandths(share: Decimal | None) -> int | None:
    return None if share is None else int(share * _PER_MILLE)


def _lines(priced: PricedDocument, tax_word: str, formats: Formats) -> Iterator[TotalsLine]:
    totals = priced.totals

    def written(units: int) -> str:
        return formats.amount(priced.money(units))

    if totals.discount:
        yield TotalsLine(_("Sum of lines"), written(totals.lines))
        yield TotalsLine(_("Lump sum discount"), written(-totals.discount))
    yield TotalsLine(_("Net"), written(totals.net))
    for group in priced.tax_groups:
        yield TotalsLine(_tax_text(group, priced, tax_word, formats), written(group.tax))
    if totals.rounding:
        yield TotalsLine(_("Rounding"), written(totals.rounding))
    if totals.optional:
        # A note and no summand: it stands above the total, which does not hold it.
        yield TotalsLine(_("Options of {amount} not included").format(amount=written(totals.optional)), "")


def _tax_text(group: TaxGroup, priced: PricedDocument, tax_word: str, formats: Formats) -> str:
    if not group.category.bears_tax:
        reason = TOTALS.get(f"reason.{group.category.value}", "")
        return translator(current_language()).gettext(reason) if reason else tax_word
    rate = formats.percent(group.rate.fraction)
    if len(priced.tax_groups) == 1:
        return f"{tax_word} {rate}"
    base = formats.amount(priced.money(group.net))
    return _("{tax} {rate} of {base}").format(tax=tax_word, rate=rate, base=base)


def _tax_word(country: str) -> str:
    """Return what the tax is called where the seller is: the same word as on the paper."""
    return translator(current_language()).gettext(TOTALS[TAX_WORDS.get(country, "vat")])
