"""Calls Slack's Web API through slack_sdk: one attempt is one request and one outcome.

slack_sdk's own retries are off: its default would send a message twice after a dropped connection.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import TracebackType
from typing import Any, Protocol, Self

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.shared.bounded import Pauses
from adapters.shared.json_values import Json, text_at
from adapters.shared.protected import protected_session
from adapters.slack.outbound.outcomes import AT_ONCE, LIMITED, of_error
from adapters.slack.outgoing import OUTGOING
from bot.ports import HaltedError, NotSent, Unknown, last_look

NAME = "handrail.slack"
ROOTS = ("slack_bolt", "slack_sdk", "slack")
# Seconds for a whole call, and for the connection alone.
WHOLE = 20.0
CONNECTING = 5.0
# Seconds. Slack keeps an idle connection longer, so we never use one that Slack is closing.
IDLE = 4.0
AS_JSON = frozenset(
    {"chat.postMessage", "chat.update", "chat.postEphemeral", "views.open", "views.publish"}
)
MOST_REMEMBERED = 50_000


class CallFailedError(Exception):
    """A call did not succeed. `outcome` says how; the error's text is the outcome's fixed word."""

    def __init__(self, outcome: NotSent | Unknown) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


class BotTokens(Protocol):
    """The source of the bot's tokens."""

    async def token(self, workspace: str) -> str | None:
        """The bot's token for this workspace, valid now; None when the app is not installed."""


class SlackCalls(Protocol):
    """Slack's Web API, as the rest of this adapter sees it."""

    async def call(self, workspace: str, method: str, **arguments: object) -> Json:
        """Raises CallFailedError."""

    async def upload(self, url: str, content: bytes) -> None:
        """Raises CallFailedError."""


class WebCalls:
    """`api` is the address before the method names, with a slash at its end.

    Use it as a context manager in a running loop, and set `tokens` before the first `call`.
    """

    tokens: BotTokens

    def __init__(self, api: str) -> None:
        self._api = api

    async def __aenter__(self) -> Self:
        patience = aiohttp.ClientTimeout(total=WHOLE, sock_connect=CONNECTING)
        connector = aiohttp.TCPConnector(limit=100, keepalive_timeout=IDLE)
        self._http = protected_session(timeout=patience, connector=connector)
        self._client = AsyncWebClient(
            base_url=self._api, session=self._http, retry_handlers=[], logger=slack_logger()
        )
        # The SDK takes HTTPS_PROXY and knows no NO_PROXY; the session knows both.
        self._client.proxy = None
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        await self._http.close()

    async def call(self, workspace: str, method: str, **arguments: object) -> Json:
        token = await self.tokens.token(workspace)
        if token is None:
            raise CallFailedError(NotSent("app_removed"))
        if OUTGOING.of(method).carries:
            await _refuse_if_halted()
        return await self.once(method, arguments, f"Bearer {token}")

    async def once(
        self,
        method: str,
        arguments: Mapping[str, object],
        authorization: str,
    ) -> Json:
        """Makes one request with this Authorization header.

        Raises CallFailedError, and UnlistedMethodError for a method that `outgoing` does not list.
        """
        return (await self.answered(method, arguments, authorization))[0]

    async def answered(
        self,
        method: str,
        arguments: Mapping[str, object],
        authorization: str,
    ) -> tuple[Json, Mapping[str, str]]:
        """Does the same, and returns the headers of the answer too, by their names in small."""
        OUTGOING.of(method)
        given = {name: value for name, value in arguments.items() if value is not None}
        shape = {"json": given} if method in AS_JSON else {"data": _as_form(given)}
        try:
            options: Json = {**shape, "headers": {"Authorization": authorization}}
            answer = await self._client.api_call(method, **options)
        except SlackApiError as refused:
            raise CallFailedError(_outcome_of(refused)) from None
        except Exception as problem:
            raise CallFailedError(_outcome_of_trouble(problem)) from None
        told: Mapping[str, Any] = answer.headers or {}
        headers = {str(name).lower(): str(value) for name, value in told.items()}
        return (answer.data if isinstance(answer.data, dict) else {}), headers

    async def upload(self, url: str, content: bytes) -> None:
        OUTGOING.of("upload")
        await _refuse_if_halted()
        try:
            async with self._http.post(url, data=content) as answer:
                if answer.status != 200:
                    raise CallFailedError(of_error("", answer.status, None))
        except (aiohttp.ClientError, TimeoutError, OSError) as problem:
            raise CallFailedError(_outcome_of_trouble(problem)) from None


class PausedCalls:
    """Wraps `SlackCalls` and makes no call while Slack's Retry-After lasts.

    Slack counts its limits per workspace and method. `tick` returns seconds and never goes back.
    """

    def __init__(self, calls: SlackCalls, tick: Callable[[], float]) -> None:
        self._calls = calls
        self._pauses: Pauses[tuple[str, str]] = Pauses(tick, MOST_REMEMBERED)

    async def call(self, workspace: str, method: str, **arguments: object) -> Json:
        """Raises CallFailedError; during a pause it does so without a request."""
        left = self._pauses.left((workspace, method))
        if left > 0:
            raise CallFailedError(NotSent(LIMITED, timedelta(seconds=left), for_all=True))
        try:
            return await self._calls.call(workspace, method, **arguments)
        except CallFailedError as failed:
            outcome = failed.outcome
            if isinstance(outcome, NotSent) and outcome.reason == LIMITED:
                wait = (outcome.retry_after or AT_ONCE).total_seconds()
                self._pauses.extend((workspace, method), wait)
            raise

    async def upload(self, url: str, content: bytes) -> None:
        await self._calls.upload(url, content)


async def _refuse_if_halted() -> None:
    """The last look before a request that shows something. Raises CallFailedError."""
    try:
        await last_look()
    except HaltedError as halted:
        raise CallFailedError(halted.outcome) from None


def slack_logger() -> logging.Logger:
    """The logger for every part of slack_bolt and slack_sdk that takes one."""
    logger = logging.getLogger(NAME)
    logger.setLevel(logging.WARNING)
    if not logger.filters:
        logger.addFilter(_Hush())
    for name in ROOTS:
        tamed = logging.getLogger(name)
        tamed.setLevel(logging.WARNING)
        if not tamed.filters:
            tamed.addFilter(_Hush())
    return logger


class _Hush(logging.Filter):
    """Removes the text of a record, which may quote a person; keeps level and error class."""

    def filter(self, record: logging.LogRecord) -> bool:
        kind = record.exc_info[0] if record.exc_info else None
        record.msg = f"slack library: {record.levelname.lower()}"
        if kind is not None:
            record.msg += f" ({kind.__name__})"
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        return record.levelno >= logging.WARNING


def _as_form(given: Mapping[str, object]) -> dict[str, str]:
    """Encodes arguments as a form, which every method reads; values that are no text as JSON."""
    return {name: v if isinstance(v, str) else json.dumps(v) for name, v in given.items()}


def _outcome_of(refused: SlackApiError) -> NotSent | Unknown:
    """Reads the refusal here and drops its text, which would quote Slack's answer."""
    # It is slack_sdk's response (status_code), or aiohttp's own (status) when it was no JSON.
    answer: Any = refused.response
    status = int(getattr(answer, "status_code", None) or getattr(answer, "status", 0) or 0)
    error = text_at(getattr(answer, "data", None), "error")
    headers: Any = getattr(answer, "headers", None) or {}
    wait = next((headers[name] for name in headers if name.lower() == "retry-after"), None)
    return of_error(error, status, wait)


def _outcome_of_trouble(problem: Exception) -> NotSent | Unknown:
    """NotSent when no connection was made; else Unknown, because Slack may have taken it."""
    match problem:
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError():
            return NotSent("no_connection", AT_ONCE)
    return Unknown("no_answer")
