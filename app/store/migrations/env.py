"""What Alembic runs for every migration: on the connection it was handed, inside the caller's transaction."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["tables"],
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
