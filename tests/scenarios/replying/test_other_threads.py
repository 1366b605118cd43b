"""The threads of a digest and of a step's reminder; and where alone a yes gives a consent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.consent import Act, Purpose
from tests.scenarios.replying.test_in_threads import answers, asked_twice
from tests.world import Chatter, World, buttons_in, joined


async def test_a_coach_in_the_thread_of_a_digest_writes_to_nobody_and_is_offered_a_note() -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    await client.writes("I said no to a meeting")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    while not (digests := [a for a in world.platform.arrived if a.message.template == "digest"]):
        await world.skip()
    coach.in_reply_to = digests[-1].reference
    before = await answers(world)
    (told,) = await coach.writes("what a good step she took")
    assert told.template in ("digest-replied", "digest-replied-only")
    assert [b for b in buttons_in(told) if b.action.startswith("note:")] == [
        b for b in buttons_in(digests[-1].message) if b.action.startswith("note:")
    ]
    assert await answers(world) == before
    assert (await coach.writes("stop"))[0].template.startswith("stop")


async def test_a_coach_who_is_a_client_too_never_answers_a_check_in_in_a_digest() -> None:
    world = World()
    client, coach = await joined(world)
    code_of = world.person("other", "Ruth")
    await code_of.writes("invite")
    await coach.writes(code_of.code())
    await coach.presses("I agree")
    for _ in range(3):
        await coach.presses("Yes")
    await coach.submits(
        days="MO,TU,WE,TH,FR", every="1", zone="Europe/Berlin", **{"from": "09:00", "to": "11:00"}
    )
    await coach.presses("That's right")
    await world.skip()
    await client.writes("mine to share")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    while not (digests := [a for a in world.platform.arrived if a.message.template == "digest"]):
        await world.skip()
    coach.in_reply_to = digests[-1].reference
    await coach.writes("interesting, let us talk about it")
    kept = await answers(world)
    assert "interesting, let us talk about it" not in kept


async def test_done_in_the_thread_of_a_steps_reminder_is_about_that_step() -> None:
    """With two open steps a "done" in the chat asks which; in a thread it is plain."""
    world = World()
    client, _ = await joined(world)
    for then, day in (("I call Sam", "2026-11-24"), ("I stretch", "2026-11-25")):
        await client.writes("set a step")
        await client.submits(then=then, on=day, remind="yes")
        if client.templates()[-1] == "ask-step-prompts":
            await client.presses("Yes")
    await world.until(world.clock.now() + timedelta(days=2, hours=6))
    prompts = [a for a in world.platform.arrived if a.message.template == "step-prompt-hello"]
    assert len(prompts) == 2
    client.in_reply_to = prompts[0].reference
    await client.writes("done")
    assert await done(world, client) == ["I call Sam"]


async def done(world: World, client: Chatter) -> list[str]:
    async with world.store.transaction() as tx:
        who = await tx.person_at(client.address)
        (engagement,) = await tx.engagements_of(who.id if who else "")
        return [s.then.text for s in await tx.steps(engagement.id) if not s.is_open]


async def allows_sharing(world: World, client: Chatter) -> bool:
    async with world.store.transaction() as tx:
        who = await tx.person_at(client.address)
        (engagement,) = await tx.engagements_of(who.id if who else "")
        ledger = await tx.ledger(engagement.id)
    return any(one.purpose is Purpose.SHARE_WORDS and one.act is Act.GIVEN for one in ledger)


# Where a consent is asked, where "yes" is typed first, and whether a "yes" in the right place then
# gives it. Of threads only the newest is remembered: in another one its button gives it.
PLACES = [("chat", "older", True), ("older", "chat", True), ("older", "newer", False)]


@pytest.mark.parametrize(("asked_in", "elsewhere", "gives"), PLACES)
async def test_a_yes_elsewhere_never_gives_a_consent(
    asked_in: str, elsewhere: str, gives: bool
) -> None:
    world, client, (older, newer) = await asked_twice()
    places = {"chat": None, "older": older, "newer": newer}
    client.in_reply_to = places[asked_in]
    await client.writes("what I want to share")
    await client.presses("Share with Daniel")
    client.in_reply_to = places[elsewhere]
    await client.writes("yes")
    assert not await allows_sharing(world, client)
    client.in_reply_to = places[asked_in]
    await client.writes("yes")
    assert await allows_sharing(world, client) is gives
    if not gives:
        await client.presses("Yes")
        assert await allows_sharing(world, client)
