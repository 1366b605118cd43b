"""The SQL tables of the mail platform. Their rows are encrypted (see `transcript`).

A module with further tables of this platform adds them to `META`, and is imported by
`registration`, so that `handrail db copy` takes them along.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

META = MetaData()
READER = Table(
    "mail_reader",
    META,
    # A keyed hash of the e-mail address.
    Column("person", String(128), primary_key=True),
    Column("owner", String(200), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    # The last day on which this row is kept, as `date.toordinal` counts.
    Column("last_day", Integer, nullable=False, index=True),
)
ENTRY = Table(
    "mail_entry",
    META,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("person", String(128), nullable=False, index=True),
    # A keyed hash of the person and the reference.
    Column("reference", String(128), nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("last_day", Integer, nullable=False, index=True),
)
# Whose keys are still to be destroyed: a crash may come between the rows and the keys.
OUTDATED = Table("mail_outdated", META, Column("owner", String(200), primary_key=True))
MAKING_TABLES = 7_204_160_515


async def make_tables(engine: AsyncEngine) -> None:
    """Creates the tables if they do not exist."""
    async with engine.begin() as db:
        if engine.dialect.name == "postgresql":
            # Several processes may start at once; one of them creates the tables.
            await db.execute(select(func.pg_advisory_xact_lock(MAKING_TABLES)))
        await db.run_sync(META.create_all)
