from datetime import date

import pytest

from app.contracts.contract import ContractState
from app.services.contracts import BillingState
from ui.contracts.states import billing_chip, billing_tone, billing_word, contract_chip

START, END = date(2026, 3, 2), date(2027, 3, 1)


def word(today, state=ContractState.ACTIVE, ends_on=END):
    return contract_chip(state, starts_on=START, ends_on=ends_on, today=today).text


class TestContractChip:
    @pytest.mark.parametrize(
        ("today", "said"),
        [
            (date(2026, 3, 1), "Starts later"),
            (START, "Active"),
            (END, "Active"),
            (date(2027, 3, 2), "Ended"),
        ],
    )
    def test_follows_the_dates_both_days_included(self, today, said):
        assert word(today) == said

    def test_one_offs_alone_never_end(self):
        assert word(date(2099, 1, 1), ends_on=None) == "Active"

    def test_terminated_goes_before_the_dates(self):
        assert word(START, ContractState.TERMINATED) == "Terminated"


def test_every_state_of_an_instalment_has_its_own_word_and_icon():
    assert len({billing_word(state) for state in BillingState}) == len(BillingState)
    assert len({billing_chip(state).icon for state in BillingState}) == len(BillingState)
    assert all(billing_tone(state) is billing_chip(state).tone for state in BillingState)
