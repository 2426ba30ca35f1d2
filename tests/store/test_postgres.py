import pytest

from app.store.creation import create_on_server
from app.store.engine import server_transaction
from app.store.faults import FileNewer, FileOlder, FileReadOnly, NotOurDatabase, ServerUnreachable
from app.store.migrations.difference import difference
from app.store.opening import open_store
from app.store.postgres import PostgresServer, is_server
from app.store.upgrade import upgrade_server
from tests.support.stores import MOMENT, an_act


def emptied(server):
    run(server, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")


def run(server, *statements):
    with server_transaction(server) as connection:
        for sql in statements:
            connection.exec_driver_sql(sql)


def test_knows_a_server_from_a_file():
    assert is_server("postgresql://host/db")
    assert not is_server("office.db")


def test_a_server_that_does_not_answer_is_named_without_its_password():
    with pytest.raises(ServerUnreachable) as refused:
        PostgresServer("postgresql://me:secret@127.0.0.1:1/none")
    assert "secret" not in str(refused.value)
    assert "127.0.0.1" in refused.value.params["server"]


@pytest.mark.server
class TestPostgresServer:
    def test_an_empty_database_is_none_of_ours(self, server):
        emptied(server)
        with pytest.raises(NotOurDatabase):
            PostgresServer(server)

    def test_an_older_schema_is_refused_a_newer_one_is_read_only(self, server):
        emptied(server)
        create_on_server(server, at=MOMENT, random_bits=lambda bits: 1)
        run(server, "UPDATE alembic_version SET version_num = '0000'")
        with pytest.raises(FileOlder):
            PostgresServer(server)
        run(server, "UPDATE alembic_version SET version_num = '9999'")
        with open_store(server, at=MOMENT, random_bits=lambda bits: 1) as store:
            assert isinstance(store.refusal, FileNewer)

    def test_the_migrations_make_exactly_the_tables_in_the_code(self, server):
        emptied(server)
        upgrade_server(server)
        with server_transaction(server) as connection:
            assert difference(connection).is_empty()

    def test_a_reader_cannot_write(self, server_store):
        with pytest.raises(FileReadOnly), server_store.reading() as reading:
            reading.records.transaction.rows("DELETE FROM meta")

    def test_what_a_stopped_command_wrote_is_gone(self, server_store):
        with pytest.raises(ZeroDivisionError), server_store.writing(an_act()) as uow:
            _write_and_fail(uow)
        with server_store.reading() as reading:
            assert reading.records.transaction.rows("SELECT 1 FROM meta WHERE name = 'x'") == []


def _write_and_fail(uow):
    uow.records.transaction.rows("INSERT INTO meta VALUES ('x', 'y')")
    raise ZeroDivisionError
