"""The heartbeat of one process among many that use the same keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog

from bot.metrics import METRICS
from storage.keys.keyring import Keys
from storage.trouble import KeyStoreError

BEAT_SECONDS = 10.0

log = structlog.get_logger()


@asynccontextmanager
async def beating(keys: Keys) -> AsyncIterator[None]:
    """Every ten seconds, until the block ends. The first beat is had before it begins."""
    await keys.beat()
    heart = asyncio.create_task(_beat(keys))
    try:
        yield
    finally:
        heart.cancel()
        with suppress(asyncio.CancelledError):
            await heart
        with suppress(KeyStoreError):
            await keys.leave()


async def _beat(keys: Keys) -> None:
    while True:
        await asyncio.sleep(BEAT_SECONDS)
        try:
            await keys.beat()
        except Exception as problem:
            METRICS.failed("keys")
            log.error("keys_out_of_reach", error=type(problem).__name__)
