"""Teams in many processes: one process receives and stores the chats, another one sends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import count
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from adapters.teams.settings import TeamsSettings
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement
from bot.domain.people import Address
from bot.ports import Store, Transaction
from bot.run import many_processes
from tests.adapters.teams.connector_peer import ConnectorPeer, Fault, connector_peer
from tests.adapters.teams.crowd import enrol
from tests.adapters.teams.support import TENANT, activity, conversation_of
from tests.scaled.cluster import Cluster

pytestmark = pytest.mark.long

PEOPLE = [f"person-{number}" for number in range(3)]
DAY = timedelta(days=1)
NUMBERS = count(1)
QUESTION = "Hello. A moment for you"


@dataclass
class TwoProcesses:
    """Two processes that share the database and the keys, and no disk."""

    cluster: Cluster
    peer: ConnectorPeer
    serving: str
    store: Store

    async def says(self, user: str, text: str, service: str = "") -> None:
        said = activity(service or self.peer.address, text, user, next(NUMBERS))
        said["localTimezone"] = "UTC"
        async with (
            aiohttp.ClientSession() as http,
            http.post(self.serving, json=said) as answer,
        ):
            assert answer.status == 200

    async def plan(self, user: str, slot: str) -> None:
        now = datetime.now(UTC)
        async with self.store.transaction() as tx:
            mine = await _engagement(tx, Address("teams", TENANT, user))
            due = Delivery(
                id=f"{user}-{slot}",
                kind=Kind.CHECK_IN,
                to=mine.client_id,
                owner=mine.id,
                slot=slot,
                not_before=now - DAY,
                not_after=now + DAY,
                due_at=now,
            )
            assert await tx.plan(due)

    async def answered(self, user: str, peer: ConnectorPeer | None = None) -> None:
        await _until(lambda: _shown(peer or self.peer, user, "Everything I understand"))

    async def asked(self, user: str, peer: ConnectorPeer | None = None) -> None:
        await _until(lambda: _shown(peer or self.peer, user, QUESTION))


async def _until(holds: Callable[[], int]) -> None:
    async with asyncio.timeout(90):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


def _shown(peer: ConnectorPeer, user: str, part: str) -> int:
    return sum(part in str(message) for message in peer.messages(conversation_of(user)))


@asynccontextmanager
async def houses(folder: Path) -> AsyncIterator[TwoProcesses]:
    (folder / "e").mkdir()
    async with AsyncExitStack() as stack:
        peer = await stack.enter_async_context(connector_peer())
        cluster = Cluster(folder, peer.address)
        opened = await stack.enter_async_context(cluster.store())
        people = [Address("teams", TENANT, user) for user in PEOPLE]
        all_day = time(0, 0), time(23, 59, 59)
        await enrol(opened.store, people, datetime.now(UTC), all_day)
        async with opened.store.transaction() as tx:
            for one in people:
                # Only deliveries that a test plans can come.
                await tx.unplan((await _engagement(tx, one)).id)
        serving = await stack.enter_async_context(
            many_processes.serving(settings_of(cluster, folder / "serving"))
        )
        await stack.enter_async_context(
            many_processes.working(settings_of(cluster, folder / "working"))
        )
        yield TwoProcesses(cluster, peer, serving.entrance, opened.store)


async def _engagement(tx: Transaction, who: Address) -> Engagement:
    person = await tx.person_at(who)
    assert person is not None
    (mine,) = await tx.engagements_of(person.id)
    return mine


def settings_of(cluster: Cluster, data: Path) -> TeamsSettings:
    return TeamsSettings(
        data=data,
        database_url=SecretStr(cluster.data),
        keys_url=SecretStr(cluster.keys),
        epochs=cluster.folder / "e",
        organisation="org",
        port=0,
        teams_local=True,
    )


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[TwoProcesses]:
    async with houses(tmp_path) as found:
        yield found


async def test_the_worker_sends_to_chats_that_the_server_stored(both: TwoProcesses) -> None:
    for user in PEOPLE:
        await both.says(user, "help")
        await both.answered(user)
    # The whole tenant must wait for a moment. Nobody gets a message twice because of it.
    both.peer.faults = [Fault(429, headers={"Retry-After": "1"})]
    for user in PEOPLE:
        await both.plan(user, "first")
    for user in PEOPLE:
        await both.asked(user)
    await asyncio.sleep(1.0)
    assert [_shown(both.peer, user, QUESTION) for user in PEOPLE] == [1, 1, 1]


async def test_the_worker_learns_an_address_that_has_moved(both: TwoProcesses) -> None:
    """A message from a person updates how every process reaches them."""
    user = PEOPLE[0]
    async with connector_peer() as before:
        await both.says(user, "help", before.address)
        await both.answered(user, before)
        await both.plan(user, "first")
        await both.asked(user, before)
        await both.says(user, "help")
        await both.answered(user)
        await both.cluster.passes("2 hours")
        await both.plan(user, "second")
        await both.asked(user)
        assert _shown(before, user, QUESTION) == 1
