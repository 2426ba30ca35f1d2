"""Rows of master data: what was read must still stand."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.store.masters import Master, Saved, is_binned, put_in_bin, save, standing
from tests.support.stores import an_act

pytestmark = pytest.mark.every_engine

PERSON = Master("person", "name", ("name", "roles"))
RUTH, NOBODY = UUID(int=7), UUID(int=8)
VALUES = {"name": "Ruth", "roles": "rep"}


class TestSave:
    def test_gives_the_token_and_version_that_stand_in_the_file(self, store):
        with store.writing(an_act()) as uow:
            saved = save(uow.records, PERSON, RUTH, 0, VALUES)
            assert saved == standing(uow.records, PERSON, RUTH)
            again = save(uow.records, PERSON, RUTH, saved.version, VALUES)
        assert isinstance(again, Saved)
        assert again.version == 2
        assert again.rev != saved.rev

    def test_notes_who_made_it_and_who_changed_it(self, store):
        with store.writing(an_act()) as uow:
            save(uow.records, PERSON, RUTH, 0, VALUES)
            [(made_by, changed_by)] = uow.records.transaction.rows(
                "SELECT created_by, updated_by FROM person"
            )
        assert made_by == changed_by != ""


class TestBin:
    def test_says_whether_there_was_anything_to_move(self, store):
        with store.writing(an_act()) as uow:
            save(uow.records, PERSON, RUTH, 0, VALUES)
            assert put_in_bin(uow.records, PERSON, RUTH, binned=True)
            assert is_binned(uow.records, PERSON, RUTH)
            assert not put_in_bin(uow.records, PERSON, NOBODY, binned=True)
            assert not is_binned(uow.records, PERSON, NOBODY)
            assert standing(uow.records, PERSON, NOBODY) is None
