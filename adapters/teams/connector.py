"""The Bot Connector's REST interface, as far as a personal chat needs it: one request an attempt.

Not the SDK's client, and for three reasons: that one tries again by itself, tells nobody whether a
request had left when it failed, and builds two of itself for each turn.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

import aiohttp
from yarl import URL

from adapters.teams.outcomes import NoAnswerError, NotReachedError, Reply
from adapters.teams.services import is_file_place, is_service
from adapters.teams.sizes import written

Json = dict[str, Any]
TokenSource = Callable[[], Awaitable[str | None]]
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
MOST_BYTES = 200_000


class Connector:
    """`token` gives what our own calls carry; None in the local test mode.

    `refused` is called when Teams did not take it, so that another one is asked for.
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        token: TokenSource,
        refused: Callable[[], None] = lambda: None,
        *,
        local: bool = False,
    ) -> None:
        self._http = http
        self._token = token
        self._refused = refused
        self._local = local

    async def send(self, service: str, conversation: str, activity: Json) -> Reply:
        return await self._call("POST", self._url(service, conversation), activity)

    async def update(self, service: str, conversation: str, message: str, activity: Json) -> Reply:
        return await self._call("PUT", self._url(service, conversation, message), activity)

    async def delete(self, service: str, conversation: str, message: str) -> Reply:
        return await self._call("DELETE", self._url(service, conversation, message))

    async def upload(self, url: str, content: bytes) -> bool:
        """Puts a file where Teams said that its reader wants it. No token of ours goes there."""
        if not (is_file_place(url) or (self._local and is_service(url, local=True))):
            return False
        last = len(content) - 1
        headers = {"Content-Range": f"bytes 0-{last}/{len(content)}"}
        try:
            async with self._http.put(
                url, data=content, headers=headers, timeout=TIMEOUT, allow_redirects=False
            ) as answer:
                return 200 <= answer.status < 300
        except (aiohttp.ClientError, TimeoutError):
            return False

    def _url(self, service: str, conversation: str, message: str | None = None) -> str:
        """Raises NotReachedError for an address that is not Teams': it is never called."""
        if not is_service(service, local=self._local):
            raise NotReachedError("service_address")
        url = f"{service.rstrip('/')}/v3/conversations/{quote(conversation, safe='')}/activities"
        return url if message is None else f"{url}/{quote(message, safe='')}"

    async def _call(self, method: str, url: str, body: Json | None = None) -> Reply:
        headers = {"Content-Type": "application/json; charset=utf-8"}
        token = await self._token()
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else written(body).encode()
        try:
            async with self._http.request(
                method,
                URL(url, encoded=True),
                data=data,
                headers=headers,
                timeout=TIMEOUT,
                allow_redirects=False,
            ) as answer:
                if answer.status == 401:
                    self._refused()
                raw = await answer.content.read(MOST_BYTES)
                return _reply(answer.status, answer.headers.get("Retry-After"), raw)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise NotReachedError("unreachable") from None
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise NoAnswerError from None


def _reply(status: int, retry_after: str | None, raw: bytes) -> Reply:
    try:
        found = json.loads(raw) if raw else {}
    except (ValueError, RecursionError):
        found = {}
    body = found if isinstance(found, dict) else {}
    error = body.get("error")
    inner = error if isinstance(error, dict) else {}
    code = inner.get("subCode") or body.get("subCode") or inner.get("code") or body.get("code")
    message = body.get("id")
    return Reply(
        status,
        code if isinstance(code, str) else "",
        message if isinstance(message, str) else "",
        _span(retry_after),
    )


def _span(retry_after: str | None) -> timedelta | None:
    """Seconds, or a date (RFC 9110, 10.2.3)."""
    if not retry_after:
        return None
    try:
        return timedelta(seconds=max(0.0, float(retry_after)))
    except (ValueError, OverflowError):
        pass
    try:
        return max(timedelta(0), parsedate_to_datetime(retry_after) - datetime.now(UTC))
    except (ValueError, TypeError):
        return None
