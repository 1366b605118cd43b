"""One row with a value that nobody saved, and what it may not do to anybody else.

SQLite takes a value of any type in any column, so such a row is read by nobody.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from storage import OpenedStore
from tests.databases import opened
from tests.world import Chatter, World, joined

JUNK = "zzz"
# A sealed column with a number once became so many bytes.
MANY = 2**62


@dataclass
class Pair:
    """Mai with Daniel, and Lea with Rosa. Each of them has a check-in planned."""

    opened: OpenedStore
    world: World
    mai: Chatter
    daniel: Chatter
    lea: Chatter
    mais_id: str

    async def rows(self, table: str, where: str = "1 = 1", **known: Any) -> list[dict[str, Any]]:
        async with self.opened.store._engine.connect() as connection:
            found = await connection.execute(text(f'SELECT * FROM "{table}" WHERE {where}'), known)
            return [dict(row._mapping) for row in found]

    async def run(self, statement: str, **known: Any) -> None:
        async with self.opened.store._engine.begin() as connection:
            await connection.execute(text(statement), known)

    async def add(self, table: str, row: Mapping[str, Any]) -> None:
        columns = ", ".join(f'"{name}"' for name in row)
        values = ", ".join(f":{name}" for name in row)
        await self.run(f'INSERT INTO "{table}" ({columns}) VALUES ({values})', **row)

    async def put_back(self, table: str, row: Mapping[str, Any]) -> None:
        """Makes a row as it was."""
        values = ", ".join(f'"{name}" = :{name}' for name in row)
        await self.run(f'UPDATE "{table}" SET {values} WHERE "id" = :id', **row)

    async def add_changed(self, table: str, row: Mapping[str, Any], **values: Any) -> None:
        """Adds a copy of a row with a seal that nobody made."""
        seal = {"seal": "0" * 32} if "seal" in row else {}
        await self.add(table, {**row, **seal, **values})

    async def next_hours(self) -> list[str]:
        """The next hours of everybody. Returns who was sent a check-in in them."""
        before = len(self.world.platform.arrived)
        self.world.clock.at += timedelta(minutes=1)
        due = await self.world.bot.deliveries.next_due()
        if due is not None:
            await self.world.until(due + timedelta(hours=3))
        left = self.world.platform.arrived[before:]
        return sorted({one.to.user for one in left if one.message.template == "check-in"})


@asynccontextmanager
async def pair(folder: Path) -> AsyncIterator[Pair]:
    async with opened("sqlite", folder) as store:
        world = World(store.store)
        mai, daniel = await joined(world, client="mai", coach="daniel")
        lea, _ = await joined(world, "Lea", "Rosa", client="lea", coach="rosa")
        async with world.store.transaction() as tx:
            found = await tx.person_at(mai.address)
        assert found is not None
        yield Pair(store, world, mai, daniel, lea, found.id)
