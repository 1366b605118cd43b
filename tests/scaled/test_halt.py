"""Real workers on PostgreSQL, in real time: two seconds after a halt nothing leaves any more."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta
from pathlib import Path

from storage.sql.halts.button import press, release
from tests.scaled.cluster import Cluster
from tests.scaled.peer import Peer
from tests.scaled.population import populate

CLIENTS, PATIENCE = 200, 40.0
# Two seconds, and one for a machine that does much else.
SOON = timedelta(seconds=3)


def told(cluster: Cluster, event: str) -> list[str]:
    """The lines of an event in the workers' log. Each begins with its time, in whole seconds."""
    return [one for one in cluster.log().splitlines() if f" {event} " in one]


async def until_some_left(peer: Peer) -> None:
    began = time.monotonic()
    while len(peer.taken) < 10:
        assert time.monotonic() - began < PATIENCE
        await asyncio.sleep(0.05)


async def until_all_ended(cluster: Cluster) -> None:
    began = time.monotonic()
    while await cluster.open():
        assert time.monotonic() - began < PATIENCE, await cluster.states()
        await asyncio.sleep(0.2)


async def test_nothing_leaves_two_seconds_after_a_halt_in_any_worker(tmp_path: Path) -> None:
    peer = Peer(history=False, dropped=0.0, refused=0.0)
    async with peer.serving() as address:
        cluster = Cluster(tmp_path, address)
        async with cluster.store() as opened:
            ids = await populate(opened.store, CLIENTS, 1, workspaces=4)
        for _ in range(2):
            await cluster.start(short=False)
        try:
            await until_some_left(peer)
            at = await asyncio.to_thread(press, tmp_path, cluster.data, "org", "operator", None)
            assert at[1]
            await asyncio.sleep(2.0)
            there = len(peer.taken)
            await until_all_ended(cluster)
            assert len(peer.taken) == there < len(ids)
            states = await cluster.states()
            assert states["dropped"] == len(ids) - states["sent"]
            await asyncio.to_thread(release, tmp_path, cluster.data, "org")
            await asyncio.sleep(1.5)
            assert len(peer.taken) == there
        finally:
            await cluster.end()
    assert max(peer.taken.values()) == 1
    assert "Traceback" not in cluster.log()
    noticed = [datetime.fromisoformat(one.split()[0]) for one in told(cluster, "halted")]
    assert len(noticed) == 2
    assert max(noticed) - at[0].halted_at <= SOON
