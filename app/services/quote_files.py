"""Lines of a quote from a file or a paste: every row typed and checked before one is put on the quote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.catalog.product import Product
from app.catalog.reduction import percent_off
from app.exchange.importing import read_rows
from app.exchange.mapping.guessing import guess
from app.exchange.records.lines import LineRow
from app.exchange.tables.reading import read_table
from app.kernel.errors import RuleViolation
from app.kernel.findings import Finding, Severity, blockers
from app.kernel.numbers import parse_number
from app.kernel.percent import Percent
from app.kernel.text import DESCRIPTION_LENGTH
from app.quotes.editing import insert_lines
from app.quotes.lines import LineRole, QuoteLine
from app.quotes.quote import Quote
from app.quotes.sections import in_sections

if TYPE_CHECKING:
    from app.exchange.records.parsing import Parsed
    from app.store.unit_of_work import UnitOfWork


class LinesRefused(RuleViolation):
    """A file of lines holds faults; nothing of it was taken.

    Attributes:
        findings: Every fault with its row.
    """

    code = "quotes.lines_refused"

    def __init__(self, findings: tuple[Finding, ...], **params: object) -> None:
        super().__init__(**params)
        self.findings = findings


class OptionNotOffered(RuleViolation):
    """A product was named as an option that is no optional line of the quote."""

    code = "quotes.option_not_offered"


class Filled(NamedTuple):
    """A draft with the lines of a file, and what of the file deserves a second look."""

    quote: Quote
    findings: tuple[Finding, ...]


def with_lines(uow: UnitOfWork, draft: Quote, *, file: Path, discount: str | None = None) -> Filled:
    """Return the draft with the lines of a file, and perhaps an additional discount on the whole.

    Lines of no group stand before the first heading, each group once under its own.

    A line with a discount of its own keeps that and gets nothing of the one on the whole.

    Args:
        uow: Gives the products and the ids.
        draft: Gets the lines behind those it has.
        file: csv, xlsx or ods with the columns sku,quantity[,unit,price,discount,group,optional].
        discount: Percent points as text, ``7.5``.

    Raises:
        LinesRefused: A row is wrong or names a product nobody knows; it carries all findings.
        RuleViolation: The file cannot be read, or the discount is no percentage.
    """
    table = read_table(file)
    parsed = read_rows(guess("lines", table.header, file=file.name).mapping, table)
    products = uow.products.by_skus({row.sku for row in parsed.rows})
    faults = (*_faults(parsed), *_unknown(parsed.rows, products))
    if faults:
        raise LinesRefused(faults, file=file.name, faults=len(faults))
    filled = insert_lines(draft, in_sections(_lines(uow, draft, parsed.rows, products), uow.new_id))
    quote = filled if discount is None else replace(filled, discount=_percent(discount))
    return Filled(quote, (*parsed.findings, *_left(parsed.unmapped, file)))


def new_line(product: Product, *, line_id: UUID, language: str) -> QuoteLine:
    """Return the line of a product that was just picked: one of it, in the customer's words.

    Products kept before descriptions had a limit may have a longer one; the line gets its beginning.
    """
    return QuoteLine(
        id=line_id,
        product_id=product.id,
        sku=product.sku,
        name=product.names.in_language(language),
        detail=product.descriptions.in_language(language)[:DESCRIPTION_LENGTH],
        unit=str(product.unit),
        charge=product.charge,
    )


def chosen(quote: Quote, skus: Iterable[str]) -> frozenset[UUID]:
    """Return the ids of the optional lines of these products.

    Raises:
        OptionNotOffered: The quote has no optional line of a product.
    """
    offered = {line.sku: line.id for line in quote.product_lines if line.role is not LineRole.STANDARD}
    for sku in skus:
        if sku not in offered:
            raise OptionNotOffered(number=quote.number, sku=sku[:80])
    return frozenset(offered[sku] for sku in skus)


def _lines(
    uow: UnitOfWork, draft: Quote, rows: Iterable[LineRow], products: dict[str, Product]
) -> Iterable[tuple[str, QuoteLine]]:
    for row in rows:
        line = new_line(products[row.sku], line_id=uow.new_id(), language=draft.language)
        sold = replace(
            line,
            quantity=row.quantity,
            unit=row.unit or line.unit,
            unit_price=row.price,
            discount=None if row.discount is None else percent_off(row.discount),
            role=LineRole.OPTIONAL if row.optional else LineRole.STANDARD,
        )
        yield row.group, sold


def _faults(parsed: Parsed[LineRow]) -> tuple[Finding, ...]:
    rows = (
        Finding(
            problem.code,
            Severity.BLOCKER,
            f"line {problem.line}",
            MappingProxyType({"column": problem.column, "line": problem.line, **problem.params}),
        )
        for problem in parsed.problems
    )
    return (*blockers(parsed.findings), *rows)


def _unknown(rows: Iterable[LineRow], products: dict[str, Product]) -> Iterable[Finding]:
    for row in rows:
        if row.sku not in products:
            facts = MappingProxyType({"sku": row.sku, "line": row.line})
            yield Finding("quotes.unknown_sku_in_file", Severity.BLOCKER, f"line {row.line}", facts)


def _left(columns: tuple[str, ...], file: Path) -> Iterable[Finding]:
    """Yield what says which columns nobody took: unknown ones, and a second one of the same name."""
    if columns:
        facts = MappingProxyType({"file": file.name, "columns": ", ".join(columns)})
        yield Finding("quotes.columns_not_taken", Severity.WARNING, "", facts)


def _percent(text: str) -> Percent:
    points = parse_number(
        text, decimal_sign=".", group_sign="", scale=6, low=Decimal(-1000), high=Decimal(1000)
    )
    return Percent.of_points(points)
