"""The floor on SQLite: the driver in one thread, one trip to it for each transaction."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.domain.people import Address
from storage.data_folder import DATABASE
from storage.keys.location import KEY_STORE
from storage.sql.engine import PRAGMAS
from tests.benchmarks.road import floor
from tests.benchmarks.road.floor import BATCH, BY_COACH, BY_OWNER, ORG, Due, Incoming, Times, groups
from tests.benchmarks.road.floor_seals import FloorSeals

T = TypeVar("T")
KEYS = "SELECT * FROM data_key WHERE owner IN (SELECT value FROM json_each(?))"
CLAIM = (
    "UPDATE delivery SET state = 'claimed', claimed_at = ?, claimed_by = 'floor', begun_at = NULL "
    "WHERE organisation = ? AND id IN (SELECT id FROM delivery WHERE organisation = ? "
    "AND state IN ('planned', 'claimed') AND state = 'planned' AND due_at <= ? "
    "AND kind = 'check_in' ORDER BY due_at, id LIMIT ?) "
    'RETURNING id, "to", owner, workspace'
)


@asynccontextmanager
async def opened(folder: Path, clients: Sequence[Address]) -> AsyncIterator[SqliteFloor]:
    with ThreadPoolExecutor(1) as thread:
        made = SqliteFloor(folder, thread)
        made.seals.prepare(floor.owners(clients))
        await made.run(made.open)
        try:
            yield made
        finally:
            await made.run(made.close)


class SqliteFloor:
    def __init__(self, folder: Path, thread: ThreadPoolExecutor) -> None:
        self._folder, self._thread = folder, thread
        self.seals, self.times = FloorSeals(), Times.of_now()

    async def run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def open(self) -> None:
        self._db = sqlite3.connect(self._folder / DATABASE, isolation_level=None)
        for pragma in PRAGMAS:
            self._db.execute(f"PRAGMA {pragma}")
        self._keys = sqlite3.connect(self._folder / KEY_STORE, isolation_level=None)

    def close(self) -> None:
        self._db.close()
        self._keys.close()

    async def check_ins(self, group: int) -> int:
        sent = 0
        while claimed := await self.run(self._claim):
            sent += len(claimed)
            for some in groups(claimed, group):
                await self.run(lambda some=some: self._gate(some))  # type: ignore[misc]
                await asyncio.gather(*(asyncio.sleep(0) for _ in some))
                await self.run(lambda some=some: self._settle(some))  # type: ignore[misc]
        return sent

    async def answers(self, group: int) -> int:
        incoming = await self.run(lambda: self._incoming("a"))
        for some in groups(incoming, group):
            await self.run(lambda some=some: self._answer(some, []))  # type: ignore[misc]
        return len(incoming)

    async def through_inbox(self, group: int) -> int:
        incoming = await self.run(lambda: self._incoming("b"))
        for some in groups(incoming, group):
            numbers = await self.run(lambda some=some: self._take_in(some))  # type: ignore[misc]
            await self.run(lambda some=some, n=numbers: self._work_off(some, n))  # type: ignore[misc]
            await asyncio.sleep(0)
            await self.run(lambda n=numbers: self._drop(n))  # type: ignore[misc]
        return len(incoming)

    def _claim(self) -> list[Due]:
        db, at = self._db, self.times
        now, later, end = map(_text, (at.now, at.later, at.end))
        db.execute("BEGIN IMMEDIATE")
        self._read(floor.HALT, ORG)
        found = db.execute(CLAIM, (now, ORG, ORG, now, BATCH)).fetchall()
        claimed = [Due(*row) for row in found]
        whose = json.dumps([one.owner for one in claimed])
        for query in floor.IN_CLAIM:
            self._read_many(query, whose)
        rows = [
            (
                *(ORG, os.urandom(16).hex(), one.to, one.owner, at.slot, later, end, later),
                *(one.workspace, self.seals.row()),
            )
            for one in claimed
        ]
        db.executemany(_filled(floor.PLAN), rows)
        db.execute("COMMIT")
        self._warm([one.to for one in claimed])
        for one in claimed:
            self.seals.open(one.to, 4)
            self.seals.check(3)
        return claimed

    def _gate(self, some: Sequence[Due]) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        self._read(floor.LANE, ORG, some[0].workspace)
        self._read(floor.HALT, ORG)
        reads = [(floor.PERSON, [one.to for one in some])]
        reads += [(query, [one.owner for one in some]) for query in BY_OWNER]
        reads += [(query, [one.coach for one in some]) for query in BY_COACH]
        for query, ids in reads:
            if len(ids) == 1:
                self._read(query.replace("{at}", "= {o}"), ORG, ids[0])
            else:
                self._read_many(query, json.dumps(ids))
        now = _text(self.times.now)
        for one in some:
            self.seals.open_client(one.to, one.owner)
            assert self._db.execute(_filled(floor.BEGIN), (now, ORG, one.id)).rowcount == 1
        self._db.execute("COMMIT")

    def _settle(self, some: Sequence[Due]) -> None:
        now, later = _text(self.times.now), _text(self.times.later)
        self._db.execute("BEGIN IMMEDIATE")
        for one in some:
            assert self._db.execute(_filled(floor.SETTLE), (now, ORG, one.id)).rowcount == 1
            self._save_person(one.to)
            row = ORG, one.owner, one.owner, one.to, self.seals.seal(one.to), now, later
            self._db.execute(_filled(floor.SAVE_ASKING), (*row, self.seals.row()))
        self._db.execute("COMMIT")

    def _answer(self, some: Sequence[Incoming], numbers: Sequence[int]) -> None:
        now, later = _text(self.times.now), _text(self.times.later)
        self._db.execute("BEGIN IMMEDIATE")
        for number in numbers:
            self._db.execute(_filled(floor.HANDLED), (ORG, number))
        for one in some:
            due = one.due
            for name in (f"e{one.event}", f"m{one.event}"):
                self._db.execute(_filled(floor.SEEN), (ORG, self.seals.named(name), now))
            assert self._read(floor.BY_ADDRESS, ORG, one.digest)
            self._read(floor.ASKED, ORG, due.id)
            for query in BY_OWNER[:3]:
                self._read(query.replace("{at}", "= {o}"), ORG, due.owner)
            self._read(floor.PERSON.replace("{at}", "= {o}"), ORG, due.coach)
            self._warm([due.to, due.coach])
            self.seals.open_client(due.to, due.owner)
            self.seals.open(due.coach, 1)
            row = ORG, os.urandom(16).hex(), due.owner, due.to, due.id, self.seals.seal(due.to)
            more = now, self.seals.named(one.event), later, self.seals.row()
            self._db.execute(_filled(floor.SAVE_ANSWER), (*row, *more))
            self._save_person(due.to)
        self._db.execute("COMMIT")

    def _take_in(self, some: Sequence[Incoming]) -> list[int]:
        now, numbers = _text(self.times.now), list[int]()
        self._warm(["inbox"])
        self._db.execute("BEGIN IMMEDIATE")
        for one in some:
            row = ORG, self.seals.named(f"i{one.event}"), self.seals.named(one.due.to)
            sealed = self.seals.seal("inbox"), now, self.seals.row()
            taken = self._db.execute(_filled(floor.TAKE_IN), (*row, *sealed))
            numbers.append(taken.fetchone()[0])
        self._db.execute("COMMIT")
        return numbers

    def _work_off(self, some: Sequence[Incoming], numbers: Sequence[int]) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        for one, number in zip(some, numbers, strict=True):
            assert self._read(floor.NEXT, ORG, self.seals.named(one.due.to))
            self.seals.open("inbox", 1)
            self._db.execute(_filled(floor.TRIED), (ORG, number))
        self._db.execute("COMMIT")
        self._answer(some, numbers)

    def _drop(self, numbers: Sequence[int]) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        for number in numbers:
            self._db.execute(_filled(floor.DROP), (ORG, number))
        self._db.execute("COMMIT")

    def _incoming(self, tag: str) -> list[Incoming]:
        query = "SELECT id, address_digest FROM person WHERE organisation = ?"
        digests = dict(self._db.execute(query, (ORG,)).fetchall())
        sent = [Due(*row) for row in self._db.execute(_filled(floor.SENT), (ORG,))]
        return [Incoming(one, f"{tag}{one.to}", digests[one.to]) for one in sent]

    def _save_person(self, who: str) -> None:
        values = [self.seals.seal(who) for _ in range(4)]
        self._db.execute(_filled(floor.SAVE_PERSON), (*values, self.seals.row(), ORG, who))

    def _warm(self, owners: list[str]) -> None:
        unknown = [one for one in owners if one not in self.seals.keys]
        if unknown:
            self._keys.execute(KEYS, (json.dumps(unknown),)).fetchall()
            self.seals.unwrap(unknown)

    def _read(self, query: str, *values: str) -> list[tuple[object, ...]]:
        return self._db.execute(_filled(query), values).fetchall()

    def _read_many(self, query: str, ids: str) -> None:
        many = query.replace("{at}", "IN (SELECT value FROM json_each({o}))")
        self._db.execute(_filled(many), (ORG, ids)).fetchall()


def _filled(query: str) -> str:
    return query.replace("{o}", "?")


def _text(at: datetime) -> str:
    return f"{at.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
