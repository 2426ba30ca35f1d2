"""The first schema: whole, as the SQL each engine was given on the day it was frozen."""

from __future__ import annotations

from alembic import op

from app.store.migrations.frozen import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table and index; triggers and the search index are made after every migration."""
    connection = op.get_bind()
    for statement in statements("0001_first", connection.dialect.name):
        connection.exec_driver_sql(statement)
