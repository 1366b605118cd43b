"""Several processes on one PostgreSQL: they start one after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.schema import keyring
from storage.trouble import RefusedError


@asynccontextmanager
async def starting_alone(engine: AsyncEngine, organisation: str) -> AsyncIterator[None]:
    """Others wait until the block ends, or until this process dies in any way."""
    name = func.hashtextextended(f"{organisation}|starting", 0)
    async with engine.connect() as connection, connection.begin():
        await connection.execute(select(func.pg_advisory_xact_lock(name)))
        yield


async def refuse_keys_beside_data(engine: AsyncEngine) -> None:
    """Raises RefusedError where the database holds the keys, under whatever name it was called."""
    async with engine.connect() as connection:
        if await _is_there(connection, "data_key"):
            raise RefusedError(
                "The database of HANDRAIL_DATABASE_URL holds the keys too. Whoever has a copy of "
                "it would have both: give the keys a database and a role of their own."
            )


async def has_written(engine: AsyncEngine, organisation: str) -> bool:
    """Whether this database holds anything that was written with keys of the organisation."""
    async with engine.connect() as connection:
        if not await _is_there(connection, keyring.name):
            return False
        mine = select(keyring.c.mark).where(keyring.c.organisation == organisation)
        return (await connection.execute(mine)).first() is not None


async def _is_there(connection: AsyncConnection, table: str) -> bool:
    return (await connection.execute(select(func.to_regclass(table)))).scalar() is not None
