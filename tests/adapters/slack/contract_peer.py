"""Slack in the contract suite of the adapters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from tests.adapters.slack.wire import wired
from tests.contracts.peer import MAI, Peer


@asynccontextmanager
async def connected(folder: Path) -> AsyncIterator[Peer]:
    async with wired(folder, team=MAI.workspace) as wire:
        an_hour = partial(wire.clock.forward, hours=1)
        yield Peer(wire.adapter, an_hour, platform="slack")
