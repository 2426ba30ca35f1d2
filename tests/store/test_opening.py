from random import Random

import pytest

from app.store.faults import FileExists, FileMissing, FileNewer
from app.store.opening import create_store, open_store
from app.store.version import SCHEMA_VERSION
from tests.support.events import QUOTE, an_event
from tests.support.stores import MOMENT, an_act

random_bits = Random(5).getrandbits


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "company" / "office.db"
    with create_store(made, at=MOMENT, random_bits=random_bits) as store, store.writing(an_act()) as uow:
        uow.journal.append(an_event())
    return made


def stamped(file, version: int):
    from app.store.connection import connect

    raw = connect(file)
    raw.execute(f"PRAGMA user_version={version}")
    raw.shut()


class TestOpenStore:
    def test_opens_what_was_created(self, file):
        with open_store(file, at=MOMENT, random_bits=random_bits) as store, store.reading() as reading:
            assert len(reading.journal.of(QUOTE)) == 1
            assert store.refusal is None

    def test_a_newer_file_can_be_read_and_says_why_it_cannot_be_written(self, file):
        stamped(file, SCHEMA_VERSION + 1)
        with open_store(file, at=MOMENT, random_bits=random_bits) as store:
            with store.reading() as reading:
                assert len(reading.journal.of(QUOTE)) == 1
            assert isinstance(store.refusal, FileNewer)
            assert store.refusal.params["version"] == SCHEMA_VERSION + 1
            with pytest.raises(FileNewer), store.writing(an_act()):
                pass

    def test_a_missing_file_is_named_and_not_made(self, tmp_path):
        with pytest.raises(FileMissing) as refused:
            open_store(tmp_path / "none.db", at=MOMENT, random_bits=random_bits)
        assert refused.value.params["file"] == str(tmp_path / "none.db")
        assert not (tmp_path / "none.db").exists()


class TestCreateStore:
    def test_takes_no_files_place(self, file):
        before = file.read_bytes()
        with pytest.raises(FileExists):
            create_store(file, at=MOMENT, random_bits=random_bits)
        assert file.read_bytes() == before

    def test_a_left_over_of_a_stopped_creation_is_no_hindrance(self, tmp_path):
        (tmp_path / "a.db-new").write_text("half")
        create_store(tmp_path / "a.db", at=MOMENT, random_bits=random_bits).close()
        assert {path.name for path in tmp_path.iterdir()} == {"a.db"}
