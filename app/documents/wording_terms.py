"""Word payment terms before there is a total or a date: on a quote and on a contract."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.company.payment_terms import Due, DueRule, Instalment, PaymentTerms
from app.documents.speech import Speech
from app.kernel.money import Currency
from app.kernel.percent import Percent


def said_terms(terms: PaymentTerms, currency: Currency, says: Speech) -> Iterator[str]:
    """Yield one sentence for each instalment and each early-payment discount, in the reader's language."""
    only = len(terms.instalments) == 1
    for part in terms.instalments:
        yield _part(part, currency, says, only=only)
    for step in terms.early:
        rate = says.formats.percent(step.percent.fraction, high=6)
        yield says.word("terms_early", rate=rate, days=_days(step.days, says))


def _part(part: Instalment, currency: Currency, says: Speech, *, only: bool) -> str:
    when = _when(part.due, says)
    if only:
        return says.word("terms_whole", when=when)
    if part.share is None:
        return says.word("terms_rest", when=when)
    return says.word("terms_part", share=_share(part.share, currency, says), when=when)


def _share(share: Percent | Decimal, currency: Currency, says: Speech) -> str:
    if isinstance(share, Percent):
        return says.formats.percent(share.fraction, high=6)
    return f"{says.formats.price(share, currency)} {currency.code}"


def _when(due: Due, says: Speech) -> str:
    days = _days(due.days, says)
    match due.rule:
        case DueRule.DAYS:
            return days if due.days else says.word("due_now")
        case DueRule.END_OF_MONTH:
            return says.word("due_month_end", days=days)
        case DueRule.DAY_OF_MONTH:
            return says.word("due_day_of_month", days=days, day=str(due.day))


def _days(days: int, says: Speech) -> str:
    return f"{says.formats.number(Decimal(days))} {says.unit('DAY', Decimal(days))}"
