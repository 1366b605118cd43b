"""Reads a request's body before its handler runs, within a time and a size."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
UNREADABLE = "That was not readable."
TOO_SLOW = "That took too long to arrive."


async def read_whole(request: web.Request, seconds: float) -> None:
    """Reads it, so that the handler has it at once. Its size is the application's to limit.

    Raises HTTPRequestTimeout for a body that does not come, HTTPRequestEntityTooLarge for one that
    is too large, also once it is decompressed, and HTTPBadRequest for one that breaks off or is
    not compressed as it says.
    """
    if not request.can_read_body:
        return
    try:
        async with asyncio.timeout(seconds):
            await request.read()
    except TimeoutError:
        raise _ending(web.HTTPRequestTimeout(text=TOO_SLOW)) from None
    except web.HTTPException as refused:
        raise _ending(refused) from None
    except (web.RequestPayloadError, OSError, ValueError):
        raise _ending(web.HTTPBadRequest(text=UNREADABLE)) from None


def _ending(refused: web.HTTPException) -> web.HTTPException:
    """What is still to come of the body is not waited for."""
    refused.force_close()
    return refused
