"""Heavy work beside people who write: an erase of everything, a retention sweep, an epoch turn.

Each is compared with the bare driver that changes the same rows, and says how long the answer to
somebody who writes takes meanwhile, beside the time that it takes alone.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.words import Words
from bot.run.assemble import Parts
from storage.data_folder import DATABASE
from storage.keys.location import KEY_STORE
from storage.sql.engine import PRAGMAS
from tests.benchmarks.figures import Reporter, ratios
from tests.benchmarks.house import SERIES
from tests.benchmarks.road.floor import ORG
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.population import Population
from tests.benchmarks.road.server import plain
from tests.benchmarks.road.whole_house import whole_house
from tests.benchmarks.road.work import answers, check_ins, handled, through_inbox
from tests.things import answer

DOUBLED = 2.0
BATCH = 500
# Between two people who write, in seconds.
PAUSE = 0.02
NONCE = 12
LIKE = "organisation, engagement_id, client_id, question, words, state, at, source"
COPY = (
    "{series} INSERT INTO answer ({like}, id, until, seal) "
    "SELECT {like}, 'copy' || i, {past}, seal FROM (SELECT * FROM answer LIMIT 1) AS one, {n}"
)
REMOVE = (
    "DELETE FROM answer WHERE organisation = {o} AND id IN "
    "(SELECT id FROM answer WHERE organisation = {o} AND until <= {o} LIMIT 500)"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """Rows of the work a second, and what somebody who writes waited for meanwhile (seconds)."""

    a_second: float
    waited: Sequence[float]


async def measure(population: Population, many: int, seconds: float, report: Reporter) -> None:
    """The population is used up. `seconds` are for those who write while nothing else happens."""
    platform = BenchPlatform()
    async with whole_house(population.folder, population.url, platform) as parts:
        await check_ins(parts, platform)
        await handled(parts, answers(population.clients[:1], population.zone, "first"))
    floor = _copied_answers(population, many, "floor")
    _copied_answers(population, many, "ours")
    keys = _many_keys if population.url is None else None
    async with whole_house(population.folder, population.url, platform) as parts:
        writer = Writer(parts, platform, population)
        alone = await writer.until(asyncio.sleep, seconds)
        swept = await writer.beside(lambda: _sweep(parts), many)
        _tell(report, f"retention sweep of {many:,} answers", swept, alone, floor)
        mine, floor = await _long_history(parts, population, max(1, many // 50))
        erased = await writer.beside(lambda: _erase(parts, population), mine)
        _tell(report, f"erase of everything, {mine:,} rows", erased, alone, floor)
        if keys is not None:
            floor = keys(parts, population.folder, many)
            turned = await writer.beside(lambda: _turn(parts), many)
            _tell(report, f"epoch turn of {many:,} keys", turned, alone, floor)


def _tell(
    report: Reporter, what: str, beside: Beside, alone: Sequence[float], floor: float
) -> None:
    report.told(f"{what}, rows a second", [beside.a_second])
    report.told(f"{what}, × the floor", ratios([beside.a_second], [floor]))
    if beside.waited:
        times = _late(beside.waited) / _late(alone)
        report.at_most(f"{what}: an answer meanwhile, p99, × alone", [times], DOUBLED)
        report.told(f"{what}: an answer meanwhile, p99", [_late(beside.waited) * 1000], "ms")


def _late(waited: Sequence[float]) -> float:
    return sorted(waited)[len(waited) * 99 // 100]


class Writer:
    """Clients who write one after the other, without haste, through the inbox."""

    def __init__(self, parts: Parts, platform: BenchPlatform, population: Population) -> None:
        self._parts, self._platform, self._population = parts, platform, population
        self._written = 0

    async def until(self, work: Callable[..., Awaitable[object]], *told: object) -> list[float]:
        working, waited = asyncio.ensure_future(work(*told)), list[float]()
        while not working.done():
            waited += await self._one()
            await asyncio.sleep(PAUSE)
        await working
        return waited

    async def beside(self, work: Callable[[], Awaitable[object]], rows: int) -> Beside:
        took = 0.0

        async def timed() -> None:
            nonlocal took
            began = time.perf_counter()
            await work()
            took = time.perf_counter() - began

        waited = await self.until(timed)
        return Beside(rows / took, waited)

    async def _one(self) -> list[float]:
        """The first client is the one who is erased, so they do not write."""
        clients = self._population.clients[1:]
        self._written += 1
        client = clients[self._written % len(clients)]
        (event,) = answers([client], self._population.zone, f"beside{self._written}")
        return await through_inbox(self._parts, self._platform, [event], 1)


async def _sweep(parts: Parts) -> None:
    """As ticks do it, one batch after the other, until there is nothing left to remove."""
    sweep = parts.bot.sweep
    sweep._swept_at = None
    while sweep._swept_at is None:
        await sweep.now()


async def _erase(parts: Parts, population: Population) -> None:
    await parts.bot.events.erase_for(population.clients[0])


async def _turn(parts: Parts) -> None:
    await parts.opened.keys.turn(datetime.now(UTC))


async def _long_history(parts: Parts, population: Population, many: int) -> tuple[int, float]:
    """Gives the first client so many answers. Returns their rows, and the floor's rows a second."""
    store, now = parts.opened.store, datetime.now(UTC)
    for start in range(0, many, BATCH):
        async with store.transaction() as tx:
            client = await tx.person_at(population.clients[0])
            assert client is not None
            (one,) = await tx.engagements_of(client.id)
            about = {"engagement_id": one.id, "client_id": client.id, "check_in": None}
            kept = {"words": Words("Kept"), "at": now, "until": one.keeps_until}
            for number in range(start, min(start + BATCH, many)):
                await tx.save_answer(answer(f"own{number}", source=f"s{number}", **about, **kept))
    return many, _floor_of_erase(population, many)


def _floor_of_erase(population: Population, rows: int) -> float:
    """The bare driver removes as many answers of one client in one commit; it is rolled back."""
    remove = "DELETE FROM answer WHERE organisation = {o} AND client_id = 'client0'"
    with closing(_bare(population)) as db:
        began = time.perf_counter()
        db.execute("BEGIN")
        _run(db, remove, ORG)
        took = time.perf_counter() - began
        db.execute("ROLLBACK")
    return rows / took


def _copied_answers(population: Population, many: int, whose: str) -> float:
    """Puts so many answers in whose time is over. The floor removes them at once, and is timed."""
    kind = "sqlite" if population.url is None else "postgresql"
    series, _, numbers = SERIES[kind].format(n=many).partition("|")
    past = datetime.now(UTC) - timedelta(days=1)
    told = f"'{past.replace(tzinfo=None).isoformat(timespec='microseconds')}Z'"
    sql = COPY.format(series=series, like=LIKE, past=told, n=numbers)
    with closing(_bare(population)) as db:
        db.execute(sql.encode() if kind == "postgresql" else sql)
        if whose != "floor":
            return 0.0
        now: object = datetime.now(UTC)
        if kind == "sqlite":
            now = f"{datetime.now(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
        began, removed = time.perf_counter(), 0
        while some := _run(db, REMOVE, ORG, ORG, now).rowcount:
            removed += some
        assert removed >= many, (removed, many)
        return removed / (time.perf_counter() - began)


def _many_keys(parts: Parts, folder: Path, many: int) -> float:
    """Puts so many keys into the key store, wrapped as real ones; returns the floor's rate.

    The floor unwraps and wraps each with AES-GCM, and writes all in one commit of the bare driver.
    """
    made = [parts.opened.keys._wrapped_new(f"owner{number}", 1) for number in range(many)]
    rows = [(key.id, key.owner, key.month, key.wrapped) for key in made]
    with closing(sqlite3.connect(folder / KEY_STORE, isolation_level=None)) as db:
        db.execute("PRAGMA busy_timeout = 10000")
        db.execute("BEGIN IMMEDIATE")
        into = "INSERT INTO data_key (id, owner, month, wrapped) VALUES (?, ?, ?, ?)"
        db.executemany(into, rows)
        db.execute("COMMIT")
        began = time.perf_counter()
        rewrapped = [(_rewrapped(), key.id) for key in made]
        db.execute("BEGIN IMMEDIATE")
        db.executemany("UPDATE data_key SET wrapped = ? WHERE id = ?", rewrapped)
        took = time.perf_counter() - began
        db.execute("ROLLBACK")
    return many / took


_OLD, _NEW = AESGCM(bytes(32)), AESGCM(bytes(range(32)))
_WRAPPED = _OLD.encrypt(bytes(NONCE), bytes(32), b"")


def _rewrapped() -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + _NEW.encrypt(nonce, _OLD.decrypt(bytes(NONCE), _WRAPPED, b""), b"")


def _bare(population: Population) -> Any:
    if population.url is not None:
        return psycopg.connect(plain(population.url), autocommit=True)
    db = sqlite3.connect(population.folder / DATABASE, isolation_level=None)
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    return db


def _run(db: Any, query: str, *values: object) -> Any:
    if isinstance(db, sqlite3.Connection):
        return db.execute(query.replace("{o}", "?"), values)
    return db.execute(query.replace("{o}", "%s").encode(), values)
