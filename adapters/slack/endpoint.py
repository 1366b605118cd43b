"""The HTTP route for Slack: signed events, interactions and commands."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from aiohttp import web

from adapters.shared.bounded import BriefMemory
from adapters.slack.inbound.signing import (
    BODY_LIMIT,
    ForgedError,
    UnreadableError,
    check,
    payload_of,
)
from adapters.slack.intake import Acknowledgement
from adapters.slack.manifest import EVENTS_PATH
from adapters.slack.outgoing import OUTGOING
from adapters.slack.unheard import unheard

Dispatch = Callable[[Mapping[str, Any]], Awaitable[Acknowledgement]]

RETRY = "X-Slack-Retry-Num"
# Seconds. Slack repeats an event at once, after one minute and after five (docs.slack.dev, Events
# API).
RETRIED_FOR = 600.0

log = structlog.get_logger()


class SlackEndpoint:
    """`secret` is the app's signing secret; `now` counts seconds since 1970."""

    def __init__(
        self, secret: str, dispatch: Dispatch, now: Callable[[], float] = time.time
    ) -> None:
        self._secret = secret
        self._dispatch = dispatch
        self._now = now
        self._done: BriefMemory[str, bool] = BriefMemory(RETRIED_FOR, time.monotonic)

    def routes(self, app: web.Application) -> None:
        app.router.add_post(EVENTS_PATH, self._take)

    async def _take(self, request: web.Request) -> web.Response:
        """Checks the signature before anything else reads the body."""
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
            unheard("unreadable")
            return web.Response(status=400)
        # A repeat of an event that was stored already is not read again. The header is not signed,
        # so it is not enough by itself.
        event = f"{payload.get('team_id')}:{payload.get('event_id')}"
        if RETRY in request.headers and "event_id" in payload and self._done.get(event):
            return web.Response(status=200)
        reply = await self._dispatch(payload)
        if reply.status == 200 and "event_id" in payload:
            self._done.put(event, True)
        return _response(reply)


def _response(reply: Acknowledgement) -> web.Response:
    if reply.body is None:
        return web.Response(status=reply.status)
    OUTGOING.of("acknowledgement")
    return web.json_response(reply.body, status=reply.status)
