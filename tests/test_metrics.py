"""The numbers that can be watched from outside say nothing about anybody."""

from __future__ import annotations

import aiohttp
import pytest

from adapters.http import Server
from bot.metrics import Metrics


def test_failures_are_counted_by_kind_from_zero_on() -> None:
    metrics = Metrics()
    assert b'handrail_failures_total{kind="event"} 0.0' in metrics.exposed()
    metrics.failed("event")
    assert b'handrail_failures_total{kind="event"} 1.0' in metrics.exposed()


def test_a_kind_cannot_be_made_up() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        Metrics().failed("zebra wrote this")


async def test_they_are_served_beside_the_health_page() -> None:
    server = Server("127.0.0.1", 0)
    await server.start()
    async with aiohttp.ClientSession() as http, http.get(f"{server.address}metrics") as answer:
        assert answer.status == 200
        assert answer.content_type == "text/plain"
        assert "handrail_last_tick_timestamp_seconds" in await answer.text()
    await server.stop()
