"""Runs Handrail's own commands as processes, with a Slack that others wrote."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from bot.domain.delivery import DeliveryState, Kind
from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from storage.sql.schema import delivery
from tests.databases import new_database
from tests.peers.local_slack import APP, SECRET, LocalSlack, free_port, local_slack

STARTING = 60.0


@dataclass
class Handrail:
    """The processes. `ways`: ("run",) on SQLite, ("serve", "worker") on PostgreSQL."""

    folder: Path
    slack: LocalSlack
    port: int
    mode: str
    ways: Sequence[str]
    given: dict[str, str]
    processes: list[asyncio.subprocess.Process] = field(default_factory=list)

    @property
    def _file(self) -> Path:
        return self.folder / "ahead"

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    def environment(self) -> dict[str, str]:
        token = {"HANDRAIL_SLACK_API": self.slack.api, "HANDRAIL_SLACK_BOT_TOKEN": "xoxb-local"}
        way = (
            {"HANDRAIL_SLACK_APP_TOKEN": f"xapp-1-{APP}-local"}
            if self.mode == "socket"
            else {"HANDRAIL_SLACK_SIGNING_SECRET": SECRET}
        )
        return os.environ | token | way | self.given

    async def start(self) -> None:
        self._file.write_text("0", encoding="ascii")
        for way in self.ways:
            port = self.port if way != "worker" else 0
            await self._start(way, {"HANDRAIL_PORT": str(port), "HANDRAIL_WATCH_PORT": "0"})

    async def end(self) -> None:
        for process in self.processes:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes:
            await asyncio.wait_for(process.wait(), STARTING)
        self.processes.clear()

    async def says(self, *command: str) -> str:
        """Runs another `handrail` command. Returns both of its outputs."""
        process = await asyncio.create_subprocess_exec(
            *self._command(*command),
            env=self.environment() | {"HANDRAIL_PORT": "0"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await asyncio.wait_for(process.communicate(), STARTING)
        return said.decode()

    async def until_due(self, kind: Kind) -> None:
        """Moves the clock of all processes to the next planned delivery of this kind."""
        due = await self._due(kind)
        self._file.write_text(str((due - datetime.now(UTC)).total_seconds() + 1), encoding="ascii")

    async def _due(self, kind: Kind) -> datetime:
        url = self.given.get("HANDRAIL_DATABASE_URL") or sqlite_in(self.folder / "handrail.db")
        engine = make_engine(url)
        planned = delivery.c.state == DeliveryState.PLANNED
        first = select(func.min(delivery.c.due_at)).where(planned, delivery.c.kind == kind)
        try:
            async with engine.connect() as connection:
                due: datetime | None = (await connection.execute(first)).scalar()
        finally:
            await engine.dispose()
        assert due is not None, f"no {kind.value} is planned"
        return due

    def _command(self, *command: str) -> Sequence[str]:
        return sys.executable, "-m", "tests.peers.later", str(self._file), *command

    async def _start(self, way: str, more: dict[str, str]) -> None:
        with (self.folder / "log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *self._command(way),
                env=self.environment() | more,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        self.processes.append(process)
        assert process.stdout is not None
        said = await asyncio.wait_for(process.stdout.readline(), STARTING)
        assert said.startswith(b"Handrail is at"), (said, self.log())


@asynccontextmanager
async def handrail(folder: Path, mode: str, *ways: str) -> AsyncIterator[Handrail]:
    """Runs Handrail and the fake Slack for the block. `mode` is "events" or "socket"."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/slack/events"
    async with local_slack(folder, mode, address) as slack:
        given = {"HANDRAIL_DATA": str(folder), "HANDRAIL_ORGANISATION": "acme"}
        if "worker" in ways:
            given |= {
                "HANDRAIL_DATABASE_URL": new_database(),
                "HANDRAIL_KEYS_URL": new_database(),
                "HANDRAIL_EPOCHS": str(folder / "epochs"),
            }
        here = Handrail(folder, slack, port, mode, ways, given)
        try:
            await here.start()
            yield here
        finally:
            await here.end()
