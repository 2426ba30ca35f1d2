from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from app.store.migrations.difference import difference, migrated_from_nothing
from app.store.version import HEAD


def test_the_migrations_make_exactly_the_tables_in_the_code():
    with migrated_from_nothing() as connection:
        assert difference(connection).is_empty()
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").all() == [(HEAD,)]


def test_sees_a_column_that_only_the_file_has():
    with migrated_from_nothing() as connection:
        connection.exec_driver_sql("ALTER TABLE meta ADD COLUMN more TEXT")
        assert not difference(connection).is_empty()


def test_rebuilding_a_table_keeps_it_strict():
    with migrated_from_nothing() as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("command", recreate="always") as batch:
            batch.alter_column("name", new_column_name="verb")
        sql = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'command'").scalar_one()
        assert sql.rstrip().endswith("STRICT")
        assert "verb TEXT" in sql
