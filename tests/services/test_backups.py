from pathlib import Path

import pytest

from app.access.act import Act
from app.access.actor import Actor
from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.services import backups
from tests.support.stores import MOMENT, TODAY, a_store, an_act


def test_a_backup_lies_beside_the_file_and_is_listed(store):
    file = Path(store.name)

    made = backups.make(an_act(), file=file)

    assert made.parent.parent == file.parent
    assert backups.made(file) == (backups.Backup(made, MOMENT),)


def test_the_newest_stands_first(store):
    file = Path(store.name)
    first = backups.make(an_act(), file=file)
    second = backups.make(an_act(after=TODAY.resolution), file=file)

    assert [backup.file for backup in backups.made(file)] == [second, first]


def test_a_file_without_backups_has_none(store):
    assert backups.made(Path(store.name)) == ()


def test_who_may_not_make_backups_makes_none(store):
    rep = Actor(an_act().actor.id, "Rep", frozenset({Role.REP}), "A")

    with pytest.raises(NotPermittedHere):
        backups.make(Act(rep, MOMENT, TODAY), file=Path(store.name))

    assert backups.made(Path(store.name)) == ()


def test_before_an_import_the_day_has_a_backup_made_now_or_before(store):
    file = Path(store.name)
    with store.reading() as unit:
        first = backups.before_import(unit, an_act(), file=file)
        again = backups.before_import(unit, an_act(), file=file)
        tomorrow = backups.before_import(unit, an_act(after=TODAY.resolution), file=file)

    assert again == first
    assert [backup.file for backup in backups.made(file)] == [tomorrow, first]


def test_before_the_first_import_of_an_empty_file_there_is_nothing_to_keep(tmp_path):
    store = a_store(tmp_path, "new.db")
    with store.reading() as unit:
        assert backups.before_import(unit, an_act(), file=Path(store.name)) is None
    store.close()

    assert backups.made(Path(store.name)) == ()


def test_a_server_is_not_copied(store, tmp_path):
    with store.reading() as unit:
        assert backups.before_import(unit, an_act(), file=tmp_path / "no-file") is None
