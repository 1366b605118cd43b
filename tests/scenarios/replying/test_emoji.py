"""An emoji beside a question means nothing, and is met kindly once for each person."""

from __future__ import annotations

from bot.chat import Message, Reacted
from tests.scenarios.replying.test_in_threads import answers, asked_twice
from tests.world import Chatter, World, joined


async def reacts(client: Chatter, to: str) -> list[Message]:
    client.in_reply_to = to
    found = await client.does(Reacted())
    client.in_reply_to = None
    return found


async def test_it_is_met_once_per_person_and_answers_nothing() -> None:
    world, client, (older, newer) = await asked_twice()
    told = await reacts(client, newer)
    assert [one.template for one in told] == ["reaction-met"]
    for reference in (older, newer):
        assert await reacts(client, reference) == []
    await client.writes("still my answer")
    assert await answers(world) == {"still my answer": newer}


async def test_it_is_no_sign_of_life_and_no_answer() -> None:
    """A reminder still comes, and silence is asked about as before."""
    world, client, (_, newer) = await asked_twice()
    async with world.store.transaction() as tx:
        before = await tx.person_at(client.address)
    world.clock.forward(minutes=20)
    await reacts(client, newer)
    async with world.store.transaction() as tx:
        after = await tx.person_at(client.address)
    assert before is not None
    assert after is not None
    assert after.dialogue.heard_at == before.dialogue.heard_at
    assert after.dialogue.awaiting == "answer"


async def test_beside_anything_else_it_is_left_alone() -> None:
    world, client, _ = await asked_twice()
    assert await reacts(client, "a receipt") == []
    assert await reacts(world.person("nobody", "Sam"), "a receipt") == []


async def test_after_a_stop_or_distress_it_is_left_alone() -> None:
    for line in ("stop", "I want to kill myself"):
        _, client, (_, newer) = await asked_twice()
        await client.writes(line)
        assert await reacts(client, newer) == []


async def test_a_coach_who_puts_one_beside_a_digest_reads_nothing() -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    await client.writes("mine to share")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    while not (sent := [one for one in world.platform.arrived if one.message.template == "digest"]):
        await world.skip()
    assert await reacts(coach, sent[-1].reference) == []
