"""One call of Slack's Web API: one attempt, one request, and what became of it. (SDK)

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

from adapters.slack.outbound.outcomes import AT_ONCE, LIMITED, of_error
from bot.ports import NotSent, Unknown

NAME = "handrail.slack"
ROOTS = ("slack_bolt", "slack_sdk", "slack")


class _Hush(logging.Filter):
    """Keeps the level, and the kind of an error; takes out what was said."""

    def filter(self, record: logging.LogRecord) -> bool:
        kind = record.exc_info[0] if record.exc_info else None
        record.msg = f"slack library: {record.levelname.lower()}"
        if kind is not None:
            record.msg += f" ({kind.__name__})"
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        return record.levelno >= logging.WARNING


def slack_logger() -> logging.Logger:
    """To be handed to everything of slack_bolt's and slack_sdk's that takes a logger."""
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


Json = dict[str, Any]

WHOLE = 20.0
CONNECTING = 5.0
# Shorter than Slack keeps an idle connection, so that none is used that is being closed.
IDLE = 4.0
AS_JSON = frozenset(
    {"chat.postMessage", "chat.update", "chat.postEphemeral", "views.open", "views.publish"}
)


class CallFailedError(Exception):
    """What a call came to instead. Its text is the outcome's fixed word."""

    def __init__(self, outcome: NotSent | Unknown) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


class Tokens(Protocol):
    async def token(self, workspace: str) -> str | None:
        """The bot's token there, valid now; None where the app is not installed."""


class Calls(Protocol):
    """What the rest of this adapter knows of Slack's Web API."""

    async def call(self, workspace: str, method: str, **arguments: object) -> Json:
        """Raises CallFailedError."""

    async def upload(self, url: str, content: bytes) -> None:
        """Raises CallFailedError."""


class WebCalls:
    """`api` is the address that method names are put behind, with a slash at its end.

    Use it as a context manager, in a running loop; `tokens` is set before the first `call`.
    """

    tokens: Tokens

    def __init__(self, api: str) -> None:
        self._api = api

    async def __aenter__(self) -> Self:
        patience = aiohttp.ClientTimeout(total=WHOLE, sock_connect=CONNECTING)
        connector = aiohttp.TCPConnector(limit=100, keepalive_timeout=IDLE)
        self._http = aiohttp.ClientSession(timeout=patience, connector=connector)
        self._client = AsyncWebClient(
            base_url=self._api, session=self._http, retry_handlers=[], logger=slack_logger()
        )
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
        return await self.once(method, arguments, f"Bearer {token}")

    async def once(
        self,
        method: str,
        arguments: Mapping[str, object],
        authorization: str,
    ) -> Json:
        """One request, with this header of authorization. Raises CallFailedError."""
        given = {name: value for name, value in arguments.items() if value is not None}
        shape = {"json": given} if method in AS_JSON else {"data": _as_form(given)}
        try:
            options: Json = {**shape, "headers": {"Authorization": authorization}}
            answer = await self._client.api_call(method, **options)
        except SlackApiError as refused:
            raise CallFailedError(_outcome_of(refused)) from None
        except Exception as problem:
            raise CallFailedError(_outcome_of_trouble(problem)) from None
        return answer.data if isinstance(answer.data, dict) else {}

    async def upload(self, url: str, content: bytes) -> None:
        try:
            async with self._http.post(url, data=content) as answer:
                if answer.status != 200:
                    raise CallFailedError(of_error("", answer.status, None))
        except (aiohttp.ClientError, TimeoutError, OSError) as problem:
            raise CallFailedError(_outcome_of_trouble(problem)) from None


def _as_form(given: Mapping[str, object]) -> dict[str, str]:
    """Not every method of Slack's reads JSON; all read a form, with JSON for what is no text."""
    return {name: v if isinstance(v, str) else json.dumps(v) for name, v in given.items()}


def _outcome_of(refused: SlackApiError) -> NotSent | Unknown:
    """Its text would quote Slack's answer, so it is read here and goes no further."""
    answer: Any = refused.response
    status = int(getattr(answer, "status_code", None) or getattr(answer, "status", 0) or 0)
    data = getattr(answer, "data", None)
    error = data.get("error", "") if isinstance(data, dict) else ""
    headers: Any = getattr(answer, "headers", None) or {}
    wait = next((headers[name] for name in headers if name.lower() == "retry-after"), None)
    return of_error(str(error), status, wait)


def _outcome_of_trouble(problem: Exception) -> NotSent | Unknown:
    """Nothing left where no connection came about; else it may have been taken."""
    match problem:
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError():
            return NotSent("no_connection", AT_ONCE)
    return Unknown("no_answer")


MOST_REMEMBERED = 50_000


class Waiting:
    """`Calls`, in front of others. Limits are Slack's: for each workspace and method.

    `tick` is in seconds, and only goes forward.
    """

    def __init__(self, calls: Calls, tick: Callable[[], float]) -> None:
        self._calls = calls
        self._tick = tick
        self._until: dict[tuple[str, str], float] = {}

    async def call(self, workspace: str, method: str, **arguments: object) -> Json:
        """Raises CallFailedError; where it is too early, without a request."""
        left = self._until.get((workspace, method), 0.0) - self._tick()
        if left > 0:
            raise CallFailedError(NotSent(LIMITED, timedelta(seconds=left), for_all=True))
        try:
            return await self._calls.call(workspace, method, **arguments)
        except CallFailedError as failed:
            outcome = failed.outcome
            if isinstance(outcome, NotSent) and outcome.reason == LIMITED:
                wait = (outcome.retry_after or AT_ONCE).total_seconds()
                self._note(workspace, method, self._tick() + wait)
            raise

    async def upload(self, url: str, content: bytes) -> None:
        await self._calls.upload(url, content)

    def _note(self, workspace: str, method: str, until: float) -> None:
        if len(self._until) >= MOST_REMEMBERED:
            now = self._tick()
            self._until = {key: at for key, at in self._until.items() if at > now}
        self._until[workspace, method] = max(until, self._until.get((workspace, method), 0.0))
