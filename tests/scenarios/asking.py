"""Everybody who may ask the bot a question, each in a world of their own."""

from __future__ import annotations

import pickle
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.chat import Button, Buttons, Message
from bot.domain.actions import ABOUT
from bot.messages.who_asks import WhoAsks
from bot.settings import Settings
from bot.understand.heard import BotTopic
from tests.memory_store.store import MemoryStore
from tests.world import Chatter, World, joined


async def stranger(world: World) -> Chatter:
    return world.person("stranger", "Sam")


async def joining(world: World) -> Chatter:
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await client.writes(coach.code())
    return client


async def client(world: World) -> Chatter:
    found, _ = await joined(world)
    return found


async def stopped(world: World) -> Chatter:
    found, _ = await joined(world)
    await found.writes("stop")
    return found


async def over(world: World) -> Chatter:
    found, _ = await joined(world)
    await world.until(world.clock.now() + timedelta(weeks=13))
    return found


async def coach(world: World) -> Chatter:
    _, found = await joined(world)
    return found


WHO: Mapping[WhoAsks, Callable[[World], Awaitable[Chatter]]] = {
    WhoAsks.STRANGER: stranger,
    WhoAsks.JOINING: joining,
    WhoAsks.CLIENT: client,
    WhoAsks.STOPPED: stopped,
    WhoAsks.OVER: over,
    WhoAsks.COACH: coach,
}


async def asker(who: WhoAsks, settings: Settings | None = None) -> Chatter:
    return await WHO[who](World(settings=settings))


async def asks(person: Chatter, topic: BotTopic) -> Message:
    """Asks with the button of the topic, which is answered like the typed question."""
    (answered,) = await person.presses_raw(ABOUT(topic))
    return answered


async def speaks(person: Chatter, language: str) -> None:
    """Sets the language of a person who is known; a stranger's comes with each event."""
    store = person.world.store
    async with store.transaction() as tx:
        found = await tx.person_at(person.address)
        if found is not None:
            await tx.save_person(replace(found, language=language), person.world.clock.now())


def stored(person: Chatter) -> bytes:
    """All that is stored, but for when somebody was last here and which events were seen."""
    store = person.world.store
    assert isinstance(store, MemoryStore)
    tables = store._tables.copy()
    tables.seen = {}
    for key, one in tables.people.items():
        told = replace(one.dialogue, heard_at=None, offered=(), told_until=None)
        tables.people[key] = replace(one, dialogue=told)
    return pickle.dumps(tables)


def buttons_of(message: Message) -> list[Button]:
    return [b for block in message.blocks if isinstance(block, Buttons) for b in block.buttons]
