"""One worker as a process of its own: `python -m tests.benchmarks.road.one_worker`.

It is `handrail worker` with a platform that answers at once. Its settings come from the
environment. It prints "working", and at SIGTERM what it did, as JSON.
"""

from __future__ import annotations

import asyncio
import json
import signal
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from adapters.shared.http import Server
from bot.chat import Message
from bot.domain.people import Address
from bot.ports import Outcome
from bot.run import many_processes
from bot.run.assemble import Parts, Platforms
from bot.run.platforms import register
from bot.settings import Settings
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.whole_house import log_as_in_production
from tests.scaled.configured import configured


@dataclass
class Spending(BenchPlatform):
    """Notes the processor time with each message."""

    spent: list[float] = field(default_factory=list)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        outcome = await super().send(to, message, reference)
        self.spent.append(time.process_time())
        return outcome

    def told(self) -> dict[str, object]:
        spent = self.spent[-1] - self.spent[0] if self.spent else 0.0
        return {"at": [at for _, at in self.arrived], "spent": spent}


async def main() -> None:
    register(configured("bench"))
    log_as_in_production()
    platform = Spending()

    async def platforms(
        stack: AsyncExitStack,
        settings: Settings,
        parts: Parts,
        known: Platforms,
        server: Server | None,
    ) -> None:
        known.join(platform)

    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with many_processes.working(Settings(), platforms):
        print("working", flush=True)
        await stop.wait()
        print(json.dumps(platform.told()), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
