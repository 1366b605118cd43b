"""slack_bolt: passes every payload of HTTP and Socket Mode to the intake.

Bolt answers 404 when no listener fits, so one middleware takes everything and the core does the
routing. A payload was verified before (see `signing`) or came over Socket Mode. Bolt gets no raw
body that it could log.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.shared.background import BackgroundTasks
from adapters.shared.protected import protected_session
from adapters.slack.intake import AGAIN, DONE, Acknowledgement, Intake
from adapters.slack.sdk.calls import slack_logger
from adapters.slack.unheard import unheard

AT_ONCE = 0.1


class TakeEverything(AsyncMiddleware):
    """Takes every payload. It answers after the bot has stored the event."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        return _response(await self._intake.take(req.body))


class Bolt:
    """One bolt app. We check signatures and skip the bot's own messages ourselves."""

    def __init__(self, intake: Intake, api: str) -> None:
        self._app = AsyncApp(
            name="handrail.slack",
            logger=slack_logger(),
            client=_web_client(api),
            authorize=_anyone,
            process_before_response=True,
            request_verification_enabled=False,
            ignoring_self_events_enabled=False,
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )
        self._app.use(TakeEverything(intake))

    async def dispatch(self, payload: Mapping[str, Any]) -> Acknowledgement:
        """Bolt's answer to one verified payload.

        Acknowledges and drops a payload that bolt cannot read, because a repeat would fail too.
        """
        try:
            request = AsyncBoltRequest(body=dict(payload), mode="socket_mode")
            answered = await self._app.async_dispatch(request)
        except Exception as problem:
            unheard("not_understood", type(problem).__name__)
            return DONE
        if answered.status not in (DONE.status, AGAIN.status):
            unheard("not_understood", f"status {answered.status}")
            return DONE
        body = json.loads(answered.body) if answered.body.startswith("{") else None
        return Acknowledgement(answered.status, body)

    def connect(self, app_token: str) -> Callable[[], Awaitable[None]]:
        """Connects over Socket Mode in the background; returns a function that closes it.

        It tries again until Slack answers.
        """
        handler = AsyncSocketModeHandler(
            self._app, app_token, logger=slack_logger(), web_client=self._app.client
        )
        connecting = BackgroundTasks("slack_socket_failed")
        connecting.start(_connected(handler))

        async def close() -> None:
            await connecting.wind_down(AT_ONCE)
            await handler.close_async()  # type: ignore[no-untyped-call]

        return close


def _web_client(api: str) -> AsyncWebClient:
    """Its proxy is the environment's: the SDK's own reading of HTTPS_PROXY knows no NO_PROXY."""
    client = AsyncWebClient(
        base_url=api, retry_handlers=[], logger=slack_logger(), trust_env_in_session=True
    )
    client.proxy = None
    return client


async def _connected(handler: AsyncSocketModeHandler) -> None:
    """Connects with a session of ours, because Slack's answer names the address."""
    client = handler.client
    client.proxy = None
    await client.aiohttp_client_session.close()
    client.aiohttp_client_session = protected_session()
    await handler.connect_async()  # type: ignore[no-untyped-call]


async def _anyone(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    """Accepts every workspace; the intake checks where the app is installed."""
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)


def _response(reply: Acknowledgement) -> BoltResponse:
    return BoltResponse(status=reply.status, body=reply.body or "")
