from uuid import UUID

import pytest

from app.company.company import THIRTY_DAYS, Company, QuoteDaysRefused, StandingTerms, TermsCodeTaken
from app.company.numbering import DEFAULT_PATTERNS, PatternRefused, Series
from app.company.payment_terms import PaymentTerms
from app.company.terms_text import TermsUnreadable, terms_of
from app.kernel.text import TextMissing
from tests.support.company import a_seller

FORTNIGHT = StandingTerms("NET14", terms_of("14 days"))


def a_company(**facts) -> Company:
    return Company(UUID(int=1), a_seller(), **facts)


class TestPatterns:
    @pytest.mark.parametrize("series", Series)
    def test_are_the_standing_ones_until_somebody_sets_another(self, series):
        assert a_company().pattern(series).text == DEFAULT_PATTERNS[series]

    def test_are_set_one_by_one(self):
        company = a_company().with_pattern(Series.INVOICE, " R{seq:04} ")

        assert company.pattern(Series.INVOICE).text == "R{seq:04}"
        assert company.pattern(Series.QUOTE).text == DEFAULT_PATTERNS[Series.QUOTE]

    def test_refuse_one_that_cannot_number_documents(self):
        with pytest.raises(PatternRefused):
            a_company().with_pattern(Series.INVOICE, "INV-{year}")


class TestTerms:
    def test_of_new_quotes_are_the_first(self):
        assert a_company(payment_terms=(FORTNIGHT, THIRTY_DAYS)).standing_terms == FORTNIGHT.terms
        assert a_company(payment_terms=()).standing_terms == PaymentTerms()

    @pytest.mark.parametrize(
        ("text", "spelling"), [("net14", "14 days"), ("", "30 days"), ("7 days", "7 days")]
    )
    def test_are_named_by_code_or_spelt_out(self, text, spelling):
        company = a_company(payment_terms=(THIRTY_DAYS, FORTNIGHT))

        assert str(company.terms_named(text)) == spelling

    def test_refuse_what_is_neither(self):
        with pytest.raises(TermsUnreadable):
            a_company().terms_named("NET90")

    def test_replace_what_had_the_code(self):
        company = a_company().with_terms(" net30 ", terms_of("30 days end of month"))

        assert [(each.code, str(each.terms)) for each in company.payment_terms] == [
            ("net30", "30 days end of month")
        ]

    def test_need_a_code(self):
        with pytest.raises(TextMissing):
            a_company().with_terms(" ", PaymentTerms())

    def test_refuse_a_code_twice(self):
        with pytest.raises(TermsCodeTaken):
            a_company(payment_terms=(THIRTY_DAYS, StandingTerms("net30", PaymentTerms())))


class TestQuoteDays:
    @pytest.mark.parametrize("days", [0, 3650])
    def test_take_both_ends(self, days):
        assert a_company(quote_days=days).quote_days == days

    @pytest.mark.parametrize("days", [-1, 3651])
    def test_refuse_what_lies_outside(self, days):
        with pytest.raises(QuoteDaysRefused):
            a_company(quote_days=days)
