"""Guest coaches' mail in the contract suite of the adapters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.adapters.mail.support import mail
from tests.contracts.peer import Peer


@asynccontextmanager
async def connected(folder: Path) -> AsyncIterator[Peer]:
    async with mail(folder) as opened:
        yield Peer(opened.adapter, lambda: opened.clock.forward(hours=1), platform="mail")
