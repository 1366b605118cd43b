"""Brings a database to the schema of this version."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, func, inspect, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.sql.engine import make_sync_engine
from storage.sql.schema import metadata
from storage.trouble import RefusedError

MIGRATIONS = Path(__file__).parent / "migrations"
# The number of an advisory lock. The other locks of the data database are 64-bit hashes.
UPGRADING = 7_203


async def migrate(engine: AsyncEngine) -> None:
    """Upgrades to the newest schema, in a thread.

    Raises RefusedError, and changes nothing, for a schema that this version does not know.
    """
    await asyncio.to_thread(_upgrade, engine.url)


def is_newest(connection: Connection) -> bool:
    """True if the database has exactly the schema of this version."""
    found = set(MigrationContext.configure(connection).get_current_heads())
    return found == set(_scripts().get_heads())


def newest_revision() -> str:
    """Returns the name of this version's schema."""
    return str(_scripts().get_current_head())


def knows_revision(name: str) -> bool:
    """True for the schema of this version or an older one."""
    return name in {script.revision for script in _scripts().walk_revisions()}


@cache
def _scripts() -> ScriptDirectory:
    """Reads the migrations once in a process: no start changes them."""
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _alone(connection: Connection) -> None:
    """Makes other processes wait while this one upgrades."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(func.pg_advisory_xact_lock(UPGRADING)))


def _upgrade(url: URL) -> None:
    engine = make_sync_engine(url)
    try:
        with engine.begin() as connection:
            _alone(connection)
            known = {script.revision for script in _scripts().walk_revisions()}
            found = set(MigrationContext.configure(connection).get_current_heads())
            if not found <= known:
                raise RefusedError(
                    "The database was made by a newer Handrail than this one. Start that "
                    "version, or restore the backup made before the upgrade. "
                    "Nothing was changed."
                )
            if not found and set(inspect(connection).get_table_names()) & set(metadata.tables):
                raise RefusedError(
                    "The database has Handrail's tables, but does not say of which version. "
                    "Restore a whole backup, with the table alembic_version. Nothing was changed."
                )
            if found != set(_scripts().get_heads()):
                config = _config()
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
    finally:
        engine.dispose()
