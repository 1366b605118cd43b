"""What a coach writes outside a note reaches nobody, by every door, in every language."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.chat import Edited, Happening, Message, Submitted, Wrote
from bot.domain.words import Words
from bot.text import catalogue, languages
from tests.scenarios.coach_replies.acts import lets_notes_in, reads, shares
from tests.world import Chatter, World, buttons_in, joined, text_of

LINE = "Mai, 15 Uhr?! Xyzzy plugh"
SAID = Words(LINE)
NOBODY = ("digest-replied", "digest-replied-only")
# Every door by which a coach's own text comes in. `bot.inbound.doors.texts_of` has its kinds.
DOORS: Mapping[str, Happening] = {
    "a message": Wrote(SAID, "m1"),
    "an edit of a message that is not known": Edited("m-unknown", SAID),
    "an edit of a message that reached nobody": Edited("m0", SAID),
    "a shortcut that makes a step of a message": Submitted("step-from", {"text": LINE}),
}


async def who_reads(*, digest: bool = True) -> tuple[World, Chatter, Chatter]:
    """A client who shared something and lets notes in, and the coach who has read it."""
    world = World()
    client, coach = await joined(world)
    await shares(client, "I talked with my team")
    await lets_notes_in(client)
    if digest:
        await reads(coach)
    return world, client, coach


def notes_in(messages: list[Message]) -> list[str]:
    every = [one for message in messages for one in buttons_in(message)]
    return [one.label for one in every if one.action.startswith("note:")]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("door", DOORS)
async def test_every_door_says_so_and_offers_a_note(door: str, language: str) -> None:
    world, client, coach = await who_reads()
    await coach.presses_raw(f"language:{language}")
    before = len(client.shown)
    if "reached nobody" in door:
        await coach.does(Wrote(Words("what a good step"), "m0"))
    told = await coach.does(DOORS[door])
    assert told[0].template == "digest-replied"
    say = catalogue(language)
    assert say("digest-replied") in text_of(told)
    assert notes_in(told) == [say("note-write", client="Mai")]
    assert client.shown[before:] == []
    async with world.store.transaction() as tx:
        held = await tx.person_at(coach.address)
        assert held is not None
        assert LINE not in str(await tx.stored_about(held.id))


@pytest.mark.parametrize("where", ["a digest", "nothing of ours"])
async def test_in_a_thread_too(where: str) -> None:
    world, client, coach = await who_reads(digest=False)
    while not (digests := [a for a in world.platform.arrived if a.message.template == "digest"]):
        await world.skip()
    before = len(client.shown)
    coach.in_reply_to = digests[-1].reference if where == "a digest" else "a note of long ago"
    told = await coach.writes(LINE)
    assert told[0].template in NOBODY
    assert notes_in(told) == ["A note to Mai …"]
    assert client.shown[before:] == []


async def test_the_offer_leads_to_a_note_that_reaches_them() -> None:
    world, client, coach = await who_reads()
    await coach.writes(LINE)
    await coach.presses("A note to Mai …")
    await coach.writes("Well done by you both.")
    await coach.presses("Send exactly this")
    while "note-from" not in client.templates():
        assert await world.skip()
    assert "Well done by you both." in client.sees()
    assert LINE not in client.sees()


async def test_nobody_is_offered_who_is_not_named_to_the_coach_already() -> None:
    """Notes alone name nobody: before a share was read, a coach has no name."""
    world = World()
    client, coach = await joined(world)
    await client.writes("my switches")
    await client.presses("Turn on: Notes from my coach")
    await client.presses("Yes")
    told = await coach.writes(LINE)
    assert told[0].template == "digest-replied-only"
    assert "Mai" not in text_of(told)
    await shares(client, "not read yet")
    assert "Mai" not in text_of(await coach.writes(LINE))
    await reads(coach)
    assert notes_in(await coach.writes(LINE)) == ["A note to Mai …"]


ABOUT_MAI = (
    "send mai a note",
    "tell Mai, please: I will be late on Thursday",
    "end mai",
    "show me everything mai's shared",
    "suggest questions to MAI",
)


@pytest.mark.parametrize("line", ABOUT_MAI)
@pytest.mark.parametrize("language", languages())
async def test_a_line_with_a_clients_name_in_it_offers_that_page(line: str, language: str) -> None:
    _, _, coach = await who_reads()
    await coach.presses_raw(f"language:{language}")
    told = await coach.writes(line)
    assert told[0].template in NOBODY
    label = catalogue(language)("clients-open", client="Mai")
    (page,) = await coach.presses(label)
    assert page.template == "client-page"


@pytest.mark.parametrize("line", ["tell maisie hello", "the mail is late", "Noor said hello"])
async def test_a_name_within_a_word_and_a_name_of_nobodys_offer_no_page(line: str) -> None:
    _, _, coach = await who_reads()
    told = await coach.writes(line)
    assert not any(one.action.startswith("client:") for m in told for one in buttons_in(m))


async def test_a_page_is_offered_of_nobody_who_has_not_been_shown_to_the_coach() -> None:
    world = World()
    client, coach = await joined(world)
    await shares(client, "not read yet")
    silent = World()
    _, other = await joined(silent)
    assert text_of(await coach.writes("end mai")) == text_of(await other.writes("end mai"))


async def test_who_turned_notes_off_is_not_offered_and_nothing_else_changes() -> None:
    _, client, coach = await who_reads()
    await client.writes("my switches")
    await client.presses("Turn off: Notes from my coach")
    told = await coach.writes(LINE)
    assert [one.template for one in told] == ["digest-replied-only"]
    assert notes_in(told) == []


@pytest.mark.parametrize("line", ["help", "digest", "thanks", "hello", "are you a human?"])
async def test_what_is_meant_for_the_bot_is_answered_as_before(line: str) -> None:
    _, _, coach = await who_reads()
    assert (await coach.writes(line))[0].template not in NOBODY


async def test_a_client_and_a_stranger_do_not_read_it() -> None:
    world, client, _ = await who_reads()
    stranger = world.person("sam", "Sam")
    for person in (client, stranger):
        told = await person.writes(LINE)
        assert not any(one.template in NOBODY for one in told)
