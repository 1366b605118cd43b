"""Another program on a port that Handrail has left: it takes in whatever a browser still sends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

HEADER_MOST = 65_536


@asynccontextmanager
async def taken(port: int) -> AsyncIterator[list[bytes]]:
    """Listens on the port for the block. Yields what arrived, one item for each connection."""
    heard: list[bytes] = []

    async def hears(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(HEADER_MOST))
        writer.close()

    server = await asyncio.start_server(hears, "127.0.0.1", port)
    try:
        yield heard
    finally:
        server.close()
        await server.wait_closed()
