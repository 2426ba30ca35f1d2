"""Word the sums of a paper: totals, taxes, how to pay, and the billing schedule."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.model import DocumentData, DocumentKind
from app.documents.printed import LabelledValue, PrintedPayment, PrintedSchedule, ScheduleLine, TotalRow
from app.documents.qr import epc_payload
from app.documents.settlement import Bank, CompanyCurrency, PaymentTerms, TaxGroup
from app.documents.speech import Speech
from app.documents.wording_terms import said_terms

PLAIN, STRONG, SMALL = 0, 1, -1


def total_rows(data: DocumentData, says: Speech) -> tuple[TotalRow, ...]:
    """Return the totals from the sum of the lines down to what is left to pay."""
    found = _gross_rows(data, says) if data.totals.includes_tax else _net_rows(data, says)
    return (*found, *_after_total(data, says))


def remarks(data: DocumentData, says: Speech) -> tuple[str, ...]:
    """Return what must be said about the totals: why no tax, which rate, what the options would cost."""
    totals = data.totals
    found = [_reason(group, says) for group in totals.taxes]
    if totals.includes_tax:
        found.append(says.word("prices_include_tax", tax=says.word(data.tax_word)))
    if totals.company_currency is not None:
        found.append(_company_currency(data, totals.company_currency, says))
    return tuple(dict.fromkeys(text for text in found if text))


def schedule(data: DocumentData, says: Speech) -> PrintedSchedule | None:
    """Return the billing schedule, `None` where the paper has none."""
    if data.schedule is None:
        return None
    form = says.formats
    return PrintedSchedule(
        title=says.word("schedule"),
        columns=ScheduleLine(
            says.word("invoiced_on"),
            says.word("item"),
            says.word("period"),
            says.word("amount_in", currency=data.currency.code),
        ),
        rows=tuple(
            ScheduleLine(
                form.date(row.on),
                row.text,
                says.value(row.period) if row.period else "",
                form.amount(row.amount),
            )
            for row in data.schedule.rows
        ),
        total=LabelledValue(says.word("total"), form.amount(data.schedule.total)),
    )


def payment(data: DocumentData, says: Speech) -> PrintedPayment | None:
    """Return how to pay, `None` where nothing is said about it."""
    terms = data.payment or PaymentTerms()
    sentences = tuple(_sentences(data, terms, says))
    account = tuple(_account(data.bank, says)) if data.bank and _asks_for_money(data) else ()
    if not sentences and not account:
        return None
    code = _code(data)
    return PrintedPayment(
        title=says.word("payment"),
        sentences=sentences,
        account=account,
        code=code,
        code_caption=says.word("scan_to_pay") if code else "",
    )


def _asks_for_money(data: DocumentData) -> bool:
    return data.kind is DocumentKind.INVOICE


def _net_rows(data: DocumentData, says: Speech) -> Iterator[TotalRow]:
    totals, form = data.totals, says.formats
    if totals.discount is not None:
        yield TotalRow(says.word("subtotal"), form.amount(totals.lines))
        yield _discount(data, says)
    if totals.taxes or totals.discount is not None:
        yield TotalRow(says.word("net"), form.amount(totals.net))
    for group in totals.taxes:
        yield TotalRow(_tax_label("tax_on", group, data, says), form.amount(group.amount))


def _gross_rows(data: DocumentData, says: Speech) -> Iterator[TotalRow]:
    if data.totals.discount is not None:
        yield TotalRow(says.word("subtotal"), says.formats.amount(data.totals.lines))
        yield _discount(data, says)


def _after_total(data: DocumentData, says: Speech) -> Iterator[TotalRow]:
    totals, form = data.totals, says.formats
    if totals.rounding is not None and totals.rounding.amount:
        yield TotalRow(says.word("rounding"), form.amount(totals.rounding))
    name = "credit_total" if data.kind is DocumentKind.CREDIT_NOTE else "total"
    last = totals.payable is None
    yield TotalRow(says.word(name), form.money(totals.total), STRONG if last else PLAIN)
    if totals.includes_tax:
        for group in totals.taxes:
            yield TotalRow(_tax_label("tax_included", group, data, says), form.amount(group.amount), SMALL)
    if totals.paid is not None and totals.paid.amount:
        yield TotalRow(says.word("paid"), form.amount(-totals.paid))
    if totals.payable is not None:
        yield TotalRow(says.word("payable"), form.money(totals.payable), STRONG)
    if totals.optional is not None:
        yield TotalRow(says.word("optional_total"), form.amount(totals.optional), SMALL)


def _discount(data: DocumentData, says: Speech) -> TotalRow:
    totals, form = data.totals, says.formats
    rate = totals.discount_rate
    label = says.word("discount") if rate is None else says.word("discount_of", rate=form.percent(rate))
    return TotalRow(label, form.amount(-totals.discount) if totals.discount else "")


def _tax_label(key: str, group: TaxGroup, data: DocumentData, says: Speech) -> str:
    return says.word(
        key,
        tax=says.word(data.tax_word),
        rate=says.formats.percent(group.tax.rate, high=3),
        base=says.formats.amount(group.base),
    )


def _reason(group: TaxGroup, says: Speech) -> str:
    """Return why a group bears no tax: the given words, else the usual ones of its category."""
    if group.reason or group.tax.category in {"S", "L", "M"}:
        return group.reason
    return says.word(f"reason.{group.tax.category}")


def _company_currency(data: DocumentData, own: CompanyCurrency, says: Speech) -> str:
    return says.word(
        "tax_in_company_currency",
        tax=says.word(data.tax_word),
        currency=own.tax.currency.code,
        amount=says.formats.amount(own.tax),
        rate=says.formats.number(own.rate),
        foreign=data.currency.code,
        source=own.source,
        date=says.formats.date(own.dated),
    )


def _sentences(data: DocumentData, terms: PaymentTerms, says: Speech) -> Iterator[str]:
    form = says.formats
    if terms.agreed is not None:
        yield from said_terms(terms.agreed, data.currency, says)
    elif terms.words:
        yield terms.words
    key = "pay_by" if len(terms.due) == 1 else "instalment"
    for due in terms.due:
        yield says.word(key, amount=form.money(due.amount), date=form.date_long(due.on))
    for step in terms.early:
        yield says.word(
            "early_payment",
            rate=form.percent(step.rate),
            date=form.date_long(step.until),
            amount=form.money(step.amount),
        )


def _account(bank: Bank, says: Speech) -> Iterator[LabelledValue]:
    found = (
        ("account_holder", bank.holder),
        ("bank", bank.name),
        ("iban", grouped_iban(bank.iban)),
        ("bic", bank.bic),
        ("account", bank.account),
        ("reference", bank.reference),
    )
    for key, value in found:
        if value:
            yield LabelledValue(says.word(key), value)


def grouped_iban(iban: str) -> str:
    """Return an IBAN in groups of four, as banks print it."""
    plain = iban.replace(" ", "").upper()
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))


def _code(data: DocumentData) -> str:
    """Return the payload of the code to scan, empty where no code applies."""
    bank, totals = data.bank, data.totals
    if bank is None or not bank.code or not _asks_for_money(data):
        return ""
    return epc_payload(bank, totals.payable or totals.total, fallback_holder=data.seller.name)
