"""Sections of a quote: a heading opens one, the next heading or the end of the quote closes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from uuid import UUID

from app.quotes.lines import LineKind, QuoteLine


def in_sections(lines: Iterable[tuple[str, QuoteLine]], new_id: Callable[[], UUID]) -> list[QuoteLine]:
    """Return the lines of a table by their group: those of none first, then each group under its heading.

    A heading is closed by the next one alone, so a line of no group behind it would fall into its section.
    Groups stand in the order they were first named in, their lines in the table's.

    Args:
        lines: Each with the name of its group, empty for none.
        new_id: Maker of ids for the headings.
    """
    by_group: dict[str, list[QuoteLine]] = {"": []}
    for group, line in lines:
        by_group.setdefault(group, []).append(line)
    found = by_group.pop("")
    for group, members in by_group.items():
        found += [QuoteLine(new_id(), LineKind.HEADING, name=group), *members]
    return found


def subtotals(lines: Iterable[QuoteLine], amounts: Mapping[str, int]) -> dict[UUID, int]:
    """Return what each heading's section comes to, and each subtotal line since its heading.

    Args:
        lines: Of the quote, in order.
        amounts: Of the lines in the total by their keys, in smallest units.
    """
    found: dict[UUID, int] = {}
    heading: UUID | None = None
    running = 0
    for line in lines:
        if line.kind is LineKind.HEADING:
            heading, running = line.id, 0
        running += amounts.get(str(line.id), 0)
        if line.kind is LineKind.SUBTOTAL:
            found[line.id] = running
        elif heading is not None:
            found[heading] = running
    return found


def section_ends(lines: Iterable[QuoteLine], amounts: Mapping[str, int]) -> dict[UUID, QuoteLine]:
    """Return by the last line of a section its heading, where a subtotal still has to be said behind it.

    A section without a line in the total has none, nor one that ends with a subtotal of the rep's own.
    """
    return {
        section[-1].id: section[0]
        for section in _sections(lines)
        if any(str(line.id) in amounts for line in section) and section[-1].kind is not LineKind.SUBTOTAL
    }


def _sections(lines: Iterable[QuoteLine]) -> Iterator[list[QuoteLine]]:
    section: list[QuoteLine] = []
    for line in lines:
        if line.kind is LineKind.HEADING:
            if section:
                yield section
            section = [line]
        elif section:
            section.append(line)
    if section:
        yield section
