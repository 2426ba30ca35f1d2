import pytest

from app.store.faults import RecordFrozen
from app.store.journal import GENESIS, chain_fault, chain_row, chain_sql
from tests.support.events import QUOTE, Happened, an_event
from tests.support.stores import MOMENT, an_act, rolled_back


def fault(store):
    with store.reading() as unit:
        rows = map(chain_row, unit.records.transaction.rows(chain_sql(), {"after": 0, "limit": 1000}))
        return chain_fault(rows, 0, GENESIS)[2]


def tampered(store, sql: str, *triggers: str):
    with store.place.write() as transaction:
        for trigger in triggers:
            transaction.rows(f"DROP TRIGGER {trigger}")
        transaction.rows(sql)


class TestJournal:
    @pytest.mark.every_engine
    def test_keeps_what_happened_to_a_record_in_order(self, store):
        with store.writing(an_act()) as uow:
            uow.journal.append(an_event(total="119.00"))
            uow.journal.append(an_event(Happened.ACCEPTED))

        with store.reading() as unit:
            first, second = unit.journal.of(QUOTE)

        assert (first.seq, first.kind, first.facts, first.at) == (
            1,
            "quote.sent",
            '{"total":"119.00"}',
            MOMENT,
        )
        assert (second.seq, second.kind, second.number) == (2, "quote.accepted", "Q-A-00001")

    @pytest.mark.every_engine
    def test_goes_on_where_the_last_transaction_stopped(self, store):
        for _ in range(3):
            with store.writing(an_act()) as uow:
                uow.journal.append(an_event())

        assert fault(store) is None

    @pytest.mark.every_engine
    def test_forgets_what_was_rolled_back(self, store):
        rolled_back(store, lambda uow: uow.journal.append(an_event()))

        with store.reading() as unit:
            assert unit.journal.of(QUOTE) == ()

    @pytest.mark.parametrize(
        "sql",
        [
            "UPDATE journal SET number = 'Q-A-2'",
            "DELETE FROM journal",
            "REPLACE INTO journal SELECT * FROM journal",
        ],
    )
    def test_refuses_to_be_rewritten(self, store, sql):
        with store.writing(an_act()) as uow:
            uow.journal.append(an_event())

        with pytest.raises(RecordFrozen), store.writing(an_act()) as uow:
            uow.records.transaction.rows(sql)


class TestChain:
    @pytest.fixture(autouse=True)
    def _three_rows(self, store):
        with store.writing(an_act()) as uow:
            for amount in ("1.00", "2.00", "3.00"):
                uow.journal.append(an_event(total=amount))

    def test_is_whole_when_nobody_touched_it(self, store):
        assert fault(store) is None

    def test_names_a_row_that_was_changed(self, store):
        tampered(store, "UPDATE journal SET facts = '{}' WHERE seq = 2", "journal_no_update")
        assert fault(store).code == "verify.journal_row_changed"

    def test_names_a_row_that_was_taken_out(self, store):
        tampered(store, "DELETE FROM journal WHERE seq = 2", "journal_no_delete")
        assert fault(store).code == "verify.journal_row_missing"
