"""Each call to the database, the key store and the platform fails once.

While the bot sends, replies or erases, the N-th call fails, for every N. Afterwards everything
works again, and every promise must hold.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from bot.chat import Pressed, Wrote
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.people import Address
from bot.domain.words import Words
from storage import OpenedStore, open_store
from storage.keys.key_file import KeyFile
from storage.keys.records import OfOwners
from tests.engines import sqlite_without_threads
from tests.fakes import FakePlatform
from tests.proofs.resting import rests
from tests.world import Chatter, World, joined

LONG = os.environ.get("TESTS_HISTORIES") == "long"
# How far the calls that fail are apart: the short form tries each third and each fourth one, the
# long form (make simulate) all of them. Handrail never looks at which trouble it is.
TROUBLES = {
    "database is locked": 1 if LONG else 3,
    "database or disk is full": 1 if LONG else 4,
}
WORDS = "zebra words to keep"
MOST = 400


@dataclass
class Faults:
    """Counts every call. The call with the number `fails_at` fails."""

    fails_at: int = 0
    trouble: str = "database is locked"
    calls: int = 0
    fired: list[str] = field(default_factory=list)

    def call(self, what: str) -> None:
        self.calls += 1
        if self.calls == self.fails_at:
            self.fired.append(what)
            raise sqlite3.OperationalError(self.trouble)


@contextmanager
def failing(opened: OpenedStore, platform: FakePlatform, faults: Faults) -> Iterator[None]:
    """Reports to `faults`, within the block, each statement and commit, the begin and the commit of
    each transaction of the key store, each of its reads on the loop, and each platform call before
    and after its work.
    """
    engine = opened.store._engine.sync_engine
    real, read, platform_class = KeyFile._transaction, KeyFile.of_at_once, type(platform)

    def statement(*_: Any) -> None:
        faults.call("statement")

    def commit(_: Any) -> None:
        faults.call("commit")

    @contextmanager
    def keys(store: KeyFile, *, turning: bool = False) -> Iterator[Connection]:
        faults.call("keys")
        with real(store, turning=turning) as db:
            yield db
            faults.call("keys commit")

    def keys_at_once(store: KeyFile, owners: Collection[str]) -> OfOwners | None:
        faults.call("keys")
        return read(store, owners)

    def asked(name: str) -> Callable[..., Awaitable[Any]]:
        original = getattr(platform_class, name)

        async def call(self: FakePlatform, *arguments: Any) -> Any:
            faults.call(f"{name} before")
            done = await original(self, *arguments)
            faults.call(f"{name} after")
            return done

        return call

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KeyFile, "_transaction", keys)
        patch.setattr(KeyFile, "of_at_once", keys_at_once)
        for name in ("send", "edit", "find"):
            patch.setattr(platform_class, name, asked(name))
        event.listen(engine, "before_cursor_execute", statement)
        event.listen(engine, "commit", commit)
        try:
            yield
        finally:
            event.remove(engine, "before_cursor_execute", statement)
            event.remove(engine, "commit", commit)


@dataclass
class Conversation:
    world: World
    client: Chatter
    opened: OpenedStore


@pytest.fixture(autouse=True)
def _at_once() -> Iterator[None]:
    """Runs statements in the test's own thread, which saves thousands of waits for another."""
    with sqlite_without_threads():
        yield


@pytest.fixture
async def template(tmp_path: Path) -> tuple[Path, World, Chatter, Chatter]:
    """Prepares a store in which client and coach have agreed, and a share was read."""
    folder = tmp_path / "template"
    opened = await open_store(folder, None, "org")
    world = World(opened.store)
    client, coach = await joined(world)
    await client.writes("shared")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await coach.writes("digest")
    await opened.close()
    return folder, world, client, coach


@asynccontextmanager
async def again(
    template: tuple[Path, World, Chatter, Chatter], number: int
) -> AsyncIterator[Conversation]:
    folder, before, client, coach = template
    place = folder.parent / "now"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder, place)
    opened = await open_store(place, None, "org")
    world = World(opened.store, seed=1000 + number)
    world.clock.at = before.clock.at
    world.events = count(1_000_000)
    for person in (client, coach):
        same = world.person(person.address.user, person.name)
        same.shown = list(person.shown)
        same.posted = dict(person.posted)
        world.platform.answered |= set(person.posted)
    try:
        yield Conversation(world, world.people[client.address], opened)
    finally:
        await opened.close()


Road = Callable[[Conversation, Faults], Awaitable[None]]


async def sending(conversation: Conversation, faults: Faults) -> None:
    """At most one message arrives, and the delivery's final state tells the truth."""
    world = conversation.world
    due = await world.bot.deliveries.next_due()
    assert due is not None
    world.clock.at = due + timedelta(minutes=1)
    with failing(conversation.opened, world.platform, faults):
        try:
            await world.bot.tick()
        except (sqlite3.OperationalError, OperationalError):
            assert faults.fired
    await rests(conversation.world)
    mine = [a for a in world.platform.arrived if a.to == conversation.client.address]
    assert len(mine) <= 1
    async with conversation.opened.store.transaction() as tx:
        person = await tx.person_at(conversation.client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        past = await tx.deliveries(engagement.id, Kind.CHECK_IN)
    (first,) = [d for d in past if d.not_before <= world.clock.now()]
    assert first.state in (DeliveryState.SENT, DeliveryState.UNCONFIRMED)
    assert (first.state is DeliveryState.SENT) <= (len(mine) == 1)
    # Only a failure before the request, whose effect nobody knows, may keep the message back.
    assert mine or faults.fired == ["send before"]


async def replying(conversation: Conversation, faults: Faults) -> None:
    """The words are kept once, or the person is told. A repeated event brings them after all."""
    what = Wrote(Words(WORDS), "their-message")
    with failing(conversation.opened, conversation.world.platform, faults):
        answers = await conversation.client.does(what, "their-event")
    told = [message.template for message in answers]
    assert told in (["you-wrote"], ["trouble"]), told
    assert await kept(conversation) == ([WORDS] if told == ["you-wrote"] else [])
    await conversation.client.does(what, "their-event")
    await conversation.client.does(what, "another-event")
    await rests(conversation.world)
    assert await kept(conversation) == [WORDS]


async def kept(conversation: Conversation) -> list[str]:
    async with conversation.opened.store.transaction() as tx:
        person = await tx.person_at(conversation.client.address)
        found = await tx.engagements_of(person.id) if person else []
        answers = [a for e in found for a in await tx.answers(e.id)]
    return [a.words.text for a in answers if a.words is not None and a.words.text != "shared"]


async def erasing(conversation: Conversation, faults: Faults) -> None:
    """The bot never says "gone" before the words are gone. In the end they are."""
    await conversation.client.writes(WORDS)
    with failing(conversation.opened, conversation.world.platform, faults):
        answers = await conversation.client.does(Pressed("erase:yes"), "their-press")
    told = [message.template for message in answers]
    assert told in (["erased"], ["trouble"], ["erase-unfinished"]), told
    if told != ["trouble"]:
        assert await kept(conversation) == []
    if told != ["erased"]:
        await conversation.client.does(Pressed("erase:yes"), "their-second-press")
    await rests(conversation.world)
    assert await kept(conversation) == []
    async with conversation.opened.store.transaction() as tx:
        assert await tx.person_at(Address("local", "local", "client")) is None


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("road", [sending, replying, erasing], ids=lambda road: road.__name__)
async def test_every_promise_holds_whichever_call_fails(
    road: Road,
    trouble: str,
    template: tuple[Path, World, Chatter, Chatter],
    capsys: pytest.CaptureFixture[str],
) -> None:
    failed: list[str] = []
    for number in range(1, MOST, TROUBLES[trouble]):
        faults = Faults(fails_at=number, trouble=trouble)
        async with again(template, number) as conversation:
            try:
                await road(conversation, faults)
            except BaseException as problem:
                problem.add_note(f"call {number}: {faults.fired}")
                raise
        if not faults.fired:
            break
        failed += faults.fired
    with capsys.disabled():
        keys = sum(what.startswith("keys") for what in failed)
        print(f"\n{road.__name__}, {trouble}: {len(failed)} calls, {keys} to the key store")
    assert len(failed) > 6 / TROUBLES[trouble]
    assert len(failed) < MOST / TROUBLES[trouble] - 1
