"""PostgreSQL restarts, stands still or has no connection left while workers send.

The workers go on by themselves afterwards. No message is lost or sent twice.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
import pytest

from tests.postgresql import Server, own_server
from tests.scaled.cluster import Cluster
from tests.scaled.peer import Peer
from tests.scaled.population import populate

pytestmark = pytest.mark.long

# One message each: a second one to the same person would wait an hour.
CLIENTS, EACH = 200, 1
PATIENCE = 300.0


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server for this module alone, because its tests stop and start it. It syncs to the disk."""
    with own_server() as started:
        yield started


async def restarted(server: Server) -> None:
    await asyncio.to_thread(server.process.stop)
    await asyncio.sleep(2)
    await asyncio.to_thread(server.process.start)


async def paused(server: Server) -> None:
    """Stops every process of the server for 5 s, as when its machine is moved."""
    everything = [server.process.get_pid(), *_children(server.process.get_pid())]
    for process in everything:
        os.kill(process, signal.SIGSTOP)
    await asyncio.sleep(5)
    for process in everything:
        os.kill(process, signal.SIGCONT)


async def out_of_connections(server: Server) -> None:
    """Takes every connection of the server, and gives them back after 4 s."""
    taken = []
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            taken.append(await psycopg.AsyncConnection.connect(server.process.get_uri()))
        except psycopg.OperationalError:
            break
    else:
        raise AssertionError("there is no end to its connections")
    await asyncio.sleep(4)
    for connection in taken:
        await connection.close()


def _children(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(entry.name))
    return found


@asynccontextmanager
async def two_workers(server: Server, folder: Path, peer: Peer) -> AsyncIterator[Cluster]:
    async with peer.serving() as address:
        cluster = Cluster(folder, address, server.new_database(), server.new_database())
        async with cluster.store() as opened:
            await populate(opened.store, CLIENTS, EACH, workspaces=4)
        for _ in range(2):
            await cluster.start(short=True)
        try:
            yield cluster
        finally:
            await cluster.end()


@pytest.mark.parametrize("trouble", [restarted, paused, out_of_connections])
async def test_the_workers_go_on_by_themselves(
    server: Server, tmp_path: Path, trouble: Callable[[Server], Awaitable[None]]
) -> None:
    peer = Peer(refused=0.0)
    async with two_workers(server, tmp_path, peer) as cluster:
        began = time.monotonic()
        while len(peer.taken) < CLIENTS * EACH / 5:
            await asyncio.sleep(0.05)
            assert time.monotonic() - began < PATIENCE, cluster.log()[-3000:]
        before = len(peer.taken)
        await trouble(server)
        over = time.monotonic()
        while await cluster.open():
            await asyncio.sleep(0.5)
            assert time.monotonic() - over < PATIENCE, (
                await cluster.states(),
                cluster.log()[-3000:],
            )
        print(
            f"\n{trouble.__name__}: {before} sent before, all {len(peer.taken)} within "
            f"{time.monotonic() - over:.0f} s after it was over"
        )
        assert [worker.returncode for worker in cluster.workers] == [None, None]
        assert await cluster.states() == {"sent": CLIENTS * EACH}
    assert len(peer.taken) == CLIENTS * EACH
    assert max(peer.taken.values()) == 1
