"""The company as one value: who it is, its policies, its numbers and the terms on which it is paid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from app.company.fiscal_year import CALENDAR_YEAR, FiscalYear
from app.company.margin_goals import NO_GOALS, MarginGoals
from app.company.numbering import DEFAULT_PATTERNS, NumberPattern, Series
from app.company.payment_terms import PaymentTerms
from app.company.policies import Policies
from app.company.seller import Seller
from app.company.terms_text import terms_of
from app.kernel.countries import country_code, subdivision_code
from app.kernel.errors import RuleViolation
from app.kernel.text import clean_name

LONGEST_VALIDITY = 3650


class TermsCodeTaken(RuleViolation):
    """Two payment terms of the company have the same code."""

    code = "company.terms_code_taken"


class QuoteDaysRefused(RuleViolation):
    """A quote cannot be valid for so many days."""

    code = "company.quote_days_refused"


@dataclass(frozen=True, slots=True)
class StandingTerms:
    """Payment terms under the short name people pick them by."""

    code: str
    terms: PaymentTerms


@dataclass(frozen=True, slots=True)
class TaxSettings:
    """How the company stands towards tax offices.

    Attributes:
        exempt: It charges no tax at all (small business).
        registrations: Other places where it charges local tax: ``FR``, ``US-CA``.
        one_stop_shop: Distance sales to consumers in the EU are taxed in their country (OSS).
    """

    exempt: bool = False
    registrations: frozenset[str] = frozenset()
    one_stop_shop: bool = False

    def cleaned(self) -> TaxSettings:
        """Return the settings with every place checked.

        Raises:
            UnknownCountry: A place lies in no country of ISO 3166-1.
            UnknownSubdivision: A place has not the form of a state or region of its country.
        """
        return replace(self, registrations=frozenset(map(_place, self.registrations)))


NO_TAX_SETTINGS = TaxSettings()
STANDARD_POLICIES = Policies()
THIRTY_DAYS = StandingTerms("NET30", PaymentTerms())


@dataclass(frozen=True, slots=True)
class Company:
    """The one company of a file.

    Attributes:
        patterns: Number patterns that differ from the standing ones, by the order of `Series`.
        payment_terms: At least one; the first is what new quotes have.
        price_book: Code of the price book of new quotes; empty before there is one.
        quote_days: Days a new quote is valid, 0 to 3650.
        rev: Compare-and-swap token, None until first saved.

    Raises:
        TermsCodeTaken: Two payment terms have the same code.
        QuoteDaysRefused: The days are out of range.
    """

    id: UUID
    seller: Seller
    policies: Policies = STANDARD_POLICIES
    patterns: tuple[tuple[Series, NumberPattern], ...] = ()
    fiscal_year: FiscalYear = CALENDAR_YEAR
    payment_terms: tuple[StandingTerms, ...] = (THIRTY_DAYS,)
    taxes: TaxSettings = NO_TAX_SETTINGS
    margins: MarginGoals = NO_GOALS
    price_book: str = ""
    quote_days: int = 30
    rev: UUID | None = None
    version: int = 0

    def __post_init__(self) -> None:
        codes = [terms.code.upper() for terms in self.payment_terms]
        for code in codes:
            if codes.count(code) > 1:
                raise TermsCodeTaken(terms=code)
        if not 0 <= self.quote_days <= LONGEST_VALIDITY:
            raise QuoteDaysRefused(days=self.quote_days, most=LONGEST_VALIDITY)

    def cleaned(self) -> Company:
        """Return the company with every text in one spelling and every code checked.

        Raises:
            RuleViolation: A part is refused (see its own `cleaned`).
        """
        price_book = clean_name(self.price_book, field="company.price_book", longest=40)
        return replace(self, seller=self.seller.cleaned(), taxes=self.taxes.cleaned(), price_book=price_book)

    def pattern(self, series: Series) -> NumberPattern:
        """Return the pattern a series is numbered by."""
        return dict(self.patterns).get(series) or NumberPattern(DEFAULT_PATTERNS[series])

    def with_pattern(self, series: Series, text: str) -> Company:
        """Return the company with another pattern for one series.

        Raises:
            PatternRefused: The pattern cannot be used.
        """
        patterns = {**dict(self.patterns), series: NumberPattern(text.strip())}
        ordered = tuple((each, patterns[each]) for each in Series if each in patterns)
        return replace(self, patterns=ordered)

    @property
    def standing_terms(self) -> PaymentTerms:
        """Return what new quotes have when the customer has no terms of their own."""
        return self.payment_terms[0].terms if self.payment_terms else THIRTY_DAYS.terms

    def with_standing_terms(self, terms: PaymentTerms) -> Company:
        """Return the company whose new quotes have these terms; new ones get their spelling as code."""
        code = next((each.code for each in self.payment_terms if each.terms == terms), str(terms))
        others = tuple(each for each in self.payment_terms if each.code != code)
        return replace(self, payment_terms=(StandingTerms(code, terms), *others))

    def terms_named(self, text: str) -> PaymentTerms:
        """Return the terms of a code of ours, or those a text spells out; empty gives the standing ones.

        Raises:
            TermsUnreadable: It is neither.
        """
        if not text.strip():
            return self.standing_terms
        for standing in self.payment_terms:
            if standing.code.upper() == text.strip().upper():
                return standing.terms
        return terms_of(text)

    def with_terms(self, code: str, terms: PaymentTerms) -> Company:
        """Return the company with these terms under a code, in place of what had it.

        Raises:
            TextMissing: The code is empty.
        """
        name = clean_name(code, field="company.payment_terms", longest=40, required=True)
        kept = [each for each in self.payment_terms if each.code.upper() != name.upper()]
        return replace(self, payment_terms=(*kept, StandingTerms(name, terms)))


def _place(text: str) -> str:
    country, _, region = text.strip().partition("-")
    code = country_code(country)
    return subdivision_code(region, code) or code
