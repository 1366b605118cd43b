"""The route by which Postbox brings what people do. An event is acknowledged once it is durable."""

from __future__ import annotations

import hmac
from typing import Any

from aiohttp import web

from bot.chat import Message, Text
from bot.domain.people import Address
from bot.text import DEFAULT, catalogue
from tests.example_platform.adapter import PostboxAdapter
from tests.example_platform.inbound import NAME, NotUnderstoodError, to_event
from tests.example_platform.installs import Installs

ROUTE, HEADER = "/postbox/events", "X-Postbox-Secret"


class Door:
    """Lets in a caller who knows the secret."""

    def __init__(self, adapter: PostboxAdapter, installs: Installs, secret: str) -> None:
        self._adapter = adapter
        self._installs = installs
        self._secret = secret

    def routes(self, app: web.Application) -> None:
        app.router.add_post(ROUTE, self._take)

    async def _take(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(HEADER, ""), self._secret):
            raise web.HTTPUnauthorized
        try:
            await self._happened(await request.json())
        except NotUnderstoodError:
            raise web.HTTPBadRequest from None
        return web.Response()

    async def _happened(self, body: dict[str, Any]) -> None:
        workspace = Address(NAME, str(body.get("workspace")), "")
        match body.get("type"):
            case "installed":
                await self._installs.save(workspace.workspace, str(body.get("token")))
                await self._adapter.desk.returned(workspace)
            case "removed":
                await self._installs.forget(workspace.workspace)
                await self._adapter.desk.left(workspace)
            case "photo":
                await self._refuse_photo(body)
            case _:
                await self._adapter.desk.accept(to_event(body))

    async def _refuse_photo(self, body: dict[str, Any]) -> None:
        """Answers without the core, which never hears of the photo."""
        event = to_event(body | {"type": "wrote", "text": "", "letter": ""})
        say = catalogue(event.language or DEFAULT)
        text = say("postbox-no-photo")
        await self._adapter.answer(event, [Message("postbox-no-photo", text, (Text(text),))])
