"""Looks whether the public address answers from outside, and until when its certificate lasts."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import aiohttp

from adapters.shared.protected import protected_session
from bot.domain.operator import PublicAddress

PATIENCE = aiohttp.ClientTimeout(total=8, sock_connect=5)
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
            ends = _certificate_of(answer)
            if answer.status in NOTHING_BEHIND:
                says = f"leads to a proxy with nothing behind it ({answer.status})"
                return PublicAddress(says, ends)
            return PublicAddress("", ends)
    except aiohttp.ClientConnectorCertificateError:
        return PublicAddress("has a certificate that this machine does not accept")
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as problem:
        return PublicAddress(f"cannot be reached from here ({type(problem).__name__})")


def _certificate_of(answer: aiohttp.ClientResponse) -> datetime | None:
    connection: Any = answer.connection
    transport = None if connection is None else connection.transport
    found = None if transport is None else transport.get_extra_info("peercert")
    if not found or "notAfter" not in found:
        return None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(found["notAfter"]), UTC)
