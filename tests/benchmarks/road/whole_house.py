"""Handrail as one process starts it, with a platform of the benchmark's own. Nothing is left out.

It is built by `put_together`, as `handrail run` does, on the machine's own clock. Only the tickers
do not run: a measurement calls what they would call.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import structlog
from pydantic import SecretStr

from bot.run.assemble import Parts, opening
from bot.run.one_process import put_together
from bot.run.warm_up import warm_up_hearing
from bot.settings import Settings
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.population import ORGANISATION


@asynccontextmanager
async def whole_house(
    folder: Path, url: str | None, platform: BenchPlatform
) -> AsyncIterator[Parts]:
    settings = Settings(
        data=folder,
        database_url=SecretStr(url) if url else None,
        organisation=ORGANISATION,
        port=0,
    )
    async with AsyncExitStack() as stack:
        opened = await stack.enter_async_context(opening(settings))
        house = await put_together(stack, settings, opened, with_page=False)
        house.platforms.join(platform)
        parts = house.parts
        await parts.policy_watch.obey()
        await parts.bot.deliveries.recover()
        await parts.receiving.look(parts.clock.now())
        await parts.platform_watch.look()
        await parts.clock_watch.look()
        await parts.figures.look()
        await asyncio.to_thread(warm_up_hearing().join)
        stack.push_async_callback(parts.receiving.stop)
        stack.push_async_callback(parts.bot.deliveries.at_rest)
        yield parts


class Nowhere(io.StringIO):
    """Takes every line, and keeps none."""

    def write(self, line: str, /) -> int:
        return len(line)


def log_as_in_production() -> None:
    """Events from "info" on are made and rendered, and thrown away instead of written."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(Nowhere()),
    )
