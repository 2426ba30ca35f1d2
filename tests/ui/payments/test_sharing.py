from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.i18n.formats import formats
from app.kernel.money import Currency, Money
from tests.support.payments import PAID_ON, an_open_invoice, euros
from ui.payments.sharing import (
    proposed,
    rest_in_words,
    sharing_of,
    with_amount,
    with_share,
)

OWED = (
    an_open_invoice(1, "100"),
    an_open_invoice(2, "50", PAID_ON + timedelta(days=5)),
)
EUR = euros("1").currency
FORM = formats("en")


def shared(amount, **facts):
    return sharing_of(EUR, OWED, amount=euros(amount), **facts)


def shares_of(sharing):
    return [(share.invoice_id.int, f"{share.amount.amount:.0f}") for share in sharing.wanted]


class TestProposal:
    def test_settles_the_oldest_due_first(self):
        assert shares_of(shared("120")) == [(1, "100"), (2, "20")]

    def test_settles_the_invoice_the_payment_is_for_before_all_others(self):
        assert shares_of(shared("60", first=UUID(int=2))) == [(1, "10"), (2, "50")]

    def test_nothing_is_proposed_before_the_amount_is_known(self):
        assert sharing_of(EUR, OWED).wanted == ()

    def test_invoices_in_another_currency_are_left_out(self):
        assert sharing_of(Currency.of("USD"), OWED).owed == ()

    @given(st.integers(1, 100_000))
    def test_shares_and_rest_are_the_amount(self, cents):
        sharing = sharing_of(EUR, OWED, amount=Money.of_minor(cents, EUR))

        assert sharing.rest.minor + sum(share.amount.minor for share in sharing.wanted) == cents
        assert sharing.rest.minor >= 0


class TestByHand:
    def test_a_changed_share_is_kept_when_the_amount_changes(self):
        changed = with_amount(with_share(shared("120"), UUID(int=1), euros("30")), euros("130"))

        assert shares_of(changed) == [(1, "30"), (2, "20")]
        assert changed.rest == euros("80")

    def test_an_emptied_share_settles_nothing(self):
        assert shares_of(with_share(shared("120"), UUID(int=1), None)) == [(2, "20")]

    def test_zero_settles_nothing(self):
        assert shares_of(with_share(shared("120"), UUID(int=2), euros("0"))) == [(1, "100")]

    def test_the_proposal_can_be_had_back(self):
        by_hand = with_share(shared("120"), UUID(int=1), euros("1"))

        assert shares_of(proposed(by_hand)) == [(1, "100"), (2, "20")]


class TestRestInWords:
    def test_says_what_stays_as_credit(self):
        assert rest_in_words(shared("160"), "Acme AG", FORM) == (
            "€10.00 settles no invoice and stays as credit of Acme AG."
        )

    def test_says_when_nothing_stays(self):
        assert rest_in_words(shared("150"), "Acme AG", FORM) == (
            "Everything is shared out; nothing stays as credit."
        )

    def test_says_when_more_is_shared_out_than_there_is(self):
        sharing = with_share(shared("100"), UUID(int=2), euros("50"))

        assert rest_in_words(sharing, "Acme AG", FORM).startswith("€50.00 more is shared out")

    def test_asks_for_the_amount_first(self):
        assert rest_in_words(sharing_of(EUR, OWED), "Acme AG", FORM) == "Enter the amount that came in."
