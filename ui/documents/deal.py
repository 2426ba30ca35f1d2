"""Where a document stands in its deal: the chain and the history, read together on a reader thread."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from app.i18n.translations import ngettext
from app.kernel.changes import Ref

if TYPE_CHECKING:
    from app.i18n.formats import Formats
    from ui.shell.session import Unit
    from ui.widgets.chain_bar import ChainLink
    from ui.widgets.timeline import TimelineEntry

DEAL = ("quote", "contract", "invoice", "payment")
"""Kinds of documents whose change may change what a document's page shows."""


class Deal(NamedTuple):
    """The chain left to right, and the history with the newest entry first."""

    links: tuple[ChainLink, ...]
    entries: tuple[TimelineEntry, ...]


def deal_of(unit: Unit, shown: Ref, formats: Formats) -> Deal:
    """Return the deal of a document, in words.

    Raises:
        AppError: The document is not there.
    """
    from app.services.timeline import chain, of_document
    from ui.quotes.history import chain_links, timeline_entries

    entries = of_document(unit, kind=shown.kind, document_id=shown.id)
    links = chain_links(chain(unit, kind=shown.kind, document_id=shown.id), shown)
    zone = unit.company.time_zone()
    return Deal(condensed(links), tuple(timeline_entries(entries, shown, zone, formats)))


def condensed(links: Sequence[ChainLink]) -> tuple[ChainLink, ...]:
    """Return one step per kind of document: a contract of years has dozens of invoices.

    Of several the one shown stands for all, else the last; how many there are besides it is said.
    """
    steps: list[ChainLink] = []
    for _icon, group in groupby(links, key=lambda link: link.icon):
        same = list(group)
        named = next((link for link in same if link.current), same[-1])
        others = len(same) - 1
        more = ngettext("{number} and {n} more", "{number} and {n} more", others)
        steps.append(named._replace(text=more.format(number=named.text, n=others)) if others else named)
    return tuple(steps)
