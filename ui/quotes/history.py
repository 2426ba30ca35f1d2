"""What happened to a quote and the documents it became, in words; and the bar they stand in (U28)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from app.access.actor import SOLO_ID
from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.services.timeline import Entry, Link
from ui.widgets.chain_bar import ChainLink
from ui.widgets.timeline import TimelineEntry

_ICONS = {
    "quote": "file-text",
    "contract": "scroll-text",
    "invoice": "receipt-text",
    "payment": "wallet",
}


def timeline_entries(
    entries: Sequence[Entry], shown: Ref, zone: str, formats: Formats
) -> list[TimelineEntry]:
    """Return the entries newest first; those of other documents link to them.

    Args:
        entries: As the journal has them, oldest first.
        shown: The document the timeline belongs to.
        zone: The company's time zone, in which instants are read.
        formats: How the reader writes dates.
    """
    return [_entry(entry, shown, zone, formats) for entry in reversed(entries)]


def chain_links(links: Sequence[Link], shown: Ref) -> list[ChainLink]:
    """Return the documents of the deal, left to right."""
    return [
        ChainLink(link.number, _ICONS.get(link.kind, "circle"), Ref(link.kind, link.id), link.id == shown.id)
        for link in links
    ]


def _entry(entry: Entry, shown: Ref, zone: str, formats: Formats) -> TimelineEntry:
    text, icon = _words().get(entry.event, (entry.event, "circle"))
    when = formats.instant(entry.at.astimezone(ZoneInfo(zone)))
    ref = Ref(entry.kind, entry.id)
    said = f"{_person(entry.actor)}, {when}"
    if ref == shown:
        return TimelineEntry(text, said, icon)
    return TimelineEntry(text, said, icon, ref, entry.number)


def _person(actor: str) -> str:
    """Return the name the journal knew; the only person of a company without users is the reader."""
    try:
        who = UUID(actor)
    except ValueError:
        return actor or _("Somebody")
    return _("You") if who == SOLO_ID else _("Somebody")


def _words() -> dict[str, tuple[str, str]]:
    """Return text and icon of each event of the journal."""
    return {
        "quote.started": (_("Quote begun"), "file-plus"),
        "quote.sent": (_("Sent"), "send"),
        "quote.accepted": (_("Accepted"), "circle-check"),
        "quote.declined": (_("Declined"), "circle-x"),
        "quote.revised": (_("Made as the next revision"), "file-pen"),
        "quote.cloned": (_("Copied from another quote"), "copy"),
        "quote.binned": (_("Put in the bin"), "trash-2"),
        "quote.restored": (_("Taken out of the bin"), "rotate-ccw"),
        "contract.signed": (_("Contract made"), "scroll-text"),
        "invoice.issued": (_("Invoice issued"), "receipt-text"),
        "invoice.credited": (_("Credit note issued"), "file-x"),
        "payment.booked": (_("Payment booked"), "wallet"),
        "payment.allocated": (_("Payment allocated"), "coins"),
        "payment.reversed": (_("Payment reversed"), "undo-2"),
    }
