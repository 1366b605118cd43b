"""The metrics contain nothing about a person."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from adapters.shared import http as http_server
from adapters.shared.http import Server
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


async def test_it_is_ready_only_while_it_could_do_its_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(http_server, "REMEMBERED_SECONDS", 0.0)
    reasons: list[str | None] = [None, "no database"]

    async def readiness() -> dict[str, str | None]:
        return {"database": reasons.pop(0)}

    server = Server("127.0.0.1", 0, readiness)
    await server.start()
    async with aiohttp.ClientSession() as http:
        for status, said in ((200, "ready"), (503, "not ready")):
            async with http.get(f"{server.address}readyz") as answer:
                assert (answer.status, (await answer.json())["status"]) == (status, said)
        async with http.get(f"{server.address}healthz") as answer:
            assert answer.status == 200
    await server.stop()


async def test_however_many_ask_whether_it_is_ready_the_database_is_asked_once_a_second() -> None:
    asked = []

    async def readiness() -> dict[str, str | None]:
        asked.append(1)
        await asyncio.sleep(0.05)
        return {"keys": "no keys"}

    server = Server("127.0.0.1", 0, readiness)
    await server.start()
    async with aiohttp.ClientSession() as http:

        async def ask() -> int:
            async with http.get(f"{server.address}readyz") as answer:
                return answer.status

        assert await asyncio.gather(*(ask() for _ in range(60))) == [503] * 60
    await server.stop()
    assert len(asked) == 1
