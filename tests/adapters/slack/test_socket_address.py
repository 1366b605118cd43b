"""Socket Mode connects where Slack says, but to no other machine in the clear."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest
from aiohttp import web

from adapters.slack.intake import Intake
from adapters.slack.sdk.app import Bolt


@pytest.mark.parametrize(("host", "connects"), [("127.0.0.1", True), ("192.0.2.1", False)])
async def test_it_connects_to_no_other_machine_in_the_clear(host: str, connects: bool) -> None:
    asked, connected = asyncio.Event(), asyncio.Event()

    async def opened(request: web.Request) -> web.Response:
        asked.set()
        port = request.url.port
        return web.json_response({"ok": True, "url": f"ws://{host}:{port}/link"})

    async def linked(request: web.Request) -> web.WebSocketResponse:
        connected.set()
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for _ in socket:
            pass
        return socket

    app = web.Application()
    app.router.add_post("/api/apps.connections.open", opened)
    app.router.add_get("/link", linked)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bolt = Bolt(cast("Intake", None), f"http://127.0.0.1:{runner.addresses[0][1]}/api/")
    close = bolt.connect("xapp-1")
    await asyncio.wait_for(asked.wait(), 10)
    for _ in range(20):
        await asyncio.sleep(0.05)
    assert connected.is_set() is connects
    await close()
    await runner.cleanup()
