"""Microsoft Teams with the Agents SDK in the contract suite of the adapters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.adapters.teams.contract_peer import connected as connected_to_teams
from tests.contracts.peer import Peer


@asynccontextmanager
async def connected(folder: Path) -> AsyncIterator[Peer]:
    async with connected_to_teams(folder, "agents") as peer:
        yield peer
