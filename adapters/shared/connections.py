"""What an outsider may hold of the server: so many connections, each for so long.

aiohttp itself closes a connection on which nothing is asked after an hour, and knows no limit on
their number. Here each connection has a deadline at every moment, and a full house closes the one
that has waited longest without asking anything.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import structlog

TELL_SECONDS = 60.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Limits:
    """Times are in seconds.

    `head`: from the first byte to the last line of a request's headers. `idle`: between two
    requests; it is longer than the 60 seconds that proxies keep a connection, so that they close
    first. `body`: from the headers to the last byte of the body. `answer`: from the headers until
    the answer is made. `bytes` is the largest body, after decompression. `per_peer` is None where
    all connections come from one proxy.
    """

    head: float = 10.0
    idle: float = 75.0
    body: float = 15.0
    answer: float = 60.0
    bytes: int = 512 * 1024
    connections: int = 512
    per_peer: int | None = 64


class Connections:
    """All open connections of a server. `inner` makes aiohttp's protocol for each."""

    def __init__(self, inner: Callable[[], asyncio.Protocol], limits: Limits) -> None:
        self.limits = limits
        self._inner = inner
        self._peers: Counter[str] = Counter()
        self._tell_from: dict[str, float] = {}
        # Those that wait for a whole request, the longest waiting first.
        self._waiting: dict[Connection, None] = {}

    def __call__(self) -> asyncio.Protocol:
        return Connection(self._inner(), self)

    def __len__(self) -> int:
        return self._peers.total()

    def take(self, new: Connection) -> bool:
        """Makes room for one more. Returns False where all others are being answered."""
        most = self.limits.per_peer
        if most is not None and self._peers[new.peer] >= most:
            self._tell("of one address")
            if not self.close_one(new.peer):
                return False
        if len(self) >= self.limits.connections:
            self._tell("in all")
            if not self.close_one():
                return False
        self._peers[new.peer] += 1
        return True

    def _tell(self, which: str) -> None:
        """Tells once a minute that there are as many as there may be."""
        now = asyncio.get_running_loop().time()
        if now >= self._tell_from.get(which, now):
            self._tell_from[which] = now + TELL_SECONDS
            log.warning("connections_full", which=which, open=len(self))

    def drop(self, gone: Connection) -> None:
        self._waiting.pop(gone, None)
        self._peers[gone.peer] -= 1
        if not self._peers[gone.peer]:
            del self._peers[gone.peer]

    def waits(self, one: Connection) -> None:
        self._waiting.pop(one, None)
        self._waiting[one] = None

    def asks(self, one: Connection) -> None:
        self._waiting.pop(one, None)

    def close_one(self, peer: str | None = None) -> bool:
        """Closes the connection (of this peer) that has waited longest. False: none waits."""
        oldest = next((one for one in self._waiting if peer in (None, one.peer)), None)
        if oldest is not None:
            oldest.abort()
        return oldest is not None


class Connection(asyncio.Protocol):
    """Passes everything on to aiohttp's protocol, and ends the connection at its deadline."""

    def __init__(self, inner: asyncio.Protocol, all_of: Connections) -> None:
        self._inner = inner
        self._all = all_of
        self._limits = all_of.limits
        self._transport: asyncio.Transport | None = None
        self._deadline: asyncio.TimerHandle | None = None
        self._idle = self._begun = False
        self.peer = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if not isinstance(transport, asyncio.Transport):
            raise TypeError("not a stream")
        self.peer = str((transport.get_extra_info("peername") or ("",))[0])
        if not self._all.take(self):
            transport.abort()
            return
        self._transport = transport
        self._begun = True
        self._all.waits(self)
        self._end_in(self._limits.head)
        self._inner.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        if self._idle:
            self._idle = False
            self._end_in(self._limits.head)
        if self._transport is not None:
            self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return self._inner.eof_received() if self._transport is not None else None

    def pause_writing(self) -> None:
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        self._inner.resume_writing()

    def connection_lost(self, problem: Exception | None) -> None:
        self._let_go()
        if self._begun:
            self._inner.connection_lost(problem)

    def begins(self) -> None:
        """The headers of a request are whole. Its body may never come, so it still waits."""
        if self._transport is not None:
            self._idle = False
            self._end_in(self._limits.answer)

    def is_whole(self) -> None:
        """The request has come with its body: it is being answered."""
        if self._transport is not None:
            self._all.asks(self)

    def stays(self) -> None:
        """It became a WebSocket, which has a heartbeat of its own."""
        self._end_in(None)

    def ends(self) -> None:
        """The answer is made. It may still be on its way, and has as long as an idle connection."""
        if self._transport is not None:
            self._idle = True
            self._all.waits(self)
            self._end_in(self._limits.idle)

    def abort(self) -> None:
        """Ends the connection now, whatever the other side does."""
        transport = self._transport
        # Its place is free at once, and not only when the loop comes round.
        self._let_go()
        if transport is not None:
            transport.abort()

    def _let_go(self) -> None:
        self._end_in(None)
        self._idle = False
        if self._transport is not None:
            self._transport = None
            self._all.drop(self)

    def _end_in(self, seconds: float | None) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        if seconds is not None:
            self._deadline = asyncio.get_running_loop().call_later(seconds, self.abort)
