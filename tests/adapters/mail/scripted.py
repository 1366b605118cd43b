"""An SMTP server that answers by a script, and hangs up where it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

USUAL = {
    "CONNECT": "220 here",
    "EHLO": "250-here\r\n250 AUTH PLAIN",
    "AUTH": "235 2.7.0 welcome",
    "MAIL": "250 OK",
    "RCPT": "250 OK",
    "DATA": "354 go on",
    "END": "250 2.0.0 taken",
    "QUIT": "221 bye",
}
HANGS_UP = "hangs up"


@dataclass
class Script:
    """`says` overrides the usual answers. `taken` counts the mails that it took."""

    port: int
    says: Mapping[str, str]
    taken: list[bytes] = field(default_factory=list)

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not await self._answer(writer, "CONNECT"):
            return
        while line := await reader.readline():
            command = line.split()[0].decode().upper()
            if not await self._answer(writer, command):
                return
            if command == "QUIT":
                return
            if command == "DATA" and self._said("DATA").startswith("354"):
                content = await reader.readuntil(b"\r\n.\r\n")
                if self._said("END").startswith("2"):
                    self.taken.append(content)
                if not await self._answer(writer, "END"):
                    return

    async def _answer(self, writer: asyncio.StreamWriter, step: str) -> bool:
        said = self._said(step)
        if said == HANGS_UP:
            return False
        writer.write(said.encode() + b"\r\n")
        await writer.drain()
        return True

    def _said(self, step: str) -> str:
        return self.says.get(step, USUAL.get(step, "502 what?"))


@asynccontextmanager
async def scripted(**says: str) -> AsyncIterator[Script]:
    script = Script(0, says)
    server = await asyncio.start_server(script.meet, "127.0.0.1", 0)
    script.port = server.sockets[0].getsockname()[1]
    try:
        yield script
    finally:
        server.close()
