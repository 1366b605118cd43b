"""Workers are killed while they send. No message is sent twice, and none is lost in silence.

The long form (`make kills`) sends 20,000 messages with three workers. It takes some minutes.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from pathlib import Path

import pytest

from tests.scaled.cluster import Cluster
from tests.scaled.peer import Peer
from tests.scaled.population import populate

LONG = os.environ.get("TESTS_KILLS") == "long"
# One message each: a second one to the same person would wait an hour.
CLIENTS, EACH, WORKERS, KILLS = (20_000, 1, 3, 60) if LONG else (80, 1, 2, 3)
EVERY = (1.5, 4.0) if LONG else (0.2, 1.0)
PATIENCE = 3_600 if LONG else 300


async def outlive(cluster: Cluster, peer: Peer, seed: int) -> float:
    """Kills workers at random moments while they send, until every delivery has ended.

    Returns the seconds since the last kill.
    """
    chance = random.Random(seed)
    began = last = time.monotonic()
    before = 0
    while await cluster.open():
        await asyncio.sleep(chance.uniform(*EVERY))
        if cluster.kills < KILLS and len(peer.taken) > before:
            await cluster.kill_one(chance, short=not LONG)
            before, last = len(peer.taken), time.monotonic()
        assert time.monotonic() - began < PATIENCE, (await cluster.states(), cluster.log()[-3000:])
    return time.monotonic() - last


@pytest.mark.parametrize(
    "history",
    [
        pytest.param(True, id="readable history", marks=pytest.mark.long),
        pytest.param(False, id="no history"),
    ],
)
async def test_killed_workers_send_nothing_twice_and_lose_nothing(
    tmp_path: Path, history: bool
) -> None:
    peer = Peer(history=history)
    async with peer.serving() as address:
        cluster = Cluster(tmp_path, address, looks_up=history)
        async with cluster.store() as opened:
            ids = await populate(opened.store, CLIENTS, EACH, workspaces=5)
        began = time.monotonic()
        for _ in range(WORKERS):
            await cluster.start(short=not LONG)
        try:
            afterwards = await outlive(cluster, peer, seed=1)
            took = time.monotonic() - began
            states, sent = await cluster.states(), await cluster.sent()
        finally:
            await cluster.end()
    unconfirmed = states.get("unconfirmed", 0)
    print(
        f"\n{len(ids)} messages, {WORKERS} workers, {cluster.kills} kills, {took:.0f} s: twice "
        f"{sum(count > 1 for count in peer.taken.values())}, {states}, of the unconfirmed "
        f"{sum(one in peer.taken for one in set(ids) - sent)} had arrived; the last was settled "
        f"{afterwards:.0f} s after the last kill; the peer answered {dict(peer.answered)}"
    )
    assert cluster.kills > 0
    assert max(peer.taken.values()) == 1
    assert sent <= set(peer.taken) <= set(ids)
    if history:
        assert states == {"sent": len(ids)}
    else:
        assert states["sent"] + unconfirmed == len(ids)
        assert set(ids) - set(peer.taken) <= set(ids) - sent
        assert unconfirmed < len(ids) / 5
    assert "Traceback" not in cluster.log()
