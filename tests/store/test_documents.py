from dataclasses import replace
from uuid import UUID

import pytest

from app.kernel.changes import Ref
from app.store.documents import remove
from app.store.faults import RecordChanged, RecordInUse
from tests.support.notes import Note, loaded, note, notes_in, saved, saved_header
from tests.support.stores import MOMENT, an_act

pytestmark = pytest.mark.every_engine

ID = UUID(int=5)


@pytest.fixture
def noted(store):
    """A store of either engine with one saved note."""
    notes_in(store)
    with store.writing(an_act()) as uow:
        saved(uow.records, Note(ID, (1, 2, 3)))
    return store


def read(store):
    with store.reading() as reading:
        return loaded(reading.records, ID)


class TestSave:
    def test_gives_back_what_was_saved(self, noted):
        assert read(noted).amounts == (1, 2, 3)
        assert read(noted).version == 1

    def test_every_change_has_a_new_token_and_a_higher_version(self, noted):
        before = read(noted)
        with noted.writing(an_act()) as uow:
            after = saved(uow.records, replace(before, amounts=(9,)))
        assert after.rev != before.rev
        assert read(noted) == replace(after, amounts=(9,), version=2)

    def test_the_loser_of_a_race_is_told(self, noted):
        mine = yours = read(noted)
        with noted.writing(an_act()) as uow:
            saved(uow.records, replace(mine, amounts=(7,)))
        with pytest.raises(RecordChanged), noted.writing(an_act()) as uow:
            saved(uow.records, replace(yours, amounts=(8,)))
        assert read(noted).amounts == (7,)

    def test_a_document_that_is_gone_is_not_made_anew(self, noted):
        before = read(noted)
        with noted.writing(an_act()) as uow:
            assert before.rev
            remove(uow.records, note, ID, before.rev)
        with pytest.raises(RecordChanged), noted.writing(an_act()) as uow:
            saved_header(uow.records, before)

    def test_lines_that_are_not_named_stay(self, noted):
        with noted.writing(an_act()) as uow:
            saved_header(uow.records, replace(read(noted), mood="calm"))
        assert (read(noted).mood, read(noted).amounts) == ("calm", (1, 2, 3))

    def test_says_what_was_touched_and_by_whom(self, noted):
        with noted.writing(an_act()) as uow:
            saved(uow.records, read(noted))
            assert uow.changes.refs == {Ref("note", ID)}
        with noted.reading() as reading:
            row = reading.records.connection.execute(note.select()).one()
        assert (row.created_at, row.updated_by) == (MOMENT, UUID(int=1))


class TestRemove:
    def test_takes_the_lines_along(self, noted):
        with noted.writing(an_act()) as uow:
            remove(uow.records, note, ID, loaded(uow.records, ID).rev)
        with noted.reading() as reading:
            assert reading.records.transaction.rows("SELECT * FROM note_line") == []

    def test_of_a_record_that_others_point_at_is_refused(self, noted):
        kind = "TEXT" if noted.place.name.endswith(".db") else "UUID"
        with noted.place.write() as transaction:
            transaction.rows(f"CREATE TABLE pointer (a {kind} REFERENCES note(id) ON DELETE RESTRICT)")
            transaction.rows("INSERT INTO pointer SELECT id FROM note")
        before = read(noted)
        with pytest.raises(RecordInUse), noted.writing(an_act()) as uow:
            remove(uow.records, note, ID, before.rev)
        with noted.place.write() as transaction:
            transaction.rows("DROP TABLE pointer")
