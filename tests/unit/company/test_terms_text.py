import pytest

from app.company.payment_terms import TermsIncomplete, TermsOutOfRange
from app.company.terms_text import TermsUnreadable, terms_of
from app.kernel.percent import PercentOutOfRange


class TestTermsOf:
    @pytest.mark.parametrize(
        "text",
        [
            "30 days",
            "1 day",
            "2% discount 10 days, 30 days",
            "3% discount 7 days, 2% discount 14 days, 30 days end of month",
            "40% 0 days, 60% 30 days",
            "33.3% 0 days, rest 30 days",
            "500 0 days, rest 30 days end of month",
            "499.95 1 day, rest 0 days day 15",
        ],
    )
    def test_reads_the_one_spelling_it_writes(self, text):
        assert str(terms_of(text)) == text

    @pytest.mark.parametrize(
        ("text", "spelling"),
        [
            (" 30  DAYS ", "30 days"),
            ("rest 30 days", "30 days"),
            ("30 days , 2 % discount 10 days", "2% discount 10 days, 30 days"),
            ("50.00% 1 days,50% 2 days", "50% 1 day, 50% 2 days"),
        ],
    )
    def test_reads_what_people_write_too(self, text, spelling):
        assert str(terms_of(text)) == spelling

    @pytest.mark.parametrize(
        "text",
        ["", "soon", "30", "net 30", "2/10 net 30", "30 days,", "1,5% discount 10 days, 30 days", "-1 days"],
    )
    def test_refuses_what_nobody_can_be_sure_about(self, text):
        with pytest.raises(TermsUnreadable):
            terms_of(text)

    def test_refuses_terms_without_an_instalment(self):
        with pytest.raises(TermsIncomplete):
            terms_of("2% discount 10 days")

    def test_refuses_days_beyond_ten_years(self):
        with pytest.raises(TermsOutOfRange):
            terms_of("9999 days")

    def test_refuses_more_than_all(self):
        with pytest.raises(PercentOutOfRange):
            terms_of("101% discount 10 days, 30 days")

    def test_refuses_a_book(self):
        with pytest.raises(TermsUnreadable):
            terms_of("30 days, " * 200)
