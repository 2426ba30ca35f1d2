"""People who may work in the file."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from app.access.roles import Role
from app.store.masters import CodeTaken
from app.store.repositories.users import Person, UnknownPerson
from tests.support.stores import an_act

pytestmark = pytest.mark.every_engine

RUTH = Person(UUID(int=7), "Ruth", frozenset({Role.REP, Role.MANAGER}))


class TestUsers:
    def test_come_back_with_their_roles(self, store):
        with store.writing(an_act()) as uow:
            ruth = uow.users.save(RUTH)
            assert uow.users.by_name("Ruth") == ruth
            assert uow.users.all() == (ruth,)

    def test_share_no_name(self, store):
        with store.writing(an_act()) as uow:
            uow.users.save(RUTH)
            with pytest.raises(CodeTaken):
                uow.users.save(replace(RUTH, id=UUID(int=8)))

    def test_are_unknown_once_they_left(self, store):
        with store.writing(an_act()) as uow:
            ruth = uow.users.save(RUTH)
            uow.users.leave(ruth.id)
            assert uow.users.all() == ()
            with pytest.raises(UnknownPerson):
                uow.users.by_name("Ruth")
