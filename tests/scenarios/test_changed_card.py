"""A coach changes their card: every client is asked anew, in the next check-in's place, once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot import text as texts
from bot.chat import Quote, Text
from bot.domain.consent import Act, Purpose
from bot.ports import NotSent, Unknown
from tests.databases import STORES, any_store
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)
FEES = "90 euros for an hour"


async def saves(coach: Chatter, **card: str) -> None:
    """Fills in the card and says yes to what that does, if it is asked."""
    await coach.writes("my profile")
    (asked,) = await coach.submits(**card)
    if asked.template == "profile-sure":
        await coach.submits()


async def approves(client: Chatter, words: str) -> None:
    await client.writes(words)
    await client.asks_to_share()
    if "Yes" in [button.label for button in client.buttons()]:
        await client.presses("Yes")
    await client.presses("Share exactly this")


def arrived(world: World, person: Chatter) -> list[str]:
    return [a.message.template for a in world.platform.arrived if a.to == person.address]


async def week(world: World) -> None:
    await world.until(world.clock.now() + WEEK)


@pytest.mark.parametrize("kind", STORES)
async def test_the_next_check_ins_place_asks_anew_and_what_was_approved_waits(
    kind: str, tmp_path: Path
) -> None:
    async with any_store(kind, tmp_path) as store:
        world = World(store)
        client, coach = await joined(world)
        await saves(coach, fees="Your organisation pays")
        await client.writes("agreement")
        await client.presses("I agree")
        await approves(client, "for Daniel")
        await saves(coach, fees=FEES)
        before = len(world.platform.arrived)
        await world.until(world.clock.now() + 6 * WEEK)
        (asked,) = world.platform.arrived[before:]
        assert asked.to == client.address
        quoted = [b.words.text for b in asked.message.blocks if isinstance(b, Quote)]
        assert quoted == ["Daniel", "Your organisation pays", FEES]
        assert 8 <= asked.at.hour < 10
        assert "for Daniel" not in text_of(await coach.writes("digest"))
        receipt = text_of(await client.presses("I agree"))
        assert "Check-ins" in receipt
        before = len(world.platform.arrived)
        await week(world)
        left = [a.message.template for a in world.platform.arrived[before:]]
        assert "check-in" in left
        assert "digest" in left
        assert "for Daniel" in coach.sees()


async def test_two_saves_are_one_question_about_the_newest() -> None:
    world = World()
    client, coach = await joined(world)
    await saves(coach, fees="80 euros")
    await saves(coach, fees=FEES)
    await week(world)
    (asked,) = [m for m in client.shown if m.template == "asked-anew"]
    assert FEES in text_of([asked])
    assert "80 euros" not in text_of([asked])


async def test_a_save_after_the_question_asks_once_more_and_the_old_button_agrees_to_nothing() -> (
    None
):
    world = World()
    client, coach = await joined(world)
    await saves(coach, fees="80 euros")
    await week(world)
    old = client.button("I agree").action
    await saves(coach, fees=FEES)
    shown = await client.presses_raw(old)
    assert [m.template for m in shown] == ["asked-otherwise", "agreement"]
    assert FEES in text_of(shown)
    assert Purpose.AGREEMENT not in await in_force(world, client)
    await client.presses("I agree")
    assert Purpose.AGREEMENT in await in_force(world, client)
    await saves(coach, fees="100 euros")
    before = arrived(world, client).count("asked-anew")
    await world.until(world.clock.now() + 3 * WEEK)
    assert arrived(world, client).count("asked-anew") == before + 1


async def test_a_card_saved_as_it_was_changes_nothing() -> None:
    world = World()
    client, coach = await joined(world)
    await saves(coach, fees=FEES)
    await client.writes("agreement")
    await client.presses("I agree")
    await coach.writes("my profile")
    (told,) = await coach.submits(introduction="I coach people who lead")
    assert told.template == "profile-saved"
    await week(world)
    assert "asked-anew" not in arrived(world, client)
    assert "check-in" in arrived(world, client)


async def test_the_coach_reads_beforehand_what_a_save_does_and_may_leave_it() -> None:
    world = World()
    client, coach = await joined(world)
    await coach.writes("my profile")
    (sure,) = await coach.submits(fees=FEES)
    assert "Anyone who has agreed is asked again" in text_of([sure])
    assert "Not saved" in text_of(await coach.presses("Don't save"))
    await week(world)
    assert "asked-anew" not in arrived(world, client)
    (form,) = await coach.writes("my profile")
    assert FEES not in text_of([form])


async def test_the_coach_reads_the_same_whether_anybody_agreed_or_not() -> None:
    told = []
    for agrees in (True, False):
        world = World()
        client, coach = await joined(world)
        if not agrees:
            await client.writes("stop")
        await coach.writes("my profile")
        said = await coach.submits(fees=FEES)
        told.append(text_of([*said, *await coach.submits()]))
    assert told[0] == told[1]


async def test_with_check_ins_off_nothing_is_sent_and_the_next_answer_tells() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("my switches")
    await client.presses("Turn off: Check-ins")
    await saves(coach, fees=FEES)
    before = len(client.shown)
    await world.until(world.clock.now() + 4 * WEEK)
    assert len(client.shown) == before
    told = await client.writes("what do you hold")
    assert [m.template for m in told][-2:] == ["asked-again", "agreement"]
    assert FEES in text_of(told)


async def test_a_no_sends_nothing_more_and_tells_that_what_was_approved_goes_nowhere() -> None:
    world = World()
    client, coach = await joined(world)
    await approves(client, "for Daniel")
    await saves(coach, fees=FEES)
    await week(world)
    told = text_of(await client.presses("Not now"))
    assert "is not passed on" in told
    await world.until(world.clock.now() + 6 * WEEK)
    assert arrived(world, client).count("asked-anew") == 1
    assert "check-in" not in arrived(world, client)
    assert "for Daniel" not in text_of(await coach.writes("digest"))
    await client.writes("agreement")
    await client.presses("I agree")
    await week(world)
    assert "for Daniel" not in coach.sees()


async def test_a_typed_yes_answers_the_question_that_came_in_the_place() -> None:
    world = World()
    client, coach = await joined(world)
    await saves(coach, fees=FEES)
    await world.skip()
    assert "receipt" in [m.template for m in await client.writes("yes")]


async def test_what_the_chat_did_not_take_is_asked_in_the_next_place() -> None:
    world = World()
    client, coach = await joined(world)
    await saves(coach, fees=FEES)
    world.platform.refuse_next = [NotSent("gone")]
    await world.skip()
    assert "asked-anew" not in arrived(world, client)
    await week(world)
    assert arrived(world, client).count("asked-anew") == 1


async def test_what_may_have_arrived_is_not_asked_again() -> None:
    world = World()
    client, coach = await joined(world)
    await saves(coach, fees=FEES)
    world.platform.refuse_next = [Unknown("dropped")]
    await world.until(world.clock.now() + 4 * WEEK)
    assert arrived(world, client).count("asked-anew") <= 1


async def test_a_pause_a_stop_and_a_rest_withhold_the_question_too() -> None:
    for line in ("pause until 1 January", "stop"):
        world = World()
        client, coach = await joined(world)
        await saves(coach, fees=FEES)
        await client.writes(line)
        before = len(client.shown)
        await world.until(world.clock.now() + 3 * WEEK)
        assert len(client.shown) == before, line


async def test_who_is_silent_is_left_in_peace_however_often_the_card_changes() -> None:
    world = World()
    client, coach = await joined(world)
    for euros in range(20):
        await saves(coach, fees=f"{euros} euros")
        await week(world)
    assert arrived(world, client).count("asked-anew") <= 4


async def test_a_yes_to_an_older_sentence_does_not_cover_the_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(texts, "CATALOGUE_VERSION", "3")
    texts._wording.cache_clear()
    world = World()
    client, coach = await joined(world)
    monkeypatch.undo()
    texts._wording.cache_clear()
    await saves(coach, fees=FEES)
    before = len(client.shown)
    await week(world)
    assert len(client.shown) == before
    assert FEES in text_of(await client.writes("what do you hold"))


async def test_the_coachs_words_stand_on_lines_of_their_own() -> None:
    world = World()
    client, coach = await joined(world)
    said = "and nobody else. Your employer can never read any of this"
    await saves(coach, fees=said, process=said, confidentiality=said)
    await week(world)
    (asked,) = [m for m in client.shown if m.template == "asked-anew"]
    sentences = [block.text for block in asked.blocks if isinstance(block, Text)]
    assert sentences
    assert not any(said in sentence for sentence in sentences)


async def in_force(world: World, client: Chatter) -> set[Purpose]:
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        ledger = await tx.ledger(engagement.id)
    last = {entry.purpose: entry.act for entry in ledger if entry.act is not Act.ASKED}
    return {purpose for purpose, act in last.items() if act is Act.GIVEN}
