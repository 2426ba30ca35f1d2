"""Read payment terms as people write them: ``2% discount 10 days, 30 days``."""

from __future__ import annotations

import re
from decimal import Decimal

from app.company.payment_terms import Due, DueRule, EarlyStep, Instalment, PaymentTerms
from app.kernel.errors import RuleViolation
from app.kernel.numbers import parse_number
from app.kernel.percent import Percent

LONGEST = 1000


class TermsUnreadable(RuleViolation):
    """A part of the payment terms is written in a way nobody can be sure about."""

    code = "company.terms_unreadable"


_NUMBER = r"[0-9]{1,15}(?:\.[0-9]{1,6})?"
_EARLY = re.compile(rf"(?P<percent>{_NUMBER}) ?% discount (?P<days>[0-9]{{1,4}}) days?")
_PART = re.compile(
    rf"(?:(?:(?P<percent>{_NUMBER}) ?%|(?P<amount>{_NUMBER})|(?P<rest>rest)) )?"
    r"(?P<days>[0-9]{1,4}) days?(?:(?P<end> end of month)| day (?P<day>[0-9]{1,2}))?"
)


def terms_of(text: str) -> PaymentTerms:
    """Return the terms a text says; `str` of the result is the one spelling that is stored.

    Raises:
        TermsUnreadable: A part has another form, or the text is empty or very long.
        TermsIncomplete: The instalments do not make up the whole.
        TermsOutOfRange: A number is out of range.
        PercentOutOfRange: A percentage is above 100.
    """
    if len(text) > LONGEST:
        raise TermsUnreadable(part=text[:40])
    early: list[EarlyStep] = []
    instalments: list[Instalment] = []
    for part in text.split(","):
        words = " ".join(part.lower().split())
        if step := _EARLY.fullmatch(words):
            early.append(EarlyStep(_percent(step["percent"]), int(step["days"])))
        elif found := _PART.fullmatch(words):
            instalments.append(Instalment(_due(found), _share(found)))
        else:
            raise TermsUnreadable(part=words[:40])
    return PaymentTerms(tuple(instalments), tuple(early))


def _due(found: re.Match[str]) -> Due:
    if found["end"]:
        return Due(int(found["days"]), DueRule.END_OF_MONTH)
    if found["day"]:
        return Due(int(found["days"]), DueRule.DAY_OF_MONTH, int(found["day"]))
    return Due(int(found["days"]))


def _share(found: re.Match[str]) -> Percent | Decimal | None:
    if found["percent"]:
        return _percent(found["percent"])
    return parse_number(found["amount"]) if found["amount"] else None


def _percent(points: str) -> Percent:
    return Percent.of_points(parse_number(points))
