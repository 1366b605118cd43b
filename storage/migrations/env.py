"""Run by Alembic. The connection comes from `storage.migrate`, already in a transaction."""

from __future__ import annotations

from alembic import context

from storage.sql.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,
)
context.run_migrations()
