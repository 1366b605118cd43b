"""The ticker calls one tick at a time, and goes on after a failure."""

from __future__ import annotations

import asyncio

from structlog.testing import capture_logs

from adapters.ticker import Ticker


async def test_it_goes_on_after_a_tick_that_raised_and_logs_no_content() -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        ticks += 1
        raise RuntimeError("SECRET WORDS")

    with capture_logs() as logs:
        ticker = Ticker(tick, seconds=0.02)
        ticker.start()
        for _ in range(100):
            await asyncio.sleep(0.02)
            if ticks >= 3:
                break
        await ticker.stop()
    assert ticks >= 3
    assert "SECRET" not in repr(logs)
    assert {"error": "RuntimeError", "event": "tick_failed", "log_level": "error"} in logs


async def test_a_slow_tick_is_never_run_twice_at_once() -> None:
    running = most = 0

    async def tick() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.1)
        running -= 1

    ticker = Ticker(tick, seconds=0.02)
    ticker.start()
    await asyncio.sleep(0.4)
    await ticker.stop()
    assert running == 0
    assert most == 1
