"""The floor on PostgreSQL: one connection of psycopg in pipeline mode, with prepared statements."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import psycopg

from bot.domain.people import Address
from storage.keys.location import KEY_STORE
from tests.benchmarks.road import floor
from tests.benchmarks.road.floor import BATCH, BY_COACH, BY_OWNER, ORG, Due, Incoming, Times, groups
from tests.benchmarks.road.floor_seals import FloorSeals
from tests.benchmarks.road.floor_sqlite import KEYS
from tests.benchmarks.road.server import plain

Cursor = psycopg.AsyncCursor[tuple[Any, ...]]
CLAIM = (
    "WITH due AS (SELECT id FROM delivery WHERE organisation = {o} "
    "AND state IN ('planned', 'claimed') AND state = 'planned' AND due_at <= {o} "
    "AND kind = 'check_in' ORDER BY due_at, id LIMIT {o} "
    "FOR UPDATE SKIP LOCKED) UPDATE delivery SET state = 'claimed', claimed_at = {o}, "
    "claimed_by = 'floor', begun_at = NULL WHERE organisation = {o} "
    'AND id IN (SELECT id FROM due) RETURNING id, "to", owner, workspace'
)
LOCK = "SELECT pg_advisory_xact_lock_shared(hashtextextended({o}, 0))"


@asynccontextmanager
async def opened(
    folder: Path, url: str, clients: Sequence[Address]
) -> AsyncIterator[PostgresqlFloor]:
    connecting = psycopg.AsyncConnection.connect(plain(url), autocommit=True, prepare_threshold=1)
    with closing(sqlite3.connect(folder / KEY_STORE, isolation_level=None)) as keys:
        async with await connecting as connection:
            made = PostgresqlFloor(connection, keys)
            made.seals.prepare(floor.owners(clients))
            yield made


class PostgresqlFloor:
    def __init__(self, db: psycopg.AsyncConnection[Any], keys: sqlite3.Connection) -> None:
        self._db, self._keys = db, keys
        self.seals, self.times = FloorSeals(), Times.of_now()

    async def check_ins(self, group: int) -> int:
        sent = 0
        while claimed := await self._claim():
            sent += len(claimed)
            for some in groups(claimed, group):
                await self._gate(some)
                await asyncio.gather(*(asyncio.sleep(0) for _ in some))
                await self._settle(some)
        return sent

    async def answers(self, group: int) -> int:
        incoming = await self._incoming("a")
        for some in groups(incoming, group):
            await self._answer(some, [])
        return len(incoming)

    async def through_inbox(self, group: int) -> int:
        incoming = await self._incoming("b")
        for some in groups(incoming, group):
            numbers = await self._take_in(some)
            await self._next(some, numbers)
            await self._answer(some, numbers)
            await asyncio.sleep(0)
            await self._drop(numbers)
        return len(incoming)

    async def _claim(self) -> list[Due]:
        now, later, end, slot = *_times(self.times), self.times.slot
        async with self._db.transaction():
            found = await self._run(CLAIM, ORG, now, BATCH, now, ORG)
            claimed = [Due(*row) for row in await found.fetchall()]
            whose = [one.owner for one in claimed]
            async with self._db.pipeline():
                reads = [await self._run(floor.HALT, ORG)]
                reads += [await self._many(query, whose) for query in floor.IN_CLAIM]
                for one in claimed:
                    row = ORG, os.urandom(16).hex(), one.to, one.owner, slot, later, end, later
                    await self._run(floor.PLAN, *row, one.workspace, self.seals.row())
                await _fetched(reads)
        self._warm([one.to for one in claimed])
        for one in claimed:
            self.seals.open(one.to, 4)
            self.seals.check(3)
        return claimed

    async def _gate(self, some: Sequence[Due]) -> None:
        owners, coaches = [one.owner for one in some], [one.coach for one in some]
        async with self._db.pipeline():
            await self._run("BEGIN")
            reads = [await self._run(floor.LANE, ORG, some[0].workspace)]
            reads += [await self._run(floor.HALT, ORG)]
            reads += [await self._many(floor.PERSON, [one.to for one in some])]
            reads += [await self._many(query, owners) for query in BY_OWNER]
            reads += [await self._many(query, coaches) for query in BY_COACH]
            begun = [await self._run(floor.BEGIN, self.times.now, ORG, one.id) for one in some]
            await _fetched(reads)
            for one in some:
                self.seals.open_client(one.to, one.owner)
            await self._run("COMMIT")
        assert all(one.rowcount == 1 for one in begun)

    async def _settle(self, some: Sequence[Due]) -> None:
        now, later, _ = _times(self.times)
        async with self._db.pipeline():
            await self._run("BEGIN")
            for who in sorted(one.to for one in some):
                await self._run(LOCK, who)
            settled = [await self._run(floor.SETTLE, now, ORG, one.id) for one in some]
            for one in some:
                await self._save_person(one.to)
                row = ORG, one.owner, one.owner, one.to, self.seals.seal(one.to), now, later
                await self._run(floor.SAVE_ASKING, *row, self.seals.row())
            await self._run("COMMIT")
        assert all(one.rowcount == 1 for one in settled)

    async def _answer(self, some: Sequence[Incoming], numbers: Sequence[int]) -> None:
        now, later, _ = _times(self.times)
        self._warm([who for one in some for who in (one.due.to, one.due.coach)])
        async with self._db.pipeline():
            await self._run("BEGIN")
            for number in numbers:
                await self._run(floor.HANDLED, ORG, number)
            reads = list[Cursor]()
            for one in some:
                reads += await self._reads_of(one)
            await _fetched(reads)
            for one in some:
                due = one.due
                self.seals.open_client(due.to, due.owner)
                self.seals.open(due.coach, 1)
                row = ORG, os.urandom(16).hex(), due.owner, due.to, due.id, self.seals.seal(due.to)
                source = self.seals.named(one.event)
                await self._run(floor.SAVE_ANSWER, *row, now, source, later, self.seals.row())
                await self._save_person(due.to)
            await self._run("COMMIT")

    async def _reads_of(self, one: Incoming) -> list[Cursor]:
        for name in (f"e{one.event}", f"m{one.event}"):
            await self._run(floor.SEEN, ORG, self.seals.named(name), self.times.now)
        await self._run(LOCK, one.due.to)
        reads = [await self._run(floor.BY_ADDRESS, ORG, one.digest)]
        reads += [await self._run(floor.ASKED, ORG, one.due.id)]
        reads += [await self._many(query, [one.due.owner]) for query in BY_OWNER[:3]]
        return [*reads, await self._many(floor.PERSON, [one.due.coach])]

    async def _take_in(self, some: Sequence[Incoming]) -> list[int]:
        self._warm(["inbox"])
        async with self._db.pipeline():
            await self._run("BEGIN")
            taken = list[Cursor]()
            for one in some:
                row = ORG, self.seals.named(f"i{one.event}"), self.seals.named(one.due.to)
                sealed = self.seals.seal("inbox"), self.times.now, self.seals.row()
                taken.append(await self._run(floor.TAKE_IN, *row, *sealed))
            await self._run("COMMIT")
            return [row[0] for one in taken for row in await one.fetchall()]

    async def _next(self, some: Sequence[Incoming], numbers: Sequence[int]) -> None:
        async with self._db.pipeline():
            await self._run("BEGIN")
            places = [self.seals.named(one.due.to) for one in some]
            reads = [await self._run(floor.NEXT, ORG, place) for place in places]
            await _fetched(reads)
            for number in numbers:
                self.seals.open("inbox", 1)
                await self._run(floor.TRIED, ORG, number)
            await self._run("COMMIT")

    async def _drop(self, numbers: Sequence[int]) -> None:
        async with self._db.pipeline():
            for number in numbers:
                await self._run(floor.DROP, ORG, number)

    async def _incoming(self, tag: str) -> list[Incoming]:
        query = "SELECT id, address_digest FROM person WHERE organisation = {o}"
        digests: dict[str, str] = dict(await (await self._run(query, ORG)).fetchall())
        sent = [Due(*row) for row in await (await self._run(floor.SENT, ORG)).fetchall()]
        return [Incoming(one, f"{tag}{one.to}", digests[one.to]) for one in sent]

    async def _save_person(self, who: str) -> None:
        values = [self.seals.seal(who) for _ in range(4)]
        await self._run(floor.SAVE_PERSON, *values, self.seals.row(), ORG, who)

    def _warm(self, owners: list[str]) -> None:
        unknown = [one for one in owners if one not in self.seals.keys]
        if unknown:
            self._keys.execute(KEYS, (json.dumps(unknown),)).fetchall()
            self.seals.unwrap(unknown)

    async def _run(self, query: str, *values: object) -> Cursor:
        cursor = self._db.cursor(binary=True)
        await cursor.execute(query.replace("{o}", "%s").encode(), values)
        return cursor

    async def _many(self, query: str, ids: Sequence[str]) -> Cursor:
        if len(ids) == 1:
            return await self._run(query.replace("{at}", "= {o}"), ORG, ids[0])
        return await self._run(query.replace("{at}", "= ANY({o})"), ORG, list(ids))


def _times(times: Times) -> tuple[Any, Any, Any]:
    return times.now, times.later, times.end


async def _fetched(reads: Sequence[Cursor]) -> None:
    for one in reads:
        await one.fetchall()
