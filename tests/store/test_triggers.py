"""An issued document never changes and never goes, whoever tries."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.store.faults import RecordFrozen
from tests.support.notes import Note, loaded, notes_in, saved, saved_header
from tests.support.stores import an_act

ID = UUID(int=5)


@pytest.fixture
def issued(store):
    notes_in(store)
    with store.writing(an_act()) as uow:
        saved(uow.records, Note(ID, (1, 2), "issued", "N-1"))
        saved(uow.records, Note(UUID(int=6), (3,)))
    return store


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM note WHERE status = 'issued'",
        "UPDATE note SET number = 'N-2'",
        "UPDATE note SET status = 'draft'",
        "UPDATE note SET content_hash = 'x'",
        "UPDATE note SET owner = 'me'",
        "UPDATE note SET created_at = 0",
        "UPDATE note_line SET amount = 5 WHERE amount = 1",
        "UPDATE note_line SET document_id = (SELECT id FROM note WHERE status = 'issued') WHERE amount = 3",
        "UPDATE note_line SET document_id = (SELECT id FROM note WHERE status = 'draft'), position = 9",
        "DELETE FROM note_line WHERE amount = 1",
        "INSERT INTO note_line SELECT document_id, 7, 'new', 9 FROM note_line WHERE amount = 1",
        "REPLACE INTO note SELECT * FROM note",
        "REPLACE INTO note_line SELECT * FROM note_line",
    ],
)
def test_refuses_to_change_an_issued_document(issued, sql):
    with pytest.raises(RecordFrozen), issued.writing(an_act()) as uow:
        uow.records.transaction.rows(sql)


def test_may_be_issued_in_the_act_that_makes_it(issued):
    with issued.reading() as reading:
        assert loaded(reading.records, ID).amounts == (1, 2)


def test_a_draft_may_be_issued_with_its_last_lines(issued):
    with issued.writing(an_act()) as uow:
        draft = loaded(uow.records, UUID(int=6))
        saved(uow.records, replace(draft, amounts=(4, 5), status="issued", number="N-2"), line_id=50)
    with issued.reading() as reading:
        assert loaded(reading.records, UUID(int=6)).amounts == (4, 5)


def test_what_may_move_moves(issued):
    with issued.writing(an_act()) as uow:
        saved_header(uow.records, replace(loaded(uow.records, ID), mood="paid"))


def test_a_paper_is_stored_once(issued):
    with issued.writing(an_act()) as uow:
        kept = saved_header(uow.records, replace(loaded(uow.records, ID), pdf="first"))
    with pytest.raises(RecordFrozen), issued.writing(an_act()) as uow:
        saved_header(uow.records, replace(kept, pdf="second"))
