"""Word the lines of a paper: one row each, and one for every part an item is the sum of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.documents.lines import Line, LineKind, LineTax, Part, PrintedPrice, Standing
from app.documents.model import DocumentData
from app.documents.printed import Columns, Row, RowKind
from app.documents.speech import Speech
from app.kernel.money import Money

_MARKS = {Standing.OPTIONAL: "optional", Standing.ALTERNATIVE: "alternative"}
_KINDS = {
    LineKind.HEADING: RowKind.HEADING,
    LineKind.TEXT: RowKind.TEXT,
    LineKind.SUBTOTAL: RowKind.SUBTOTAL,
}


def columns(data: DocumentData, says: Speech) -> Columns:
    """Return the column titles; a column nobody needs has none (a single tax stands in the totals)."""
    items = [line for line in data.lines if line.kind is LineKind.ITEM]
    return Columns(
        position=says.word("position") if any(line.position for line in items) else "",
        sku=says.word("sku") if any(line.sku for line in items) else "",
        text=says.word("description"),
        quantity=says.word("quantity") if any(line.quantity is not None for line in items) else "",
        price=says.word("unit_price") if any(line.price or line.parts for line in items) else "",
        tax=says.word(data.tax_word) if _taxes_differ(data) else "",
        amount=says.word("amount_in", currency=data.currency.code),
    )


def rows(data: DocumentData, says: Speech) -> tuple[Row, ...]:
    """Return the table rows with the running sum that a page break carries over."""
    teller = _LineTeller(data, says)
    return tuple(row for line in data.lines for row in teller.rows(line))


def _taxes_differ(data: DocumentData) -> bool:
    return len({line.tax for line in data.lines if line.tax is not None}) > 1


class _LineTeller:
    """Words line after line and keeps the running sum of the firm ones."""

    def __init__(self, data: DocumentData, says: Speech) -> None:
        self._says = says
        self._format = says.formats
        self._currency = data.currency
        self._with_tax = _taxes_differ(data)
        self._running = Money.zero(data.currency)
        self._rates: dict[LineTax, str] = {}

    def rows(self, line: Line) -> Iterator[Row]:
        """Yield the row of a line, then those of its parts."""
        if line.kind is not LineKind.ITEM:
            yield self._other(line)
            return
        muted = line.standing is not Standing.FIRM
        if line.amount is not None and not muted:
            self._running = self._running + line.amount
        yield self._item(line, muted)
        for part in line.parts:
            yield self._part(part, line.unit, muted)

    def _other(self, line: Line) -> Row:
        return Row(
            kind=_KINDS[line.kind],
            running=self._running,
            text=line.text or (self._says.word("subtotal") if line.kind is LineKind.SUBTOTAL else ""),
            position=line.position,
            detail=line.detail,
            amount=self._amount(line.amount),
        )

    def _item(self, line: Line, muted: bool) -> Row:
        return Row(
            kind=RowKind.ITEM,
            running=self._running,
            text=line.text,
            position=line.position,
            sku=line.sku,
            detail=line.detail,
            small=self._small(line),
            quantity=self._quantity(line),
            price=self._price(line.price),
            price_note=self._price_note(line),
            tax=self._rate(line.tax) if self._with_tax else "",
            amount=f"({self._amount(line.amount)})" if muted and line.amount else self._amount(line.amount),
            muted=muted,
        )

    def _part(self, part: Part, unit: str, muted: bool) -> Row:
        return Row(
            kind=RowKind.PART,
            running=self._running,
            text=part.label,
            quantity=f"{self._format.number(part.quantity)} {self._says.unit(unit, part.quantity)}".rstrip(),
            price=self._price(part.price),
            price_note=self._per(part.price),
            amount=self._format.amount(part.amount),
            muted=muted,
        )

    def _amount(self, amount: Money | None) -> str:
        return "" if amount is None else self._format.amount(amount)

    def _quantity(self, line: Line) -> str:
        if line.quantity is None:
            return ""
        number = self._format.number(line.quantity)
        return f"{number} {self._says.unit(line.unit, line.quantity)}" if line.unit else number

    def _price(self, price: PrintedPrice | None) -> str:
        return self._format.price(price.amount, self._currency) if price else ""

    def _price_note(self, line: Line) -> str:
        """Return what stands small under the price: for how many units it is, what it was before."""
        return " · ".join(note for note in (self._per(line.price), self._discount(line)) if note)

    def _per(self, price: PrintedPrice | None) -> str:
        if price is None or price.base_quantity == 1:
            return ""
        return self._says.word("per_units", quantity=self._format.number(price.base_quantity))

    def _discount(self, line: Line) -> str:
        if not line.discount:
            return ""
        rate = self._format.percent(line.discount)
        if line.list_price is None:
            return self._says.word("discounted_by", rate=rate)
        price = self._format.price(line.list_price, self._currency)
        return self._says.word("discounted_from", price=price, rate=rate)

    def _rate(self, tax: LineTax | None) -> str:
        if tax is None:
            return ""
        found = self._rates.get(tax)
        if found is None:
            found = self._rates[tax] = self._format.percent(tax.rate, high=3)
        return found

    def _time(self, line: Line) -> Iterator[str]:
        """Yield how long an item runs, from when to when, and its price for the time it is quoted in."""
        if line.term is not None and line.term.months:
            yield self._months(line.term.months)
        yield self._says.value(line.period) if line.period else ""
        if line.term is not None and line.term.price is not None:
            price = self._format.price(line.term.price, self._currency)
            key = {1: "per_month", 12: "per_year"}.get(line.term.price_months, "per_months")
            yield self._says.word(key, price=price, months=self._months(line.term.price_months))

    def _months(self, months: int) -> str:
        return f"{self._format.number(Decimal(months))} {self._says.unit('MON', Decimal(months))}"

    def _small(self, line: Line) -> tuple[str, ...]:
        mark = _MARKS.get(line.standing)
        found = (
            self._says.word(mark) if mark else "",
            " · ".join(text for text in self._time(line) if text),
            line.source,
        )
        return tuple(text for text in found if text)
