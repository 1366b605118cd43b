"""What promises a moment, or that something is not done again: the clock and the others try it."""

from __future__ import annotations

from datetime import timedelta

from tests.proofs.promises.stage import (
    NOTE,
    SECRET,
    WEEK,
    all_on,
    coach_does_all,
    engagement_of,
    saves_card,
    shared,
    since,
)
from tests.world import World, joined, text_of


async def test_a_question_that_is_asked_later_comes_then_and_not_before() -> None:
    world = World()
    client, coach = await joined(world)
    await all_on(client)
    await world.skip()
    told = await client.writes("remind me tomorrow at 10")
    assert "not before" in text_of(told)
    when, engagement = world.clock.now(), await engagement_of(world, client)
    await coach_does_all(world, coach, engagement)
    await client.writes("agreement")
    await client.presses("I agree")
    await world.until(when + timedelta(hours=20))
    assert "later" not in {template for _, template in since(world, client, when)}
    await world.until(when + timedelta(hours=26))
    assert "You asked me to come back to this:" in client.sees()


async def test_a_step_prompt_comes_once_on_the_day_that_was_said() -> None:
    world = World()
    client, coach = await joined(world)
    await all_on(client)
    await client.writes("step")
    await client.submits(
        when="I close my laptop", then="I write one line", prompt=_tomorrow(world)
    ) if _asks_when(client.form().fields) else await client.writes(
        "when I close my laptop, then I write one line"
    )
    when = world.clock.now()
    await coach.writes("digest")
    await world.until(when + 3 * WEEK)
    prompts = [at for at, name in since(world, client, when) if name.startswith("step-prompt")]
    assert len(prompts) <= 1


def _asks_when(fields: object) -> bool:
    return "prompt" in str(fields)


def _tomorrow(world: World) -> str:
    return (world.clock.now() + timedelta(days=1)).date().isoformat()


async def test_nothing_is_kept_after_words_of_distress_whatever_is_pressed() -> None:
    world = World()
    client, coach = await joined(world)
    told = await client.writes("I want to die and nobody knows")
    assert "I kept nothing of what you just wrote" in text_of(told)
    await client.writes(SECRET)
    await coach.writes("digest")
    await world.until(world.clock.now() + WEEK)
    engagement = await engagement_of(world, client)
    async with world.store.transaction() as tx:
        assert list(await tx.answers(engagement.id)) == []
    assert "die" not in coach.sees()
    assert SECRET not in coach.sees()


async def test_a_card_cannot_be_changed_again_and_again() -> None:
    """ "So that nobody is asked too often": the coach tries every day for three weeks."""
    world = World()
    client, coach = await joined(world)
    await saves_card(coach, "first")
    await saves_card(coach, "second")
    for day in range(20):
        world.clock.at += timedelta(days=1)
        await world.bot.tick()
        await saves_card(coach, f"price {day}")
    asked = [m for m in client.shown if "asked-again" in m.template or "agreement" in m.template]
    assert len(asked) <= 3
    assert "price 3" not in client.sees()


async def test_what_is_kept_only_so_long_is_gone_then() -> None:
    """The coach does what they can in between; on the day it is erased all the same."""
    world, client, coach = await shared()
    await client.writes("keeping")
    await client.presses("7 days")
    await client.writes("kept for a week")
    engagement = await engagement_of(world, client)
    await coach_does_all(world, coach, engagement)
    await world.until(world.clock.now() + 2 * WEEK)
    async with world.store.transaction() as tx:
        left = [one for one in await tx.answers(engagement.id) if one.until < world.clock.now()]
    assert left == []
    assert "kept for a week" not in text_of(await client.writes("my words"))


async def test_what_a_coach_marks_for_themselves_reaches_nobody_else() -> None:
    world, client, coach = await shared()
    await coach.writes("digest")
    await coach.presses("Bring up next time")
    for line in ("home", "who has seen this", "what do you hold", "session", "my words"):
        assert "bring up" not in text_of(await client.writes(line)).casefold()
    await world.until(world.clock.now() + WEEK)
    assert "bring up" not in client.sees().casefold()


async def test_what_was_dropped_is_not_sent() -> None:
    world = World()
    client, coach = await joined(world)
    await all_on(client)
    engagement = await engagement_of(world, client)
    await coach.presses_raw(f"note:{engagement.id}")
    await coach.writes(NOTE)
    send = [b.action for b in coach.buttons() if b.action.startswith("note-send:")][-1]
    await coach.presses("Don't send it")
    await coach.presses_raw(send)
    await world.until(world.clock.now() + WEEK)
    assert NOTE not in client.sees()


async def test_a_place_that_was_declined_is_not_asked_about_again() -> None:
    world = World()
    client, coach = await joined(world)
    client.zone = "America/New_York"
    await client.writes("hello")
    await client.presses_raw("travel:stay")
    before = client.templates().count("travel-ask")
    for _ in range(3):
        world.clock.at += timedelta(days=3)
        await coach.writes("digest")
        await client.writes("hello")
    assert client.templates().count("travel-ask") == before
