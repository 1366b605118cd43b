"""The Bot Connector's REST interface, as far as a personal chat needs it: one request per attempt.

The SDK's own client is not used for three reasons: it repeats requests by itself, it does not say
whether a failed request had left, and it builds two clients for each turn.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urlsplit

import aiohttp
from yarl import URL

from adapters.shared.json_values import Json, dict_at, text_at
from adapters.teams.clouds import CLOUDS, PUBLIC, Cloud
from adapters.teams.outbound.markup import written
from adapters.teams.outbound.outcomes import ConnectorReply, NoAnswerError, NotReachedError
from adapters.teams.outgoing import OUTGOING
from bot.domain.outgoing import is_this_machine
from bot.ports import last_look

FILES = tuple(end for cloud in CLOUDS.values() for end in cloud.files)
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
MOST_BYTES = 200_000

TokenSource = Callable[[], Awaitable[str | None]]


class Connector:
    """`token` returns the access token for our calls, None in the local test mode.

    `refused` is called when Teams refuses a token, so that the next call fetches a new one.
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        token: TokenSource,
        refused: Callable[[], None] = lambda: None,
        *,
        cloud: Cloud = PUBLIC,
        local: bool = False,
    ) -> None:
        self._http = http
        self._cloud = cloud
        self._token = token
        self._refused = refused
        self._local = local

    async def send(self, service: str, conversation: str, activity: Json) -> ConnectorReply:
        url = self._url(service, conversation)
        return await self._call("activity.send", "POST", url, activity)

    async def update(
        self, service: str, conversation: str, message: str, activity: Json
    ) -> ConnectorReply:
        url = self._url(service, conversation, message)
        return await self._call("activity.update", "PUT", url, activity)

    async def delete(self, service: str, conversation: str, message: str) -> ConnectorReply:
        url = self._url(service, conversation, message)
        return await self._call("activity.delete", "DELETE", url)

    async def upload(self, url: str, content: bytes) -> bool:
        """Uploads a file to the address that Teams gave. No token of ours goes there."""
        if not (is_file_address(url, self._cloud) or (self._local and is_service(url, local=True))):
            return False
        OUTGOING.of("file.upload")
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
        """Raises NotReachedError for an address that is not Teams'; we never call one."""
        if not is_service(service, self._cloud, local=self._local):
            raise NotReachedError("service_address")
        url = f"{service.rstrip('/')}/v3/conversations/{quote(conversation, safe='')}/activities"
        return url if message is None else f"{url}/{quote(message, safe='')}"

    async def _call(
        self, listed: str, method: str, url: str, body: Json | None = None
    ) -> ConnectorReply:
        """`listed` is its name in the table `outgoing`. Raises UnlistedMethodError."""
        OUTGOING.of(listed)
        headers = {"Content-Type": "application/json; charset=utf-8"}
        token = await self._token()
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        await last_look()
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


def is_service(url: str, cloud: Cloud = PUBLIC, *, local: bool = False) -> bool:
    """True if activities may be sent to this address; `local`: only to this machine."""
    parts = _parts(url)
    if parts is None:
        return False
    scheme, host, port = parts
    if not host:
        return False
    if local:
        return scheme in ("http", "https") and is_this_machine(host)
    return scheme == "https" and host in cloud.services and port in (None, 443)


def is_file_address(url: str, cloud: Cloud = PUBLIC) -> bool:
    """True if an accepted file may be put there: only into the person's OneDrive at work."""
    parts = _parts(url)
    if parts is None:
        return False
    scheme, host, port = parts
    return scheme == "https" and host.endswith(cloud.files) and not port


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


def _reply(status: int, retry_after: str | None, raw: bytes) -> ConnectorReply:
    try:
        body = dict_at(json.loads(raw)) if raw else {}
    except (ValueError, RecursionError):
        body = {}
    paths = (("error", "subCode"), ("subCode",), ("error", "code"), ("code",))
    code = next(filter(None, (text_at(body, *path) for path in paths)), "")
    return ConnectorReply(status, code, text_at(body, "id"), _span(retry_after))


def _span(retry_after: str | None) -> timedelta | None:
    """Reads Retry-After, which is seconds or a date (RFC 9110, 10.2.3)."""
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
