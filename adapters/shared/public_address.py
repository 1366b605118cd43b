"""Looks whether the public address answers from outside, and until when its certificate lasts."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import aiohttp
from yarl import URL

from adapters.shared.protected import protected_session
from bot.domain.operator import PublicAddress

CONNECTING = 5.0
PATIENCE = aiohttp.ClientTimeout(total=8, sock_connect=CONNECTING)
# What a proxy answers when nothing is behind it.
NOTHING_BEHIND = frozenset({502, 503, 504})


def address_check(url: str | None) -> Callable[[], Awaitable[PublicAddress]] | None:
    """The look at this address; None where there is none."""
    return None if not url else partial(look_at_address, url.rstrip("/"))


async def look_at_address(url: str) -> PublicAddress:
    """Asks `url`/healthz. Never raises for what a network does, and repeats no part of the address.

    Any answer but that of a proxy with nothing behind it counts: some lead on only the paths that
    a platform calls.
    """
    try:
        async with (
            protected_session(timeout=PATIENCE) as http,
            http.get(f"{url}/healthz", allow_redirects=False) as answer,
        ):
            ends = await _certificate_ends(URL(url))
            if answer.status in NOTHING_BEHIND:
                says = f"leads to a proxy with nothing behind it ({answer.status})"
                return PublicAddress(says, ends)
            return PublicAddress("", ends)
    except aiohttp.ClientConnectorCertificateError:
        return PublicAddress("has a certificate that this machine does not accept")
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as problem:
        return PublicAddress(f"cannot be reached from here ({type(problem).__name__})")


async def _certificate_ends(url: URL) -> datetime | None:
    """Until when the certificate lasts; None without one, and where only a proxy leads there."""
    if url.scheme != "https":
        return None
    try:
        async with asyncio.timeout(CONNECTING):
            trusted = ssl.create_default_context()
            _, writer = await asyncio.open_connection(url.host, url.port, ssl=trusted)
    except (OSError, TimeoutError):
        return None
    found: Any = writer.get_extra_info("peercert") or {}
    writer.close()
    told = found.get("notAfter")
    return None if told is None else datetime.fromtimestamp(ssl.cert_time_to_seconds(told), UTC)
