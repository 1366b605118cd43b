"""The routes of the one HTTP server: signed events, interactions and commands."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from aiohttp import web

from adapters.slack.intake import Reply
from adapters.slack.manifest import EVENTS_PATH
from adapters.slack.signing import BODY_LIMIT, ForgedError, UnreadableError, check, payload_of

Dispatch = Callable[[Mapping[str, Any]], Awaitable[Reply]]

log = structlog.get_logger()


class Events:
    """`secret` is the app's signing secret; `now` counts seconds since 1970."""

    def __init__(
        self, secret: str, dispatch: Dispatch, now: Callable[[], float] = time.time
    ) -> None:
        self._secret = secret
        self._dispatch = dispatch
        self._now = now

    def routes(self, app: web.Application) -> None:
        app.router.add_post(EVENTS_PATH, self._take)

    async def _take(self, request: web.Request) -> web.Response:
        """Nothing else reads a body, and nothing logs it, before it is known to be Slack's."""
        if (request.content_length or 0) > BODY_LIMIT:
            raise web.HTTPRequestEntityTooLarge(BODY_LIMIT, request.content_length or 0)
        body = await request.read()
        try:
            check(self._secret, request.headers, body, self._now())
        except ForgedError:
            log.warning("slack_request_refused")
            return web.Response(status=401)
        try:
            payload = payload_of(body, request.content_type)
        except UnreadableError:
            log.warning("slack_request_unreadable")
            return web.Response(status=400)
        return _response(await self._dispatch(payload))


def _response(reply: Reply) -> web.Response:
    if reply.body is None:
        return web.Response(status=reply.status)
    return web.json_response(reply.body, status=reply.status)
