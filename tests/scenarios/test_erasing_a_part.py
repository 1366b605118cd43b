"""Erasing one answer, some days or everything, and how long answers are kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chat import Button, Buttons, Message
from bot.domain.words import Words
from bot.ports import Own
from bot.settings import Settings
from tests.world import Chatter, World, joined, text_of


@pytest.fixture
def world() -> World:
    return World()


async def keep(client: Chatter, words: str) -> None:
    await client.writes(words)


async def held(client: Chatter) -> str:
    return text_of(await client.writes("what do you hold"))


async def to_part(client: Chatter, *labels: str) -> str:
    await client.writes("erase")
    told = []
    for label in ("Only a part …", *labels):
        told = await client.presses(label)
    return text_of(told)


async def test_one_answer_goes_and_the_others_stay(world: World) -> None:
    client, _ = await joined(world)
    await keep(client, "the first thing")
    world.clock.forward(minutes=1)
    await keep(client, "the second thing")
    listed = await to_part(client, "One answer …")
    assert listed.index("the second thing") < listed.index("the first thing")
    newest, oldest = [b.action for b in client.buttons()][-2:]
    asked = text_of(await client.presses_raw(oldest))
    assert "the first thing" in asked
    certificate = text_of(await client.presses("Erase it"))
    assert "That was: 1 answer, no steps, nothing shared." in certificate
    assert "the first thing" not in certificate
    now_held = await held(client)
    assert "the first thing" not in now_held
    assert "the second thing" in now_held
    assert "That button is out of date" in text_of(await client.presses_raw(oldest))
    assert newest != oldest


async def test_the_bot_deletes_its_own_messages_about_an_erased_answer(world: World) -> None:
    client, _ = await joined(world)
    await keep(client, "the only thing")
    await to_part(client, "One answer …")
    await client.presses_raw([b.action for b in client.buttons()][-1])
    await client.presses("Erase it")
    ((address, own),) = world.platform.cleared
    assert address == client.address
    assert own.quoting == (Words("the only thing"),)


async def test_the_last_days_go_and_earlier_ones_stay(world: World) -> None:
    client, _ = await joined(world)
    await keep(client, "long ago")
    world.clock.forward(days=10)
    await keep(client, "just now")
    await client.writes("when I wake up, then I stretch")
    asked = await to_part(client, "The last 7 days")
    assert "Friday, 27 November 2026 to Thursday, 3 December 2026" in asked
    await client.presses("Erase it")
    now_held = await held(client)
    assert "long ago" in now_held
    assert "just now" not in now_held
    own = world.platform.cleared[0][1]
    assert own.since is not None
    assert own.until is not None
    assert own.until - own.since == timedelta(days=7)


async def test_some_days_are_typed_as_people_type_them(world: World) -> None:
    client, _ = await joined(world)
    await keep(client, "on monday the 23rd")
    world.clock.forward(days=3)
    await keep(client, "on thursday the 26th")
    await to_part(client, "Other days …")
    asked = text_of(await client.submits(**{"from": "23 November", "to": "yesterday"}))
    assert "Monday, 23 November 2026 to Wednesday, 25 November 2026" in asked
    await client.presses("Erase it")
    now_held = await held(client)
    assert "on monday the 23rd" not in now_held
    assert "on thursday the 26th" in now_held


@pytest.mark.parametrize(
    ("first", "last"),
    [("", ""), ("tomorrow", "tomorrow"), ("yesterday", "3 days ago"), ("x" * 50, "today")],
)
async def test_days_that_make_no_sense_are_asked_again(world: World, first: str, last: str) -> None:
    client, _ = await joined(world)
    await keep(client, "stays")
    await to_part(client, "Other days …")
    asked = await client.submits(**{"from": first, "to": last})
    assert [m.template for m in asked] == ["erase-days-unreadable", "erase-days"]
    assert "stays" in await held(client)


@pytest.mark.parametrize(
    "action", ["erase-span:x:y", "erase-span:2026-01-01", "erase-answer:nobody", "erase-part:all"]
)
async def test_a_forged_button_erases_nothing(world: World, action: str) -> None:
    client, _ = await joined(world)
    await keep(client, "stays")
    assert "That button is out of date" in text_of(await client.presses_raw(action))
    assert "stays" in await held(client)


async def test_nobody_can_erase_another_persons_answer(world: World) -> None:
    client, _ = await joined(world)
    await keep(client, "stays")
    await to_part(client, "One answer …")
    action = [b.action for b in client.buttons()][-1]
    other, _ = await joined(world, "Eve", "Bob", client="eve", coach="bob")
    for forged in (action, action.replace("erase-one", "erase-answer")):
        assert "That button is out of date" in text_of(await other.presses_raw(forged))
    assert "stays" in await held(client)


async def test_erasing_an_answer_erases_its_shares_also_in_the_coachs_chat(world: World) -> None:
    client, coach = await joined(world)
    await client.writes("the shared thing")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await world.until(world.clock.now() + timedelta(days=5))
    assert "the shared thing" in coach.sees()
    await to_part(client, "The last 30 days")
    certificate = text_of(await client.presses("Erase it"))
    assert "1 answer, no steps, 1 thing shared" in certificate
    assert "Daniel was shown what you had shared" in certificate
    await world.bot.tick()
    assert "the shared thing" not in coach.sees()


async def test_erasing_days_without_answers_is_answered_kindly(world: World) -> None:
    client, _ = await joined(world)
    assert await to_part(client, "The last 7 days") == "I hold nothing from that time."
    assert await to_part(client, "One answer …") == "I hold nothing from that time."


async def test_the_certificate_says_what_is_gone_what_stays_and_with_whom(world: World) -> None:
    client, _ = await joined(world)
    await keep(client, "the only thing")
    await client.writes("erase")
    certificate = text_of(await client.presses("Erase everything"))
    assert "That was: 1 answer, no steps, nothing shared." in certificate
    assert "destroy such copies by 23 December 2026" in certificate
    assert "entries of what you allowed and when, without your name" in certificate
    assert "What you wrote yourself stays on this page until you press" in certificate
    assert world.platform.cleared == [(client.address, Own())]


async def test_an_erase_by_letter_does_the_same_and_writes_to_nobody(world: World) -> None:
    client, coach = await joined(world)
    await keep(client, "the only thing")
    shown = len(client.shown), len(coach.shown)
    certificate = await world.bot.events.erase_for(client.address)
    assert certificate is not None
    assert (certificate.answers, certificate.stays_as_coach) == (1, False)
    assert "the only thing" not in repr(certificate)
    assert (len(client.shown), len(coach.shown)) == shown
    assert await world.bot.events.erase_for(client.address) is None
    assert "nothing about you" in await held(client)


async def test_answers_are_deleted_after_the_days_that_the_client_chose(world: World) -> None:
    client, _ = await joined(world)
    await keep(client, "kept before")
    await client.writes("how long do you keep my answers")
    told = text_of(await client.presses("7 days"))
    assert "for 7 days" in told
    await keep(client, "kept after")
    await world.until(world.clock.now() + timedelta(days=6))
    assert "kept before" in await held(client)
    await world.until(world.clock.now() + timedelta(days=2))
    now_held = await held(client)
    assert "kept before" not in now_held
    assert "kept after" not in now_held


async def test_a_longer_keeping_time_applies_to_new_answers(world: World) -> None:
    client, _ = await joined(world)
    await client.writes("keeping")
    await client.presses("7 days")
    await keep(client, "short")
    await client.presses("Until the end")
    await keep(client, "long")
    await world.until(world.clock.now() + timedelta(days=9))
    now_held = await held(client)
    assert "short" not in now_held
    assert "long" in now_held


async def test_the_organisations_ceiling_cannot_be_exceeded() -> None:
    world = World(settings=Settings(keep_days=20))
    client, _ = await joined(world)
    await keep(client, "kept")
    offered = [b.label for m in await client.writes("keeping") for b in _buttons(m)]
    assert offered == ["7 days", "Until the end"]
    await world.until(world.clock.now() + timedelta(days=21))
    assert "kept" not in (await held(client)).replace("kept by", "")


def _buttons(message: Message) -> list[Button]:
    return [b for block in message.blocks if isinstance(block, Buttons) for b in block.buttons]


async def test_an_operators_erase_clears_what_a_platform_keeps_of_whoever_is_not_stored() -> None:
    """As of somebody who opened the page of guest coaches, and never began."""
    world = World()
    stranger = world.person("stranger", "Eve")
    await stranger.writes("hello")
    assert await world.bot.events.erase_for(stranger.address) is None
    assert world.platform.cleared == [(stranger.address, Own())]
