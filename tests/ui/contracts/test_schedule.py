from datetime import timedelta

from app.i18n.formats import formats
from app.quotes.quote import QuoteTerms
from app.services import billing, contracts
from tests.support.deals import accepted
from tests.support.stores import TODAY, an_act
from ui.contracts.schedule import MOST_MONTHS, MOST_ROWS, charged, months, schedule_rows

FORM = formats("en")


def states(store, *sold, today=TODAY, issue=True, **facts):
    contract = accepted(store, *sold, **facts)
    if issue:
        with store.writing(an_act()) as uow:
            billing.issue(uow, an_act(), contract_id=contract.id)
    with store.reading() as unit:
        return contracts.overview(unit, contract.id, today=today).instalments


class TestMonths:
    def test_add_up_to_the_whole_contract(self, store):
        seen = states(store, ("S-3", "10"), ("A-1", "1"))

        strip = months(seen, FORM)

        assert [each.month.text for each in strip][:2] == ["Mar 2026", "Apr 2026"]
        assert len(strip) == 12
        assert sum(charged(each).amount for each in seen) == 1540

    def test_say_what_is_billed_due_and_planned(self, store):
        strip = months(states(store, ("S-3", "10"), today=TODAY + timedelta(days=31)), FORM)

        assert [each.month.state for each in strip][:3] == ["Invoiced", "Due", "Planned"]

    def test_a_billed_month_opens_its_invoice(self, store):
        strip = months(states(store, ("S-3", "10")), FORM)

        assert strip[0].invoice is not None
        assert strip[1].invoice is None

    def test_a_month_names_the_lines_behind_its_amount(self, store):
        strip = months(states(store, ("S-3", "10"), ("A-1", "1")), FORM)

        assert len(strip[0].month.note.splitlines()) == 2

    def test_a_long_contract_shows_the_months_around_the_next(self, store):
        strip = months(states(store, ("S-3", "10"), terms=QuoteTerms(term_months=60), issue=False), FORM)

        assert len(strip) == MOST_MONTHS
        assert strip[0].month.text == "Mar 2026"

    def test_nothing_planned_shows_nothing(self):
        assert months((), FORM) == ()


class TestScheduleRows:
    def test_each_instalment_says_when_what_and_how_it_stands(self, store):
        (row, *_rest) = schedule_rows(states(store, ("S-3", "10")), FORM).rows

        day, _item, period, amount, chip, number = row.cells
        assert (day, period, amount) == ("Mar 2, 2026", "3/2/2026 – 4/1/2026", "120.00")
        assert chip.text == "Invoiced"
        assert row.key is not None
        assert number

    def test_a_long_schedule_says_how_much_of_it_is_shown(self, store):
        shown = schedule_rows(
            states(store, ("S-3", "10"), terms=QuoteTerms(term_months=120), issue=False), FORM
        )

        assert len(shown.rows) == MOST_ROWS
        assert shown.more == "60 of 120 instalments, around the next one"

    def test_a_short_one_is_shown_whole(self, store):
        assert schedule_rows(states(store, ("S-3", "10")), FORM).more == ""
