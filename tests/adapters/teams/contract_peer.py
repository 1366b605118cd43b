"""Microsoft Teams in the contract suite of the adapters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.teams.sdk.choosing import SdkName
from tests.adapters.teams.support import chat_of, teams
from tests.contracts.peer import DANIEL, MAI, Peer
from tests.fakes import FakeClock


@asynccontextmanager
async def connected(folder: Path, sdk: SdkName = "botbuilder") -> AsyncIterator[Peer]:
    clock = FakeClock()
    async with teams(folder, clock=clock, sdk=sdk) as opened:
        for one in (MAI, DANIEL):
            place = chat_of(opened.peer.address, one.user, one.workspace)
            await opened.rows.remember(place)
        yield Peer(opened.adapter, lambda: clock.forward(hours=1), platform="teams")
