"""Postbox in the contract suite of the adapters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from tests.adapters.support import OpenSealer, keyed_hash
from tests.contracts.peer import MAI, Peer
from tests.example_platform.adapter import PostboxAdapter
from tests.example_platform.installs import Installs
from tests.example_platform.service import SERVICES, Client, Service
from tests.fakes import FakeClock

ADDRESS = "postbox://contract"


@asynccontextmanager
async def connected(folder: Path) -> AsyncIterator[Peer]:
    clock = FakeClock()
    service = SERVICES[ADDRESS] = Service(clock.now, {MAI.workspace: "token"})
    engine = make_engine(sqlite_in(folder / "postbox.db"))
    installs = Installs(engine, OpenSealer(), keyed_hash)
    await installs.ready()
    await installs.save(MAI.workspace, "token")
    try:
        adapter = PostboxAdapter(Client(ADDRESS), installs)
        yield Peer(adapter, lambda: clock.forward(hours=1), platform=adapter.platform)
    finally:
        await engine.dispose()
        assert service is SERVICES.pop(ADDRESS)
