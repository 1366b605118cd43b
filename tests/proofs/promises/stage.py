"""People who try to break a promise: what the coach, the client and the clock can still do."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from bot.chat import Message
from bot.domain.engagement import Engagement
from bot.domain.purposes import PURPOSES, switches
from bot.plain import to_plain
from bot.text import catalogue
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)
SECRET = "the quiet secret of the harbour"
NOTE = "a note from the lighthouse"
# What a coach can type. Each is tried after each act that is promised to keep something from them.
COACH_TYPES = (
    "digest",
    "my clients",
    "questions",
    "my profile",
    "session",
    "home",
    "who has seen this",
    "what do you hold",
    "my words",
    "what did I write about the harbour",
    "letter to myself",
)


async def shared(words: str = SECRET) -> tuple[World, Chatter, Chatter]:
    """A client who has approved one share a second ago."""
    world = World()
    client, coach = await joined(world)
    await shares(client, words)
    return world, client, coach


async def shares(client: Chatter, words: str) -> None:
    await client.writes(words)
    await client.asks_to_share()
    if client.templates()[-1] == "ask-share-words":
        await client.presses("Yes")
    await client.presses("Share exactly this")


async def all_on(client: Chatter) -> None:
    """Allows everything that can be allowed."""
    for name in _names():
        await client.writes("my permissions")
        # What is on already has no such switch.
        with suppress(AssertionError):
            await client.presses(f"Turn on: {name}")
        if client.shown[-1].template.startswith("ask-"):
            await client.presses("Yes")


async def all_off(client: Chatter) -> None:
    """Takes every permission back, one by one."""
    for name in _names():
        await client.writes("my permissions")
        with suppress(AssertionError):
            await client.presses(f"Turn off: {name}")


def _names() -> list[str]:
    say = catalogue("en")
    return [say(PURPOSES[purpose].name) for purpose in switches()]


async def looks_everywhere(coach: Chatter) -> str:
    """All that a coach reads who types whatever they can, and presses whatever shows more."""
    before = len(coach.shown)
    for line in COACH_TYPES:
        answer = await coach.writes(line)
        for label in _labels(answer, "Show more", "Earlier ones …", "Open it"):
            await coach.presses(label)
    await coach.opens_home()
    return "\n".join(to_plain(message) for message in coach.shown[before:])


def _labels(messages: Sequence[Message], *wanted: str) -> list[str]:
    text = text_of(messages)
    return [label for label in wanted if label in text]


async def saves_card(coach: Chatter, fees: str) -> None:
    await coach.writes("my profile")
    (asked,) = await coach.submits(fees=fees)
    if asked.template == "profile-sure":
        await coach.submits()


async def writes_a_note(coach: Chatter, engagement: Engagement) -> None:
    """Writes a note by a button that the coach may have from long ago."""
    await coach.presses_raw(f"note:{engagement.id}")
    await coach.writes(NOTE)
    send = [b.action for b in coach.buttons() if b.action.startswith("note-send:")]
    if send:
        await coach.presses_raw(send[-1])


async def engagement_of(world: World, client: Chatter) -> Engagement:
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        return (await tx.engagements_of(person.id))[0]


async def coach_does_all(world: World, coach: Chatter, engagement: Engagement) -> None:
    """Whatever could make the bot write to the client: a note, a session, a card, questions."""
    await writes_a_note(coach, engagement)
    await coach.presses_raw(f"session:{engagement.id}:set")
    if coach.shown[-1].blocks and any(m.template == "session-ask" for m in coach.shown[-1:]):
        await coach.submits(day="Friday", time="10:00")
    await saves_card(coach, f"{world.clock.now():%d} euros")
    await coach.writes("digest")


def since(world: World, client: Chatter, when: datetime) -> list[tuple[datetime, str]]:
    """What has left to the client by itself from `when` (UTC) on: the time and the template."""
    return [
        (one.at, one.message.template)
        for one in world.platform.arrived
        if one.to == client.address and one.at >= when
    ]
