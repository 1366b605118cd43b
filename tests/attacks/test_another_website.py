"""Attacks by a page of another origin, open in the browser of somebody who uses Handrail."""

from __future__ import annotations

import aiohttp
import pytest

from adapters.shared.http import Server
from tests.attacks.attack import Tried, attack

FOREIGN = (
    {"Host": "evil.example"},
    {"Host": "evil.example:8080"},
    {"Host": "127.0.0.1.evil.example"},
    {"Host": "localhost.evil.example"},
    {"Host": "handrail"},
    {"Host": ""},
    {"Host": "[::1"},
    {"Host": "127.0.0.1@evil.example"},
    {"X-Forwarded-For": "203.0.113.9"},
    {"X-Forwarded-Host": "evil.example"},
    {"X-Real-IP": "203.0.113.9"},
    {"Forwarded": "for=203.0.113.9"},
    {"Via": "1.1 evil.example"},
)


@attack("Reads the figures under a name of its own, or through a proxy.", tries=len(FOREIGN))
@pytest.mark.parametrize("path", ["metrics", "readyz"])
async def test_metrics_and_readiness_answer_under_no_foreign_host(path: str, tried: Tried) -> None:
    server = Server("127.0.0.1", 0)
    await server.start()
    async with aiohttp.ClientSession() as http:
        for headers in FOREIGN:
            async with http.get(f"{server.address}{path}", headers=headers) as answer:
                assert answer.status in (400, 403), headers
                assert "handrail_" not in await answer.text()
            tried()
        async with http.get(f"{server.address}{path}") as answer:
            assert answer.status == 200
    await server.stop()
