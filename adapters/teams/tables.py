"""The two tables of Teams, and how their database is opened. Nothing readable stands in them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    event,
    func,
    select,
)
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

META = MetaData()
CHAT = Table(
    "teams_chat",
    META,
    Column("person", String(128), primary_key=True),
    Column("owner", String(200), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    # The day on which they were last heard of, as `date.toordinal` counts.
    Column("day", Integer, nullable=False, index=True),
)
OWN = Table(
    "teams_own_message",
    META,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("person", String(128), nullable=False, index=True),
    Column("message", String(128), nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("day", Integer, nullable=False, index=True),
)
MAKING_TABLES = 7_204_160_512
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=10000")


def make_engine(url: str) -> AsyncEngine:
    """`url` with its driver. Errors hold no values, and a commit survives a power cut."""
    engine = create_async_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _set_pragmas)
    return engine


async def make_tables(engine: AsyncEngine) -> None:
    """Where they are missing."""
    async with engine.begin() as db:
        if engine.dialect.name == "postgresql":
            # Several processes may begin at once, and the tables are made by one of them.
            await db.execute(select(func.pg_advisory_xact_lock(MAKING_TABLES)))
        await db.run_sync(META.create_all)


def _set_pragmas(connection: Any, record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
