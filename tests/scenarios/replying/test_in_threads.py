"""A reply belongs to the message that it replies to, and the chat's own question stays open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat import Edited
from bot.domain.check_in import Answer
from bot.domain.words import Words
from bot.rules.replies import MOST, OPEN_FOR
from tests.world import Chatter, World, joined


async def asked_twice() -> tuple[World, Chatter, list[str]]:
    """A client with two open check-ins: the references of the older and of the newer one."""
    world = World()
    client, _ = await joined(world)
    while len(asked(world)) < 2:
        await world.skip()
    return world, client, asked(world)


def asked(world: World) -> list[str]:
    """The references of the check-ins that arrived, in order."""
    return [one.reference for one in world.platform.arrived if one.message.template == "check-in"]


async def answers(world: World) -> dict[str, str | None]:
    """The words that are kept, each with the check-in that it answers."""
    kept: list[Answer] = []
    async with world.store.transaction() as tx:
        for person in world.people:
            known = await tx.person_at(person)
            for engagement in await tx.engagements_of(known.id if known else ""):
                kept += await tx.answers(engagement.id)
    return {one.words.text if one.words else str(one.mark): one.check_in for one in kept}


async def replies(client: Chatter, to: str, text: str, message: str | None = None) -> str:
    """Replies in the thread of `to`. Returns the template of the last answer."""
    client.in_reply_to = to
    found = await client.writes(text, message)
    client.in_reply_to = None
    return found[-1].template if found else ""


@pytest.mark.parametrize("older_first", [True, False])
async def test_each_reply_answers_the_check_in_of_its_thread(older_first: bool) -> None:
    world, client, (older, newer) = await asked_twice()
    for reference in (older, newer) if older_first else (newer, older):
        await replies(client, reference, f"in {reference}")
    assert await answers(world) == {f"in {one}": one for one in (older, newer)}


async def test_the_open_question_stays_open_beside_a_thread() -> None:
    world, client, (older, newer) = await asked_twice()
    await replies(client, older, "about that earlier one")
    await client.writes("about the newest")
    assert await answers(world) == {"about that earlier one": older, "about the newest": newer}


async def test_a_reply_to_the_newest_closes_it_and_the_next_line_stands_alone() -> None:
    world, client, (_, newer) = await asked_twice()
    await replies(client, newer, "in its thread")
    await client.writes("something of my own")
    assert await answers(world) == {"in its thread": newer, "something of my own": None}


async def test_every_further_reply_in_a_thread_belongs_to_it_too() -> None:
    world, client, (older, _) = await asked_twice()
    for text in ("one thing", "another thing"):
        await replies(client, older, text)
    assert await answers(world) == {"one thing": older, "another thing": older}


async def test_a_reply_names_its_check_in_long_after_the_day_on_which_it_was_open() -> None:
    world, client, (older, _) = await asked_twice()
    world.clock.forward(days=12)
    await replies(client, older, "late, and here")
    assert (await answers(world))["late, and here"] == older


@pytest.mark.parametrize("how", ["too old", "too many since", "nothing of ours"])
async def test_a_reply_to_what_is_forgotten_is_a_line_like_any_other(how: str) -> None:
    world, client, (older, newer) = await asked_twice()
    await client.writes("the newest is answered")
    if how == "too old":
        world.clock.forward(days=OPEN_FOR.days + 15)
    while how == "too many since" and len(asked(world)) < MOST + 2:
        await world.until(world.clock.now() + timedelta(days=1))
        await client.writes("thanks")
    newest = asked(world)[-1]
    where = "a note of long ago" if how == "nothing of ours" else older
    await replies(client, where, "and this")
    assert (await answers(world))["and this"] in (None, newest if newest != newer else None)


async def test_a_typed_label_presses_the_button_of_its_own_thread() -> None:
    world, client, (older, newer) = await asked_twice()
    assert await replies(client, older, "pass") == "passed"
    await client.writes("still open")
    assert await answers(world) == {"still open": newer}


SAID_FIRST = {
    "stop": "stopped",
    "I want to kill myself": "crisis",
    "are you a human?": "about-",
    "help": "help",
    "thanks": "small-thanks",
}


@pytest.mark.parametrize("text", SAID_FIRST)
async def test_stop_distress_and_questions_are_heard_first_in_a_thread(text: str) -> None:
    world, client, (older, _) = await asked_twice()
    template = await replies(client, older, text)
    assert template.startswith(SAID_FIRST[text]), template
    assert await answers(world) == {}


async def test_after_a_stop_in_a_thread_nothing_comes_and_nothing_is_open() -> None:
    world, client, (older, _) = await asked_twice()
    await replies(client, older, "stop")
    before = len(world.platform.arrived)
    await world.until(world.clock.now() + timedelta(days=20))
    assert len(world.platform.arrived) == before
    assert await replies(client, older, "one more word") == "stopped-still"


async def test_what_is_asked_in_a_thread_is_answered_there() -> None:
    """ "Not what I meant" under an answer in a thread: the next reply there is the right words."""
    world, client, (older, newer) = await asked_twice()
    await replies(client, older, "the wrong words")
    client.in_reply_to = older
    await client.presses("Not what I meant")
    client.in_reply_to = None
    await replies(client, older, "the right words")
    assert await answers(world) == {"the right words": older}
    assert await replies(client, newer, "and the newest") == "you-wrote"
    assert (await answers(world))["and the newest"] == newer


async def test_an_edit_and_a_deletion_in_a_thread_reach_the_answer_and_its_share() -> None:
    world, client, (older, _) = await asked_twice()
    await replies(client, older, "first words", "m-1")
    client.in_reply_to = older
    (edited,) = await client.edits("m-1", "other words")
    assert edited.template == "edited"
    assert await answers(world) == {"other words": older}
    await client.deletes("m-1")
    client.in_reply_to = None
    assert await answers(world) == {}


async def test_an_edit_in_a_thread_of_a_message_that_never_came_answers_its_check_in() -> None:
    world, client, (older, _) = await asked_twice()
    client.in_reply_to = older
    await client.does(Edited("m-2", Words("never seen"), born=world.clock.now()))
    client.in_reply_to = None
    assert await answers(world) == {"never seen": older}


async def test_another_question_is_answered_in_the_thread_of_its_own_message() -> None:
    world, client, (older, newer) = await asked_twice()
    (second,) = await client.presses("Another question")
    assert second.reference is not None
    question = second.reference.split("|")[2]
    await replies(client, older, "the older one")
    await replies(client, second.reference, "the other question")
    async with world.store.transaction() as tx:
        who = await tx.person_at(client.address)
        (engagement,) = await tx.engagements_of(who.id if who else "")
        kept = {a.words.text: a for a in await tx.answers(engagement.id) if a.words}
    assert kept["the other question"].question == question
    assert kept["the other question"].check_in == newer
    assert kept["the older one"].check_in == older


async def test_another_persons_message_is_nobodys_thread() -> None:
    """The names are keyed by the chat: a reference of somebody else's chat opens nothing here."""
    world = World()
    mai, _ = await joined(world)
    sam, _ = await joined(world, "Sam", "Ruth", client="sam", coach="ruth")
    while len(asked(world)) < 4:
        await world.skip()
    mine = [one.reference for one in world.platform.arrived if one.to == mai.address]
    theirs = [one.reference for one in world.platform.arrived if one.to == sam.address]
    await replies(sam, mine[0], "whose is this?! mine")
    assert set((await answers(world)).values()) <= {None, *theirs}


async def test_a_crash_between_sending_and_settling_leaves_the_reply_its_check_in() -> None:
    world = World()
    client, _ = await joined(world)
    world.platform.break_after_next.append(OSError("lost"))
    await world.skip()
    await world.restart()
    world.clock.forward(minutes=2)
    await world.bot.tick()
    (reference,) = asked(world)
    await replies(client, reference, "found again")
    assert (await answers(world))["found again"] == reference


async def test_replies_are_kept_as_names_only_and_are_forgotten() -> None:
    world, client, (older, newer) = await asked_twice()
    async with world.store.transaction() as tx:
        who = await tx.person_at(client.address)
    assert who is not None
    assert len(who.dialogue.replies) == 2
    assert not {older, newer} & {name for one in who.dialogue.replies for name in one.names}
    old = tuple(replace(one, until=world.clock.now().date()) for one in who.dialogue.replies)
    async with world.store.transaction() as tx:
        earlier = replace(who, dialogue=replace(who.dialogue, replies=old))
        await tx.save_person(earlier, world.clock.now())
    world.clock.forward(days=2)
    await world.skip()
    async with world.store.transaction() as tx:
        who = await tx.person_at(client.address)
    assert who is not None
    assert len(who.dialogue.replies) == 1


async def test_what_was_asked_beside_a_question_does_not_close_it() -> None:
    """A question to the bot in a thread, and two days later the answer there."""
    world, client, (older, _) = await asked_twice()
    await replies(client, older, "help")
    world.clock.forward(days=2)
    await replies(client, older, "and now the answer")
    assert await answers(world) == {"and now the answer": older}
