"""Reads a request's body before its handler runs, within a time and a size.

A packed body is unpacked here and not by aiohttp, which goes on unpacking what it has refused: half
a megabyte holds the event loop for seconds.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
UNREADABLE = "That was not readable."
TOO_SLOW = "That took too long to arrive."
# zlib's own number for "gzip or zlib, as its first bytes say", and for deflate without a head.
WITH_HEAD, BARE = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS


async def read_whole(request: web.Request, seconds: float, most: int) -> None:
    """Reads and unpacks it, so that the handler has it at once. `most` bytes may be in it.

    Raises HTTPRequestTimeout for a body that does not come, HTTPRequestEntityTooLarge for one that
    is too large, also once it is unpacked, and HTTPBadRequest for one that breaks off or is not
    packed as it says.
    """
    if not request.can_read_body:
        return
    try:
        async with asyncio.timeout(seconds):
            body = await request.read()
        packing = request.headers.get("Content-Encoding", "").strip().lower()
        if packing not in ("", "identity"):
            # What `request.read` returns from now on.
            request._read_bytes = _unpacked(body, packing, most)
    except TimeoutError:
        raise _ending(web.HTTPRequestTimeout(text=TOO_SLOW)) from None
    except web.HTTPException as refused:
        raise _ending(refused) from None
    except (web.RequestPayloadError, OSError, ValueError, zlib.error):
        raise _ending(web.HTTPBadRequest(text=UNREADABLE)) from None


def _unpacked(body: bytes, packing: str, most: int) -> bytes:
    """Does no more work than for `most` bytes, whatever the body would become."""
    if packing not in ("gzip", "deflate"):
        raise ValueError("an unknown packing")
    bare = packing == "deflate" and body[:1] and body[0] & 0xF != zlib.DEFLATED
    unpacking = zlib.decompressobj(BARE if bare else WITH_HEAD)
    unpacked = unpacking.decompress(body, most + 1)
    if len(unpacked) > most:
        raise web.HTTPRequestEntityTooLarge(most, len(unpacked))
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("a part of a packed body")
    return unpacked


def _ending(refused: web.HTTPException) -> web.HTTPException:
    """What is still to come of the body is not waited for."""
    refused.force_close()
    return refused
