"""Papers for tests: the shortest honest way to say what one prints."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.documents.lines import Line, LineKind, LineTax, PrintedPrice, Standing
from app.documents.model import DocumentData, DocumentKind, Fact, Party
from app.documents.settlement import (
    Bank,
    Due,
    EarlyPayment,
    PaymentTerms,
    Schedule,
    ScheduleRow,
    TaxGroup,
    Totals,
)
from app.kernel.money import Currency, Money
from app.kernel.period import Period, add_months

EUR = Currency.of("EUR")
USD = Currency.of("USD")
DAY = date(2026, 3, 16)
STANDARD = LineTax("S", Decimal("0.19"))
REDUCED = LineTax("S", Decimal("0.07"))
REVERSE = LineTax("AE", Decimal(0))
ANVIL_GMBH = Party(
    "Amboss & Söhne GmbH",
    ("Schmiedeweg 12", "10115 Berlin", "Germany"),
    facts=(
        Fact("phone", "+49 30 5550 1200"),
        Fact("email", "hello@amboss.example"),
        Fact("web", "amboss.example"),
        Fact("vat_id", "DE136695976"),
        Fact("register_number", "HRB 12345 B"),
    ),
)
ACME = Party(
    "Acme AG",
    ("Industriestrasse 4", "8005 Zürich", "Switzerland"),
    "Ms Ada Keller",
    (Fact("your_tax_id", "CHE-114.702.211"),),
)
GIRO = Bank(
    name="Musterbank Berlin", iban="DE89370400440532013000", bic="COBADEFFXXX", reference="INV-2026-00012"
)


def money(amount: str | Decimal, currency: Currency = EUR) -> Money:
    return Money(Decimal(amount), currency)


def an_item(
    text: str = "Anvil, forged",
    *,
    quantity: str = "10",
    price: str = "100",
    currency: Currency = EUR,
    tax: LineTax | None = STANDARD,
    **other: object,
) -> Line:
    amount = (Decimal(quantity) * Decimal(price)).quantize(currency.quantum, ROUND_HALF_UP)
    return replace(
        Line(
            LineKind.ITEM,
            text,
            quantity=Decimal(quantity),
            unit="C62",
            price=PrintedPrice(Decimal(price)),
            amount=Money(amount, currency),
            tax=tax,
        ),
        **other,  # type: ignore[arg-type]  # any field of a line
    )


def a_heading(text: str) -> Line:
    return Line(LineKind.HEADING, text)


def a_subtotal(text: str, amount: str, currency: Currency = EUR) -> Line:
    return Line(LineKind.SUBTOTAL, text, amount=money(amount, currency))


def numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Number the items as they are printed: 1, 2, 3."""
    found, position = [], 0
    for line in lines:
        position += line.kind is LineKind.ITEM
        found.append(replace(line, position=str(position)) if line.kind is LineKind.ITEM else line)
    return tuple(found)


def totals_of(lines: Iterable[Line], currency: Currency = EUR, **other: object) -> Totals:
    """Sum the firm items and tax them by group, without a document discount."""
    firm = [line for line in lines if line.kind is LineKind.ITEM and line.standing is Standing.FIRM]
    zero = Money.zero(currency)
    net = sum((line.amount for line in firm if line.amount), start=zero)
    groups = []
    for tax in dict.fromkeys(line.tax for line in firm if line.tax is not None):
        base = sum((line.amount for line in firm if line.tax == tax and line.amount), start=zero)
        groups.append(TaxGroup(tax, base, base.times(tax.rate).rounded()))
    total = sum((group.amount for group in groups), start=net)
    totals = Totals(net, net, tuple(groups), total)
    return replace(totals, **other)  # type: ignore[arg-type]  # any field of the totals


def a_paper(*lines: Line, kind: DocumentKind = DocumentKind.INVOICE, **other: object) -> DocumentData:
    """Return a paper of the lines, with the totals they sum to."""
    rows = lines or (an_item(sku="A-1"),)
    currency = next((line.amount.currency for line in rows if line.amount), EUR)
    paper = DocumentData(
        kind=kind,
        number="INV-2026-00012",
        dated=DAY,
        language="en_GB",
        currency=currency,
        seller=ANVIL_GMBH,
        buyer=ACME,
        lines=numbered(rows),
        totals=totals_of(rows, currency),
    )
    return replace(paper, **other)  # type: ignore[arg-type]  # any field of a paper


def a_logo(width: int = 420, height: int = 96) -> bytes:
    """Return a drawn mark as PNG: a dark disc, a wedge and three bars."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGBA", (width, height), (255, 255, 255, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((0, 0, height - 1, height - 1), fill="#0f5c4d")
    draw.polygon(
        [(height // 4, height * 2 // 3), (height * 3 // 4, height * 2 // 3), (height // 2, height // 4)],
        fill="white",
    )
    for at, share in enumerate((90, 70, 45)):
        top = height // 6 + at * height // 4
        draw.rectangle(
            (height + 24, top, height + 24 + (width - height - 24) * share // 100, top + height // 8),
            fill="#16191d",
        )
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def many_items(count: int, **other: object) -> tuple[Line, ...]:
    """Return items as a trading company has them: names of usual length, prices of all sizes."""
    names = (
        "Mountain bike frame, black, 42",
        "Road tyre tube",
        "Helmet, red",
        "Chain, 10-speed",
        "Water bottle 0.75 l",
    )
    return tuple(
        an_item(
            names[at % len(names)],
            sku=f"FR-{at % 97:02d}B-{at % 58}",
            quantity=str(1 + at * 7 % 40),
            price=str(Decimal(199 + at * 613 % 90_000) / 100),
            **other,
        )
        for at in range(count)
    )


def monthly(first: date, months: int, amount: str) -> Schedule:
    """Return a schedule of equal months, billed in advance."""
    rows = []
    for at in range(months):
        start, end = add_months(first, at), add_months(first, at + 1)
        rows.append(ScheduleRow(start, "Platform, 100 seats", money(amount), Period(start, end)))
    return Schedule(tuple(rows), money(Decimal(amount) * months))


def thirty_days(total: Money) -> PaymentTerms:
    return PaymentTerms("30 days net", (Due(date(2026, 4, 15), total),))


def with_early_payment(total: Money) -> PaymentTerms:
    reduced = Money((total.amount * Decimal("0.98")).quantize(Decimal("0.01"), ROUND_HALF_UP), total.currency)
    return PaymentTerms(
        "", (Due(date(2026, 4, 15), total),), (EarlyPayment(date(2026, 3, 26), Decimal("0.02"), reduced),)
    )
