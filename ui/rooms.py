"""Which screens there are: the one place that knows both the shell and the nouns.

Each noun's package has a module ``pages`` with ``section(frame)``, the page of its entry in the sidebar, and,
where it has documents, ``document(frame, ref)``. They are imported when first shown, never at the start.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from app.i18n.translations import gettext as _
from ui.shell.page import Frame, Page, Rooms, Section

if TYPE_CHECKING:
    from app.kernel.changes import Ref
    from ui.kit.actions import ActionSpec
    from ui.shell.session import Unit
    from ui.widgets.hits import Answer

_ICONS = {
    "home": "house",
    "quotes": "file-text",
    "contracts": "scroll-text",
    "invoices": "receipt-text",
    "payments": "wallet",
    "customers": "users",
    "catalog": "package",
    "settings": "settings",
}
_DOCUMENTS = {
    "quote": "quotes",
    "contract": "contracts",
    "invoice": "invoices",
    "payment": "payments",
    "customer": "customers",
    "product": "catalog",
}


def all_rooms() -> Rooms:
    """Return the sections, the pages of documents and what works everywhere."""
    built = [noun for noun in _ICONS if _is_there(noun, "pages")]
    sections = tuple(Section(noun, _text_of(noun), _ICONS[noun], _section_of(noun)) for noun in built)
    documents = {kind: _document_of(noun) for kind, noun in _DOCUMENTS.items() if noun in built}
    return Rooms(sections, documents, _actions(built), find_everywhere)


def find_everywhere(unit: Unit, text: str) -> Answer:
    """Return documents, customers and products for the palette, on a reader thread."""
    from app.kernel.changes import Ref
    from app.services.search import find
    from ui.widgets.hits import Answer, Hit

    found = find(unit, text)
    groups = _groups()
    hits = [
        Hit(
            Ref(hit.kind, hit.id),
            hit.label,
            hit.title,
            icon=_ICONS[_DOCUMENTS[hit.kind]],
            group=groups[hit.kind],
        )
        for hit in found.hits
        if hit.kind in groups
    ]
    # Hits of a group stand together; the group of the best hit comes first.
    order = list(dict.fromkeys(hit.group for hit in hits))
    return Answer(tuple(sorted(hits, key=lambda hit: order.index(hit.group))), found.more)


def _is_there(noun: str, module: str) -> bool:
    return find_spec(f"ui.{noun}") is not None and find_spec(f"ui.{noun}.{module}") is not None


def _groups() -> dict[str, str]:
    documents = _("Documents")
    return {
        "quote": documents,
        "contract": documents,
        "invoice": documents,
        "payment": documents,
        "customer": _("Customers"),
        "product": _("Products"),
    }


def _text_of(noun: str) -> Callable[[], str]:
    texts: dict[str, Callable[[], str]] = {
        "home": lambda: _("&Home"),
        "quotes": lambda: _("&Quotes"),
        "contracts": lambda: _("&Contracts"),
        "invoices": lambda: _("&Invoices"),
        "payments": lambda: _("&Payments"),
        "customers": lambda: _("C&ustomers"),
        "catalog": lambda: _("Ca&talog"),
        "settings": lambda: _("&Settings"),
    }
    return texts[noun]


def _section_of(noun: str) -> Callable[[Frame], Page]:
    def make(frame: Frame) -> Page:
        page: Page = importlib.import_module(f"ui.{noun}.pages").section(frame)
        return page

    return make


def _document_of(noun: str) -> Callable[[Frame, Ref], Page]:
    def make(frame: Frame, ref: Ref) -> Page:
        page: Page = importlib.import_module(f"ui.{noun}.pages").document(frame, ref)
        return page

    return make


def _actions(built: list[str]) -> Callable[[Frame], tuple[ActionSpec, ...]]:
    """Return what makes the actions that work everywhere: ``actions(frame)`` of each noun that has some."""

    def made(frame: Frame) -> tuple[ActionSpec, ...]:
        specs: list[ActionSpec] = []
        for noun in built:
            if _is_there(noun, "everywhere"):
                specs.extend(importlib.import_module(f"ui.{noun}.everywhere").actions(frame))
        return tuple(specs)

    return made
