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
from urllib.parse import quote, urlsplit

import aiohttp
from yarl import URL

from adapters.teams.outbound.markup import written
from adapters.teams.outbound.outcomes import NoAnswerError, NotReachedError, Reply

HOSTS = frozenset(
    {
        "smba.trafficmanager.net",
        "smba.onyx.prod.teams.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
    }
)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
FILES = (".sharepoint.com",)


def is_service(url: str, *, local: bool = False) -> bool:
    """Whether activities may be sent there; `local`: to this machine, and nowhere else."""
    parts = _parts(url)
    if parts is None:
        return False
    scheme, host, port = parts
    if local:
        return scheme in ("http", "https") and host in LOOPBACK
    return scheme == "https" and host in HOSTS and port in (None, 443)


def is_file_place(url: str) -> bool:
    """Whether a file that a person accepted may be put there: their own OneDrive at work."""
    parts = _parts(url)
    return parts is not None and parts[0] == "https" and parts[1].endswith(FILES) and not parts[2]


def _parts(url: str) -> tuple[str, str, int | None] | None:
    if not url.isascii() or any(c in url for c in "\\\t\r\n @"):
        return None
    try:
        found = urlsplit(url)
        if found.query or found.fragment:
            query_allowed = found.hostname is not None and found.hostname.endswith(FILES)
            if not query_allowed:
                return None
        return found.scheme, found.hostname or "", found.port
    except ValueError:
        return None


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
