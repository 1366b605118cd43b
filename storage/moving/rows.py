"""Copies the rows of one table, sealed as they are, and compares what arrived."""

from __future__ import annotations

import hashlib

from sqlalchemy import Table, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.trouble import RefusedError

AT_ONCE = 500
WHOLE = 1 << 256


async def refuse_what_is_there(target: AsyncConnection, table: Table, organisation: str) -> None:
    there = select(table.c.organisation).where(table.c.organisation == organisation).limit(1)
    if (await target.execute(there)).first() is not None:
        raise RefusedError(
            "The new database holds this organisation already. Was it moved before? Then set "
            "HANDRAIL_DATABASE_URL and start. Nothing was moved."
        )


async def carry(
    source: AsyncConnection, target: AsyncConnection, table: Table, organisation: str
) -> None:
    rows = await source.stream(select(table).where(table.c.organisation == organisation))
    async for part in rows.partitions(AT_ONCE):
        # By key: a row has the names of the database, which two columns do not have here.
        names = table.c.keys()
        await target.execute(insert(table), [dict(zip(names, row, strict=True)) for row in part])


async def checksum(connection: AsyncConnection, table: Table, organisation: str) -> tuple[int, int]:
    """Returns the number of rows, and a checksum that does not depend on their order."""
    count, total = 0, 0
    rows = await connection.stream(select(table).where(table.c.organisation == organisation))
    async for part in rows.partitions(AT_ONCE):
        for row in part:
            found = hashlib.sha256(repr([_plain(value) for value in row]).encode()).digest()
            total = (total + int.from_bytes(found)) % WHOLE
            count += 1
    return count, total


def _plain(value: object) -> object:
    """Returns the bytes of a sealed value, which its repr hides."""
    return getattr(value, "data", value)


async def go_on_counting(target: AsyncConnection, table: Table) -> None:
    """Sets the sequence of a PostgreSQL table to its highest number."""
    column = next((c for c in table.c if c.autoincrement is True), None)
    if column is None or target.dialect.name != "postgresql":
        return
    highest = (await target.execute(select(func.max(column)))).scalar()
    if highest is not None:
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        await target.execute(select(func.setval(sequence, highest)))
