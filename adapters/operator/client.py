"""The client of the operator's socket: one command, one answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

# Seconds. Verifying a long ledger or erasing a workspace takes long; connecting takes no time.
PATIENCE = aiohttp.ClientTimeout(total=4 * 3600, sock_connect=5)
ERROR = TypeAdapter(dict[str, str])


class UnreachableError(Exception):
    """No process answers on the socket, so no command was given."""


class RefusedByDeskError(Exception):
    """The running process could not do it. The text is for the operator and has no content."""


async def ask(socket: Path, command: str, about: Any = None) -> bytes:
    """The JSON answer to `command`, such as "keys/status"; `about` is its argument.

    Raises UnreachableError, or RefusedByDeskError with one sentence.
    """
    try:
        connector = aiohttp.UnixConnector(str(socket))
        async with (
            aiohttp.ClientSession(connector=connector, timeout=PATIENCE) as session,
            session.post(f"http://handrail/{command}", data=to_json(about)) as response,
        ):
            body = await response.read()
            status = response.status
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, PermissionError):
        raise UnreachableError from None
    except (aiohttp.ClientError, TimeoutError):
        raise RefusedByDeskError(
            "Handrail went away in the middle of it, so it may or may not be done. "
            "Every command can be repeated."
        ) from None
    if status != 200:
        raise RefusedByDeskError(_sentence(body))
    return body


def _sentence(body: bytes) -> str:
    try:
        return ERROR.validate_json(body)["error"]
    except (ValidationError, KeyError):
        return "Handrail gave an answer that is not understood."
