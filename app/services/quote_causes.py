"""Why two revisions of a quote come to different amounts, cause by cause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.pricing.causes import Cause, Effect, effects

if TYPE_CHECKING:
    from app.pricing.request import PricingRequest
    from app.pricing.result import PricedDocument
    from app.store.nouns import Nouns


def causes(unit: Nouns, before: PricedDocument, after: PricedDocument) -> tuple[Effect, ...]:
    """Return what each cause adds to the net; together they are the difference of the two documents.

    What was asked for is told by today's rules on the later one's day. What they do not tell is what prices
    and rules became in between: the earlier document keeps the ones it was sent with.

    Args:
        unit: A reading unit.
        before: The earlier revision, as it was priced.
        after: The later one; in another currency the difference has no causes in money.
    """
    if before.request.currency != after.request.currency:
        return ()
    request = after.request
    asked = replace(
        request,
        lines=before.request.lines,
        groups=before.request.groups,
        discount=before.request.discount,
        document_discount=before.request.document_discount,
        partner=before.request.partner,
        distributor=before.request.distributor,
        period=before.request.period,
    )
    found = effects(asked, request, unit.price_rules.of_document(_both(asked, request)))
    rest = after.totals.net - before.totals.net - sum(effect.amount for effect in found)
    return (*found, Effect(Cause.RULES, rest)) if rest else found


def _both(before: PricingRequest, after: PricingRequest) -> PricingRequest:
    return replace(after, lines=(*before.lines, *after.lines))
