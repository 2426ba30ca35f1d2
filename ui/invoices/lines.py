"""The lines of an invoice as a table: what is billed, for when, at which price, from where."""

from __future__ import annotations

from collections.abc import Iterator

from app.billing.invoice import Invoice, InvoiceLine
from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.kernel.money import Money
from app.quotes.exchange_rate import FrozenRate
from ui.quotes.units import unit_label
from ui.widgets.list_rows import ListColumn, ListKind, ListRow
from ui.widgets.totals import TotalsLine

COLUMNS = (
    ListColumn("name", lambda: _("Description"), width=180, stretch=True, sortable=False),
    ListColumn("period", lambda: _("Period"), ListKind.DATE, 172, sortable=False),
    ListColumn("quantity", lambda: _("Quantity"), ListKind.NUMBER, 80, sortable=False),
    ListColumn("price", lambda: _("Price"), ListKind.NUMBER, 86, sortable=False),
    ListColumn("tax", lambda: _("Tax"), ListKind.NUMBER, 60, sortable=False),
    ListColumn("amount", lambda: _("Amount"), ListKind.NUMBER, 96, sortable=False),
    ListColumn("source", lambda: _("From"), width=134, sortable=False),
)

OPTIONAL = ("tax", "source", "period")
"""What goes first on a narrow page: the totals name the taxes, the facts above the contract."""


def line_rows(invoice: Invoice, formats: Formats) -> tuple[ListRow, ...]:
    """Return a row per line; opening it shows the contract it comes from."""
    contract = Ref("contract", invoice.contract_id)
    return tuple(ListRow(contract, _cells(line, invoice, formats)) for line in invoice.lines)


def hidden_columns(invoice: Invoice) -> frozenset[str]:
    """Return the columns that say nothing for these lines: no period, one tax for all."""
    hidden = set()
    if not any(line.period for line in invoice.lines):
        hidden.add("period")
    if len(invoice.groups) < 2:
        hidden.add("tax")
    return frozenset(hidden)


def _cells(line: InvoiceLine, invoice: Invoice, formats: Formats) -> tuple[str, ...]:
    name = line.name or line.sku
    text = f"{name} · {line.sku}" if line.sku and name != line.sku else name
    price = formats.price(line.unit_price, invoice.currency)
    if line.base_quantity != 1:
        price = f"{price} / {formats.number(line.base_quantity)}"
    period = ""
    if line.period is not None:
        period = f"{formats.date_short(line.period.start)} – {formats.date_short(line.period.last)}"
    return (
        text,
        period,
        f"{formats.number(line.quantity)} {unit_label(line.unit)}",
        price,
        formats.percent(line.tax.rate.fraction),
        formats.amount(line.charged),
        _source(line, invoice),
    )


def _source(line: InvoiceLine, invoice: Invoice) -> str:
    """Return the contract, and which of its instalments where there are several."""
    if line.period is None:
        return invoice.contract_number
    return _("{contract} · {n}").format(contract=invoice.contract_number, n=line.source.instalment + 1)


def sums(invoice: Invoice, formats: Formats) -> Iterator[TotalsLine]:
    """Yield net, the tax of each group with its base, and what cash rounding adds."""
    yield TotalsLine(_("Net"), formats.amount(invoice.net))
    for group in invoice.groups:
        base = formats.amount(Money.of_minor(group.net, invoice.currency))
        rate = formats.percent(group.rate.fraction)
        text = _("Tax {rate} on {base}").format(rate=rate, base=base)
        yield TotalsLine(text, formats.amount(Money.of_minor(group.tax, invoice.currency)))
    if invoice.cash_rounding:
        yield TotalsLine(_("Rounding"), formats.amount(invoice.cash_rounding))
    if invoice.company_tax is not None:
        text = _("Tax in {currency} at {rate}").format(
            currency=invoice.company_tax.currency, rate=_rate(invoice.exchange, formats)
        )
        yield TotalsLine(text, formats.amount(invoice.company_tax))


def _rate(exchange: FrozenRate, formats: Formats) -> str:
    return formats.number(exchange.rate)
