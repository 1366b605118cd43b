"""Alembic runs this. `storage.migrate` gives the connection, already in a transaction."""

from __future__ import annotations

from alembic import context

from storage.sql.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,
)
context.run_migrations()
