"""``price REQUEST.json``: the shared pricing module for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import click

from app.cli.session import Session, read_json, shared
from app.cli.tables import table
from app.kernel.errors import RuleViolation
from app.pricing.document import price as price_document
from app.pricing.plain import request_from_plain, result_to_plain, rules_from_plain
from app.pricing.result import PricedDocument
from app.pricing.rules import PriceRules
from app.services.price_rules import keep


class RequestIncomplete(RuleViolation):
    """A pricing request is no object with `request` and `rules`."""

    code = "pricing.request_incomplete"


@click.command("price")
@click.argument("file", type=click.Path(path_type=Path), metavar="REQUEST.json")
@shared
def price(session: Session, *, file: Path) -> None:
    """Price a request by the rules it brings; `-` reads standard input. The schemas: resources/schemas."""
    asked = read_json(file)
    if not isinstance(asked, Mapping) or not {"request", "rules"} <= set(asked):
        raise RequestIncomplete(file=file.name)
    rules = PriceRules(rules_from_plain(asked["rules"]))
    priced = price_document(request_from_plain(asked["request"]), rules)
    session.show(result_to_plain(priced), _text(priced))
    session.warn(priced.all_findings)


@click.command("rules")
@click.argument("file", type=click.Path(path_type=Path), metavar="RULES.json")
@shared
def rules(session: Session, *, file: Path) -> None:
    """Keep price rules: the member `rules` of a pricing request, or what stands in it alone."""
    asked = read_json(file)
    if not isinstance(asked, Mapping):
        raise RequestIncomplete(file=file.name)
    found = rules_from_plain(asked.get("rules", asked))
    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            kept = keep(uow, act, found=found)
    facts = asdict(kept)
    session.show(facts, "\n".join(f"{count}  {name.replace('_', ' ')}" for name, count in facts.items()))


def _text(priced: PricedDocument) -> str:
    rows = [(line.key, f"{priced.money(line.amount).amount:f}") for line in priced.lines]
    totals = priced.totals
    sums = [
        (name, f"{priced.money(units).amount:f}")
        for name, units in (("net", totals.net), ("tax", totals.tax), ("total", totals.payable))
    ]
    return table(("line", str(priced.request.currency)), [*rows, *sums], right=frozenset({1}))
