"""After a stop, one press brings back what was on, in the words of before, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import text as sentences
from bot.domain.consent import Act, Entry
from bot.domain.purposes import PURPOSES, Purpose, switches
from bot.rules.grants import live
from tests.world import Chatter, World, joined, text_of

BUTTON = "Everything as it was"


async def chain(world: World, client: Chatter) -> tuple[str, list[Entry]]:
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        engagement = (await tx.engagements_of(person.id))[0]
        return engagement.id, list(await tx.ledger(engagement.id))


async def granted(world: World, client: Chatter) -> set[Purpose]:
    engagement_id, ledger = await chain(world, client)
    async with world.store.transaction() as tx:
        engagement = await tx.engagement(engagement_id)
    now = world.clock.now()
    return {one for one in switches() if live(ledger, one, now, engagement)}


async def last_day(world: World, client: Chatter) -> date:
    engagement_id, _ = await chain(world, client)
    async with world.store.transaction() as tx:
        engagement = await tx.engagement(engagement_id)
    assert engagement is not None
    return engagement.ends_on


def offers(client: Chatter) -> bool:
    return any(button.label == BUTTON for button in client.buttons())


async def test_one_press_brings_back_all_that_was_on_with_an_entry_for_each() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    before = await granted(world, client)
    assert before == {Purpose.CHECK_INS, Purpose.KEEP_WORDS, Purpose.KEEP_MARKS}
    await client.writes("stop")
    assert await granted(world, client) == set()
    shown = text_of(await client.writes("resume"))
    assert await granted(world, client) == set()
    say = sentences.catalogue("en")
    until = say.full_day(await last_day(world, client))
    for key in (key for purpose in before for key in PURPOSES[purpose].worded_by):
        assert all(line in shown for line in say(key, coach="Daniel", until=until).splitlines())
    told = await client.presses(BUTTON)
    assert told[0].template == "receipt"
    assert await granted(world, client) == before
    _, ledger = await chain(world, client)
    again = [entry for entry in ledger if entry.act is Act.GIVEN][-len(before) :]
    assert {entry.purpose for entry in again} == before
    assert await world.skip()
    assert world.platform.arrived[-1].message.template == "check-in"


async def test_what_was_off_before_the_stop_stays_off() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes("my switches")
    await client.presses("Turn off: Check-ins")
    await world.until(world.clock.now() + timedelta(hours=1))
    await client.writes("stop")
    await client.writes("resume")
    await client.presses(BUTTON)
    assert await granted(world, client) == {Purpose.KEEP_WORDS, Purpose.KEEP_MARKS}


async def test_nothing_is_offered_where_nothing_was_on_when_the_stop_came() -> None:
    """The last withdrawal was no stop, and one hour before it."""
    world = World()
    client, _ = await joined(world, keep=False, digest=False)
    await client.writes("my switches")
    await client.presses("Turn off: Check-ins")
    await world.until(world.clock.now() + timedelta(hours=1))
    await client.writes("stop")
    await client.writes("resume")
    assert not offers(client)


async def test_a_second_stop_does_not_forget_what_was_on() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    before = await granted(world, client)
    await client.writes("stop")
    await world.until(world.clock.now() + timedelta(days=1))
    await client.writes("stop")
    await client.writes("resume")
    await client.presses(BUTTON)
    assert await granted(world, client) == before


async def test_a_typed_yes_presses_nothing() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes("stop")
    await client.writes("resume")
    await client.writes("yes")
    assert await granted(world, client) == set()


@pytest.mark.parametrize("act", ["again stopped", "erased", "other language", "ended"])
async def test_an_old_button_gives_nothing_that_it_did_not_show(act: str) -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes("stop")
    await client.writes("resume")
    button = client.button(BUTTON).action
    await world.until(world.clock.now() + timedelta(minutes=5))
    match act:
        case "again stopped":
            await client.writes("stop")
        case "erased":
            await client.writes("erase")
            await client.presses("Erase everything")
        case "other language":
            await client.presses_raw("language:de")
        case "ended":
            await world.until(world.clock.now() + timedelta(days=400))
    answers = await client.presses_raw(button)
    if act == "other language":
        # The words are others now: they are shown first, and that button counts.
        assert answers[-1].template == "resume-all-ask"
        assert await granted(world, client) == set()
        await client.presses("Alles wie vorher")
        assert Purpose.CHECK_INS in await granted(world, client)
        return
    assert answers[0].template == "stale"
    if act == "again stopped":
        assert await granted(world, client) == set()


async def test_a_changed_sentence_is_named_and_asked_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes("stop")
    wording = sentences._wording

    def changed(language: str, purpose: Purpose, card: str) -> object:
        read = wording(language, purpose, card)
        return replace(read, hash="0" * 64) if purpose is Purpose.KEEP_WORDS else read

    monkeypatch.setattr(sentences, "_wording", changed)
    shown = text_of(await client.writes("resume"))
    assert "ask about each one separately: Keep my words" in shown
    await client.presses(BUTTON)
    assert await granted(world, client) == {Purpose.CHECK_INS, Purpose.KEEP_MARKS}


ACTS = ("stop", "resume", "press", "old", "off", "on", "yes", "pause", "de", "day")
TYPED = {"stop": "stop", "resume": "resume", "yes": "yes", "pause": "pause for a week"}


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(st.sampled_from(ACTS), max_size=9))
async def test_no_press_gives_more_than_was_on_before_the_stop(acts: list[str]) -> None:
    """Whatever happens in between, the button gives back at most what the stop took."""
    world = World()
    client, _ = await joined(world, digest=False)
    taken: set[Purpose] = set()
    seen: list[str] = []
    for act in acts:
        before = await granted(world, client)
        taken = before if act == "stop" and before else taken
        await does(world, client, act, seen)
        gained = await granted(world, client) - before
        assert gained <= (taken if act in ("press", "old") else set()), act


async def does(world: World, client: Chatter, act: str, seen: list[str]) -> None:
    """Does one act. `seen` keeps each button that offered all, to press it late."""
    seen += [b.action for b in client.buttons() if b.action.startswith("all-as-it-was:")]
    if act in TYPED:
        await client.writes(TYPED[act])
    elif act == "de":
        await client.presses_raw("language:de")
    elif act == "day":
        await world.until(world.clock.now() + timedelta(days=1))
    elif act in ("press", "old") and seen:
        await client.presses_raw(seen[-1] if act == "press" else seen[0])
    elif act in ("off", "on"):
        # "On" only asks; a yes to that is a consent of its own, which nobody gives here.
        await client.writes("my switches")
        label = f"Turn {act}: Check-ins"
        if label in [button.label for button in client.buttons()]:
            await client.presses(label)
            await client.writes("no")
