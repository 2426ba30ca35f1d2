from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.access.actor import Actor
from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.contracts.contract import ItemKind
from app.quotes.lifecycle import QuoteState, QuoteTransitionRefused
from app.quotes.quote import QuoteNotEditable
from app.services import quotes
from app.services.quotes import (
    AcceptedInTheFuture,
    AcceptedTooEarly,
    OptionUnknown,
    QuoteExpired,
    QuoteNotReady,
)
from app.store.faults import RecordChanged
from tests.support.billing import euros
from tests.support.deals import ACME, BIKES, a_draft, a_yes, accepted, sent
from tests.support.stores import an_act


class TestStart:
    def test_begins_with_what_is_usual_for_company_and_customer(self, store):
        with store.writing(an_act()) as uow:
            draft = quotes.start(uow, an_act(), customer_id=ACME)

        assert (draft.number, draft.state) == ("Q-2026-A0001", QuoteState.DRAFT)
        assert (draft.price_book, draft.terms.payment) == ("LIST", "30 days")
        assert draft.valid_until == draft.dated + timedelta(days=30)

    def test_is_refused_to_whom_it_is_not_permitted(self, store):
        act = replace(an_act(), actor=Actor(an_act().actor.id, "Otto", frozenset({Role.AUDITOR})))

        with pytest.raises(NotPermittedHere), store.writing(act) as uow:
            quotes.start(uow, act)


class TestSaveDraft:
    def test_comes_back_as_it_was_saved(self, store):
        draft = a_draft(store, ("A-1", "10"), ("B-2", "25"), notes="Danke", discount=None)

        with store.reading() as unit:
            assert unit.quotes.get(draft.id) == draft

    def test_a_stale_draft_does_not_overwrite_a_newer_one(self, store):
        draft = a_draft(store, ("A-1", "10"))
        with store.writing(an_act()) as uow:
            quotes.save_draft(uow, an_act(), quote=replace(draft, notes="first"))

        with pytest.raises(RecordChanged), store.writing(an_act()) as uow:
            quotes.save_draft(uow, an_act(), quote=replace(draft, notes="second"))

    def test_a_sent_quote_is_not_saved_as_a_draft(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1")))

        with pytest.raises(QuoteNotEditable), store.writing(an_act()) as uow:
            quotes.save_draft(uow, an_act(), quote=replace(quote, notes="later"))


class TestSend:
    def test_freezes_the_quote(self, store):
        quote = sent(store, a_draft(store, ("A-1", "10"), ("B-2", "25")))

        assert quote.state is QuoteState.SENT
        with store.reading() as unit:
            assert unit.quotes.get(quote.id) == quote
            assert unit.quotes.parties(quote.id)[1].name == "Acme AG"

    def test_names_everything_that_stands_in_the_way(self, store):
        draft = a_draft(store, customer=None)

        with pytest.raises(QuoteNotReady) as refused:
            sent(store, draft)

        assert [finding.code for finding in refused.value.findings] == [
            "quotes.customer_missing",
            "quotes.no_lines",
        ]

    def test_happens_once(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1")))

        with pytest.raises(QuoteTransitionRefused):
            sent(store, quote)


class TestAccept:
    def test_makes_the_contract_of_what_was_offered(self, store):
        contract = accepted(store, ("A-1", "10"), ("B-2", "25"))

        assert contract.total == euros("1008.33")
        assert [(item.sku, str(item.unit_price)) for item in contract.items] == [
            ("A-1", "100.00"),
            ("B-2", "0.333"),
        ]
        assert contract.buyer_reference == "PO 4711"

    def test_a_subscription_runs_for_its_term_from_the_day_of_acceptance(self, store):
        contract = accepted(store, ("S-3", "2"))

        (item,) = contract.items
        assert item.kind is ItemKind.SUBSCRIPTION
        assert (item.period.start, item.period.last) == (date(2026, 3, 2), date(2027, 3, 1))
        assert item.amount == euros("288.00")

    def test_an_option_counts_only_when_it_was_chosen(self, store):
        draft = a_draft(store, ("A-1", "1"), ("B-2", "100"), optional="B-2")
        quote = sent(store, draft)
        option = next(line.id for line in quote.lines if line.sku == "B-2")

        with store.writing(an_act()) as uow:
            contract = quotes.accept(
                uow, an_act(), quote_id=quote.id, acceptance=a_yes(options=frozenset({option}))
            )

        assert contract.total == euros("133.30")

    def test_without_the_option_it_stays_outside(self, store):
        assert accepted(store, ("A-1", "1"), ("B-2", "100"), optional="B-2").total == euros("100.00")

    @pytest.mark.parametrize(("days", "error"), [(-1, AcceptedTooEarly), (1, AcceptedInTheFuture)])
    def test_a_day_before_the_quote_or_after_today_is_refused(self, store, days, error):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        yes = replace(a_yes(), on=quote.dated + timedelta(days=days))

        with pytest.raises(error), store.writing(an_act()) as uow:
            quotes.accept(uow, an_act(), quote_id=quote.id, acceptance=yes)

    def test_an_option_nobody_offered_is_refused(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        yes = a_yes(options=frozenset({quote.lines[0].id}))

        with pytest.raises(OptionUnknown), store.writing(an_act()) as uow:
            quotes.accept(uow, an_act(), quote_id=quote.id, acceptance=yes)

    @pytest.mark.parametrize(("days", "in_time"), [(30, True), (31, False)])
    def test_the_last_day_of_validity_counts(self, store, days, in_time):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        act = an_act(day=quote.dated + timedelta(days=days))

        with store.writing(act) as uow:
            if in_time:
                assert quotes.accept(uow, act, quote_id=quote.id, acceptance=a_yes(act))
            else:
                with pytest.raises(QuoteExpired):
                    quotes.accept(uow, act, quote_id=quote.id, acceptance=a_yes(act))

    def test_a_superseded_revision_can_no_longer_be_accepted(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        with store.writing(an_act()) as uow:
            quotes.revise(uow, an_act(), quote_id=quote.id)

        with pytest.raises(QuoteTransitionRefused), store.writing(an_act()) as uow:
            quotes.accept(uow, an_act(), quote_id=quote.id, acceptance=a_yes())


class TestAfterwards:
    def test_revise_makes_the_next_draft_of_the_same_number(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1")))

        with store.writing(an_act()) as uow:
            draft = quotes.revise(uow, an_act(), quote_id=quote.id)

        assert (draft.number, draft.revision) == (quote.number, 2)
        with store.reading() as unit:
            assert [each.state.value for each in unit.quotes.revisions(quote.family)] == [
                "superseded",
                "draft",
            ]

    def test_clone_is_another_offer(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1")))

        with store.writing(an_act()) as uow:
            copy = quotes.clone(uow, an_act(), quote_id=quote.id)

        assert copy.number == "Q-2026-A0002"

    def test_decline_ends_it(self, store):
        quote = sent(store, a_draft(store, ("A-1", "1")))

        with store.writing(an_act()) as uow:
            assert quotes.decline(uow, an_act(), quote_id=quote.id).state is QuoteState.DECLINED

    def test_a_draft_goes_to_the_bin_and_comes_back(self, store):
        draft = a_draft(store, ("A-1", "1"))

        for binned, shown in ((True, 0), (False, 1)):
            with store.writing(an_act()) as uow:
                quotes.put_in_bin(uow, an_act(), quote_id=draft.id, binned=binned)
            with store.reading() as unit:
                from app.services.lists import PageRequest
                from app.services.lists import quotes as listed

                assert len(listed(unit, PageRequest("dated"))) == shown

    def test_a_change_of_customer_brings_their_habits(self, store):
        draft = a_draft(store, ("A-1", "1"))

        with store.reading() as unit:
            moved = quotes.for_customer(unit, draft, BIKES)

        assert (moved.customer_id, moved.buyer_reference) == (BIKES, "PO 7")
