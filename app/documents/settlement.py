"""What a paper says about money as a whole: totals, taxes, terms, the account, the billing schedule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.company import payment_terms as company_terms
from app.documents.lines import LineTax
from app.kernel.money import Money
from app.kernel.period import Period


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """The tax of one category and rate.

    Attributes:
        base: Net amount it is taken from.
        reason: Why no tax is charged, in the recipient's words; empty where tax is charged.
    """

    tax: LineTax
    base: Money
    amount: Money
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CompanyCurrency:
    """The tax once more in the seller's currency, where the paper is in another.

    Attributes:
        rate: Units of the seller's currency for one unit of the paper's.
        source: Who published the rate.
    """

    tax: Money
    rate: Decimal
    dated: date
    source: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums, computed elsewhere; `net` + tax of the groups + `rounding` = `total`.

    Attributes:
        lines: Sum of the firm lines before the document discount, in the paper's price basis.
        discount: Lump sum taken off, zero or above; `None` prints no row.
        discount_rate: The share it was agreed as, where it was one.
        includes_tax: Prices and line amounts contain the tax (sales to consumers).
        rounding: What rounding to the cash step adds; may be negative.
        paid: Deposits and payments already made, zero or above.
        payable: What is left to pay; `None` prints no row.
        optional: Sum of the optional lines, for information.
    """

    lines: Money
    net: Money
    taxes: tuple[TaxGroup, ...]
    total: Money
    discount: Money | None = None
    discount_rate: Decimal | None = None
    includes_tax: bool = False
    rounding: Money | None = None
    paid: Money | None = None
    payable: Money | None = None
    optional: Money | None = None
    company_currency: CompanyCurrency | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A part of the total and the last day to pay it."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class EarlyPayment:
    """What may be paid instead of the total up to and including a day; `rate` is taken on gross."""

    until: date
    rate: Decimal
    amount: Money


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """How and when to pay.

    Attributes:
        words: Terms nobody can read but people, printed as they are.
        due: Instalments by day; one entry is the usual case.
        agreed: Terms without a date yet, said in the recipient's language in place of `words`.
    """

    words: str = ""
    due: tuple[Due, ...] = ()
    early: tuple[EarlyPayment, ...] = ()
    agreed: company_terms.PaymentTerms | None = None


@dataclass(frozen=True, slots=True)
class Bank:
    """The account to pay to.

    Attributes:
        account: Account and routing number where there is no IBAN, as printed.
        reference: What the payer is asked to write, usually the number.
        code: Whether a code to scan is printed where one exists (EUR with an IBAN).
    """

    holder: str = ""
    name: str = ""
    iban: str = ""
    bic: str = ""
    account: str = ""
    reference: str = ""
    code: bool = True


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One instalment of the billing schedule; `period` is `None` for a one-off."""

    on: date
    text: str
    amount: Money
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """When what will be billed; the rows sum to `total`."""

    rows: tuple[ScheduleRow, ...]
    total: Money
