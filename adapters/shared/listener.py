"""Accepts connections, one at a time, and rests where the machine can open no more files.

asyncio's own server tries again 128 times at once in that case, each with a traceback.
"""

from __future__ import annotations

import asyncio
import errno
import resource
import socket
from contextlib import suppress

import structlog

from adapters.shared.connections import Connections

BACKLOG = 128
ANY_ADDRESS = "::"
REST_SECONDS = 1.0
# Files that are left for databases, keys and calls to the platforms.
KEPT_FREE = 128
FEWEST = 16
NO_SUCH_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)

log = structlog.get_logger()


class Listener:
    """Listens on every address of `host`. With port 0 the system chooses one for all of them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._sockets: list[socket.socket] = []
        self._accepting: list[asyncio.Task[None]] = []

    async def start(self, host: str, port: int) -> int:
        """Returns the port. Raises OSError where it cannot listen there."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        refused: OSError | None = None
        try:
            for family, address in dict.fromkeys((one[0], one[4][:2]) for one in found):
                at = (str(address[0]), port)
                try:
                    listening = _listening(at, family)
                except OSError as problem:
                    # A name may have an address that this machine lacks, as localhost has ::1.
                    if problem.errno not in NO_SUCH_ADDRESS:
                        raise
                    refused = problem
                    continue
                listening.setblocking(False)
                self._sockets.append(listening)
                port = listening.getsockname()[1]
        except OSError:
            await self.stop()
            raise
        if refused is not None and not self._sockets:
            raise refused
        self._accepting = [loop.create_task(self._accept(one)) for one in self._sockets]
        return port

    async def stop(self) -> None:
        """Accepts nobody any more. What is open stays open."""
        for task in self._accepting:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for one in self._sockets:
            one.close()
        self._accepting, self._sockets = [], []

    async def _accept(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            # Without a free file even an empty queue fails, so first see that somebody knocks.
            await _readable(listening)
            try:
                accepted, _ = listening.accept()
            except (BlockingIOError, ConnectionError):
                continue
            except OSError as problem:
                await self._rest(problem)
                continue
            accepted.setblocking(False)
            try:
                await loop.connect_accepted_socket(self._connections, accepted)
            except OSError:
                accepted.close()

    async def _rest(self, problem: OSError) -> None:
        """Gives a file back where a connection waits, so that somebody else gets in."""
        name = errno.errorcode.get(problem.errno or 0, "")
        log.error("not_accepted", error=name, open=len(self._connections))
        await asyncio.sleep(0 if self._connections.close_one() else REST_SECONDS)


def _listening(at: tuple[str, int], family: int) -> socket.socket:
    """Listens on one address. `::` is every address of the machine, also those of IPv4."""
    both = at[0] == ANY_ADDRESS and socket.has_dualstack_ipv6()
    return socket.create_server(at, family=family, backlog=BACKLOG, dualstack_ipv6=both)


async def _readable(listening: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    somebody = asyncio.Event()
    loop.add_reader(listening, somebody.set)
    try:
        await somebody.wait()
    finally:
        loop.remove_reader(listening)


def most_connections(wanted: int) -> int:
    """Returns how many connections may be open, so that other files can still be opened.

    It raises the process's own limit on open files as far as the system lets it.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + KEPT_FREE
    if soft != resource.RLIM_INFINITY and soft < needed:
        more = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (more, hard))
            soft = more
    if soft == resource.RLIM_INFINITY:
        return wanted
    return min(wanted, max(FEWEST, soft - KEPT_FREE))
