"""Steps of an import in tests: a text becomes rows, a preview, and records."""

from __future__ import annotations

from app.services import imports
from app.services.imports import Preview
from app.store.store import Store
from tests.support.imports import a_table
from tests.support.stores import TODAY, an_act


def looked_at(store: Store, noun: str, text: str, *, day=TODAY) -> Preview:
    """Return what importing the text would do."""
    with store.reading() as unit:
        return imports.preview(unit, parsed=_rows(unit, noun, text), today=day)


def imported(store: Store, noun: str, text: str, *, day=TODAY, skip_faulty: bool = False) -> Preview:
    """Import the text."""
    with store.writing(an_act(day=day)) as uow:
        parsed = _rows(uow, noun, text)
        return imports.carry_out(uow, an_act(day=day), parsed=parsed, skip_faulty=skip_faulty)


def counts(seen: Preview) -> tuple[int, int, int, int]:
    """Return new, changed, same, faulty."""
    return tuple(seen.counts.values())


def _rows(unit, noun, text):
    table = a_table(text)
    return imports.rows(unit, imports.suggested(unit, table, noun=noun), table)
