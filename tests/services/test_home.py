from datetime import timedelta

from app.services import billing, home
from tests.support.deals import a_draft, accepted, sent
from tests.support.stores import TODAY, an_act


class TestOverview:
    def test_an_empty_company_has_nothing_waiting(self, store):
        with store.reading() as unit:
            found = home.overview(unit, an_act())

        assert (found.due, found.overdue, found.expiring, found.drafts) == ((), (), (), ())

    def test_shows_money_due_and_what_of_it_is_late(self, store):
        contract = accepted(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            invoice = billing.issue(uow, an_act(), contract_id=contract.id)

        with store.reading() as unit:
            on_the_day = home.overview(unit, an_act(day=invoice.due_on))
            day_after = home.overview(unit, an_act(day=invoice.due_on + timedelta(days=1)))

        (due,) = on_the_day.due
        assert (due.open, due.overdue, on_the_day.overdue) == (11900, 0, ())
        assert day_after.due[0].overdue == 11900
        assert [row.number for row in day_after.overdue] == [invoice.number]

    def test_shows_drafts_and_quotes_about_to_expire(self, store):
        draft = a_draft(store, ("A-1", "1"))
        soon = sent(store, a_draft(store, ("A-1", "1"), valid_until=TODAY + timedelta(days=7)))
        sent(store, a_draft(store, ("A-1", "1"), valid_until=TODAY + timedelta(days=8)))

        with store.reading() as unit:
            found = home.overview(unit, an_act())

        assert [row.number for row in found.drafts] == [draft.number]
        assert [row.number for row in found.expiring] == [soon.number]
        assert len(found.last_quotes) == 3
