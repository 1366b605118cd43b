"""A PostgreSQL with two databases and worker processes on it, which a test can kill."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from storage import OpenedStore, open_store
from tests.databases import new_database

ENDED = ("sent", "unconfirmed", "withheld", "dropped", "not_delivered")


@dataclass
class Cluster:
    """`folder` holds the epochs that every worker is given."""

    folder: Path
    peer: str
    data: str = field(default_factory=new_database)
    keys: str = field(default_factory=new_database)
    workers: list[asyncio.subprocess.Process] = field(default_factory=list)
    kills: int = 0
    # False where nobody can look up on the platform what a crash left behind.
    looks_up: bool = True

    @asynccontextmanager
    async def store(self) -> AsyncIterator[OpenedStore]:
        opened = await open_store(
            self.folder / "here", self.data, "org", keys_url=self.keys, epochs=self.folder / "e"
        )
        try:
            yield opened
        finally:
            await opened.close()

    async def start(self, *, short: bool) -> asyncio.subprocess.Process:
        place = self.folder / f"worker-{len(self.workers)}-{self.kills}"
        environment = os.environ | {
            "HANDRAIL_DATA": str(place),
            "HANDRAIL_DATABASE_URL": self.data,
            "HANDRAIL_KEYS_URL": self.keys,
            "HANDRAIL_EPOCHS": str(self.folder / "e"),
            "HANDRAIL_ORGANISATION": "org",
            "HANDRAIL_PORT": "0",
        }
        with (self.folder / "log").open("ab") as log:
            worker = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.scaled.worker",
                self.peer,
                *(["SHORT"] if short else []),
                *([] if self.looks_up else ["BLIND"]),
                env=environment,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=log,
            )
        self.workers.append(worker)
        return worker

    async def kill_one(self, chance: random.Random, *, short: bool) -> None:
        """Kills a worker with SIGKILL, and starts another one in its place."""
        victim = chance.choice(self.workers)
        self.workers.remove(victim)
        victim.send_signal(signal.SIGKILL)
        await victim.wait()
        self.kills += 1
        await self.start(short=short)

    async def end(self, *, kindly: bool = True) -> None:
        for worker in self.workers:
            if worker.returncode is None:
                worker.send_signal(signal.SIGTERM if kindly else signal.SIGKILL)
        for worker in self.workers:
            await worker.wait()

    async def states(self) -> dict[str, int]:
        """Returns how many deliveries are in each state."""
        query = "SELECT state, count(*) FROM delivery WHERE kind = 'step_prompt' GROUP BY state"
        rows = await asyncio.to_thread(_rows, self.data, query)
        return {str(state): int(count) for state, count in rows}

    async def open(self) -> int:
        found = await self.states()
        return sum(count for state, count in found.items() if state not in ENDED)

    async def sent(self) -> set[str]:
        rows = await asyncio.to_thread(
            _rows, self.data, "SELECT id FROM delivery WHERE state = 'sent'"
        )
        return {str(one) for (one,) in rows}

    async def passes(self, time: str) -> None:
        """Moves what has left into the past, by a length of time as PostgreSQL reads it."""
        moved = f"UPDATE delivery SET begun_at = begun_at - interval '{time}' RETURNING id"
        await asyncio.to_thread(_rows, self.data, moved)

    def log(self) -> str:
        file = self.folder / "log"
        return file.read_text() if file.exists() else ""


def _rows(url: str, query: str) -> list[tuple[Any, ...]]:
    plain = url.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(plain) as connection:
        return connection.execute(query.encode()).fetchall()
