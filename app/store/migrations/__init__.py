"""The migrations of the schema, one module each in `versions`, run by Alembic; see `app.store.upgrade`.

A new migration: change the tables, then write the next module by hand or from Alembic's proposal
(``python -m app.store.migrations.freeze --propose``), raise `app.store.version.SCHEMA_VERSION`, and add a
golden file of the version before to the tests. A released migration never changes.
"""
