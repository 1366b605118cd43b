"""Moves the tables of the platforms: installs, and the ways to people's chats.

On SQLite they are in a file beside the data, on PostgreSQL in the organisation's database.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from storage.trouble import RefusedError

AT_ONCE = 500
# Returns whether there are keys of this owner.
Knows = Callable[[str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class PlatformTables:
    """One platform's tables, and the `file` in the data folder where SQLite has them."""

    file: str
    tables: MetaData


async def carry_platform_tables(
    folder: Path | None,
    source: AsyncConnection,
    target: AsyncConnection,
    all_of: Sequence[PlatformTables],
    knows: Knows,
) -> Mapping[str, int]:
    """Copies the rows, sealed, within the target's own transaction; returns how many per table.

    They come from the files in `folder`, or (None) from the database of `source`. A file belongs to
    one organisation. A database may have others too, so only rows whose owner has keys that
    `knows` finds are copied. Raises RefusedError where a row did not arrive as it was.
    """
    counts = {}
    for one in all_of:
        await target.run_sync(one.tables.create_all)
        async with _opened(folder, source, one) as old:
            whose = None if folder is not None else OwnRows(knows)
            for table in in_order(one):
                if old is not None and await old.run_sync(has_table, table):
                    counts[table.name] = await carry_rows(old, target, table, whose)
    return counts


def in_order(one: PlatformTables) -> list[Table]:
    """Returns the tables, those with an owner first: see `OwnRows`."""
    return sorted(one.tables.sorted_tables, key=lambda table: "owner" not in table.c)


class OwnRows:
    """Tells which rows belong to this organisation: by the owner's keys, or by the person."""

    def __init__(self, knows: Knows) -> None:
        self._knows = knows
        self._people: set[Any] = set()

    async def is_ours(self, row: Mapping[str, Any]) -> bool:
        """True if a row is ours. Ask for tables with an owner first: they name the people."""
        if "owner" not in row:
            return row["person"] in self._people
        ours = await self._knows(row["owner"])
        if ours and "person" in row:
            self._people.add(row["person"])
        return ours


@asynccontextmanager
async def _opened(
    folder: Path | None, source: AsyncConnection, one: PlatformTables
) -> AsyncIterator[AsyncConnection | None]:
    async with AsyncExitStack() as stack:
        if folder is None:
            yield source
        elif not (folder / one.file).exists():
            yield None
        else:
            engine = make_engine(sqlite_in(folder / one.file))
            stack.push_async_callback(engine.dispose)
            yield await stack.enter_async_context(engine.begin())


def has_table(connection: Connection, table: Table) -> bool:
    return inspect(connection).has_table(table.name)


async def carry_rows(
    old: AsyncConnection, target: AsyncConnection, table: Table, whose: OwnRows | None
) -> int:
    own = _columns(table)
    insert: Any = postgresql.insert if target.dialect.name == "postgresql" else sqlite.insert
    found = (await old.stream(select(*own))).partitions(AT_ONCE)
    sent = set()
    async for part in found:
        rows = [dict(row._mapping) for row in part]
        if whose is not None:
            rows = [row for row in rows if await whose.is_ours(row)]
        if rows:
            await target.execute(insert(table).on_conflict_do_nothing(), rows)
        sent |= {tuple(row.values()) for row in rows}
    arrived = {tuple(row) async for row in await target.stream(select(*own))}
    if not sent <= arrived:
        raise RefusedError(f"{table.name} did not arrive as it was. Nothing was moved.")
    return len(sent)


def _columns(table: Table) -> list[Column[Any]]:
    """Leaves out a number that each database counts for itself."""
    return [column for column in table.c if column.autoincrement is not True]
