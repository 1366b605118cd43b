"""One worker as a process of its own: `python -m tests.scaled.worker PEER [SHORT] [BLIND]`.

With SHORT the waits for silence and for a lagging history take seconds instead of minutes. With
BLIND the platform's history cannot be read, as with Teams. All else is as in `handrail worker`.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import AsyncExitStack
from datetime import timedelta

import aiohttp

from adapters import queue
from adapters.shared.http import Server
from bot.commands.log import log_to_stderr
from bot.delivery import settle
from bot.run import many_processes
from bot.run.assemble import Parts, Platforms
from bot.run.platforms import register
from bot.settings import Settings
from tests.scaled.configured import configured
from tests.scaled.peer_adapter import PLATFORM, PeerAdapter


async def main(peer: str) -> None:
    register(configured(PLATFORM))

    async def platforms(
        stack: AsyncExitStack,
        settings: Settings,
        parts: Parts,
        known: Platforms,
        server: Server | None,
    ) -> None:
        http = await stack.enter_async_context(aiohttp.ClientSession())
        known.join(PeerAdapter(peer, http, looks_up="BLIND" not in sys.argv))

    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with many_processes.working(Settings(), platforms):
        print("working", flush=True)
        await stop.wait()


def hurry() -> None:
    many_processes.SILENT_FOR = timedelta(seconds=8)
    many_processes.BEAT_SECONDS = many_processes.LOOK_SECONDS = 1.0
    settle.HISTORY_LAG, settle.SENDS_WITHIN = timedelta(seconds=2), timedelta(seconds=1)
    setattr(settle, "FIRST_RETRY", timedelta(seconds=1))  # noqa: B010
    queue.RECOVER = "* * * * * */2"
    queue.HEARTBEAT_SECONDS, queue.SILENT_SECONDS = 1.0, 8.0


if __name__ == "__main__":
    log_to_stderr("WARNING")
    if "SHORT" in sys.argv:
        hurry()
    asyncio.run(main(sys.argv[1]))
